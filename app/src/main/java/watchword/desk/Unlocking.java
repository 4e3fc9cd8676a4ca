package watchword.desk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import watchword.journal.Journal;
import watchword.journal.Keyring;
import watchword.member.MemberKey;
import watchword.member.Pseudonym;
import watchword.seal.FormatException;
import watchword.seal.SigningKey;

/// Who is unlocked at an office, and what the desk reads by their keys; locked it holds nothing secret. The office sees to it that one acts at a time.
final class Unlocking {

  private final DeskFolder folder;
  private final DeskFile file;
  private final Journal journal;
  private final EntryFormat format;
  private final Shares shares;
  private final DayKeys dayKeys;
  private final KeyFiles keyFiles;
  private Optional<Unlocked> unlocked = Optional.empty();

  private record Unlocked(Sessions sessions, JournalLedger ledger, Membership membership) {}

  Unlocking(DeskFolder folder, DeskFile file, Journal journal, EntryFormat format, Shares shares, DayKeys dayKeys, KeyFiles keyFiles) {
    this.folder = folder;
    this.file = file;
    this.journal = journal;
    this.format = format;
    this.shares = shares;
    this.dayKeys = dayKeys;
    this.keyFiles = keyFiles;
  }

  /// Unlocks for a member; false when the passphrase is another, or the device is no member's here.
  boolean unlock(Pseudonym member, char[] passphrase) throws FormatException {
    for (Path keyFile : keyFiles.candidates(member)) {
      Optional<MemberKey> key = KeyFiles.open(keyFile, member, passphrase);
      if (key.isPresent() && unlock(key.get(), passphrase)) {
        return true;
      }
    }
    return false;
  }

  private boolean unlock(MemberKey key, char[] passphrase) throws FormatException {
    boolean entered = false;
    Optional<Keyring> keyring = Optional.empty();
    try {
      keyring = Optional.of(journal.unlock(key));
      entered = enter(key, keyring.get(), passphrase);
      return entered;
    } finally {
      if (!entered) { // whatever kept them out, memory keeps no key
        keyring.ifPresent(Keyring::close);
        key.close();
      }
    }
  }

  private boolean enter(MemberKey key, Keyring keyring, char[] passphrase) throws FormatException {
    Optional<byte[]> deskKey = keyring.secret(Shares.DESK_KEY);
    if (deskKey.isEmpty()) {
      return false;
    }
    try {
      new Witnesses(folder, journal, file.root()).requireNoneNewer(key);
      enter(key, keyring, passphrase, SigningKey.of(deskKey.get()));
      return true;
    } finally {
      Arrays.fill(deskKey.get(), (byte) 0);
    }
  }

  /// Whoever reads from furthest back is whom the desk reads by.
  void enter(MemberKey key, Keyring keyring, char[] passphrase, SigningKey desk) {
    String name = key.pseudonym().name();
    if (unlocked.isEmpty()) {
      Sessions sessions = new Sessions(desk);
      sessions.add(new Sessions.Session(key, keyring));
      JournalLedger ledger = new JournalLedger(journal, sessions, format);
      try {
        ledger.replay(_ -> {});
      } catch (RuntimeException e) {
        sessions.close();
        throw e;
      }
      unlocked = Optional.of(new Unlocked(sessions, ledger, new Membership(journal, shares, dayKeys, sessions, ledger)));
    } else {
      desk.close();
      Sessions sessions = sessions();
      sessions.end(name);
      sessions.add(new Sessions.Session(key, keyring));
      Roll roll = ledger().roll();
      if (roll.since(key.device().signing()) < roll.since(sessions.first().key().device().signing())) {
        sessions.prefer(name);
      }
    }
    keyFiles.keep(key.pseudonym(), passphrase);
  }

  /// Locks: key files remember the journal's head, and memory forgets every key.
  void lock() {
    try {
      unlocked.ifPresent(now -> remember(now.sessions().all().map(Sessions.Session::key)));
    } finally {
      forget();
    }
  }

  /// Memory forgets every key, and no file changes.
  void forget() {
    unlocked.ifPresent(now -> now.sessions().close());
    unlocked = Optional.empty();
    dayKeys.close();
    keyFiles.forgetAll();
  }

  /// Locks for one member: their keys go, and the desk sees by whoever reads from furthest back of those who are left.
  void lock(Pseudonym member) {
    if (unlocked.isEmpty() || sessions().find(member.name()).isEmpty()) {
      return;
    }
    if (sessions().all().count() == 1) {
      lock();
      return;
    }
    boolean read = sessions().first().key().pseudonym().equals(member);
    try {
      keyFiles.write(sessions().find(member.name()).orElseThrow().key(), journal.head());
    } finally {
      sessions().end(member.name());
      dayKeys.close(); // who is left opens anew what is theirs
      keyFiles.forget(member);
      if (read) {
        readByEldest();
      }
    }
  }

  private void readByEldest() {
    Roll roll = ledger().roll();
    sessions().all().min(Comparator.comparingLong(session -> roll.since(session.key().device().signing())))
        .ifPresent(eldest -> sessions().prefer(eldest.key().pseudonym().name()));
    ledger().replay(_ -> {});
  }

  /// The member by whose keys the desk sees now; empty while it is locked.
  Optional<Pseudonym> readsBy() {
    return unlocked.map(now -> now.sessions().first().key().pseudonym());
  }

  boolean isLocked() {
    return unlocked.isEmpty();
  }

  /// The desk's own key; empty while it is locked.
  Optional<SigningKey> desk() {
    return unlocked.map(now -> now.sessions().desk());
  }

  /// Has the key files of who is unlocked remember the journal's head, where they do not yet.
  void remember() {
    remember(sessions().all().map(Sessions.Session::key).filter(key -> !key.seen().equals(Optional.of(journal.head()))));
  }

  /// Each is tried, whatever became of those before it.
  private void remember(Stream<MemberKey> keys) {
    Steps<RuntimeException> steps = new Steps<>();
    keys.forEach(key -> steps.then(() -> keyFiles.write(key, journal.head())));
    steps.end();
  }

  /// Suspends a member or ends their part, as [Membership#revoke]; whoever is left reads on.
  boolean revoke(Pseudonym by, Pseudonym name, Instant now) {
    boolean read = readsBy().filter(name::equals).isPresent();
    try {
      return membership().revoke(by, name, now);
    } finally {
      if (sessions().find(name.name()).isEmpty()) {
        keyFiles.forget(name);
        if (read) {
          readByEldest();
        }
      }
    }
  }

  Sessions sessions() {
    return unlocked.orElseThrow(Unlocking::locked).sessions();
  }

  Membership membership() {
    return unlocked.orElseThrow(Unlocking::locked).membership();
  }

  JournalLedger ledger() {
    return unlocked.orElseThrow(Unlocking::locked).ledger();
  }

  private static IllegalStateException locked() {
    return new IllegalStateException("the desk is locked");
  }
}
