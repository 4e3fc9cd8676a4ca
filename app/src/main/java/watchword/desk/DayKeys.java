package watchword.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import watchword.member.Members;
import watchword.member.SealedShare;
import watchword.seal.Bundle;
import watchword.seal.Bytes;
import watchword.seal.DirectoryKeyStore;
import watchword.seal.Epoch;
import watchword.seal.EpochKeys;
import watchword.seal.FormatException;
import watchword.seal.KeyName;
import watchword.seal.KeyStore;
import watchword.seal.PrivateKey;
import watchword.seal.PublicKey;
import watchword.seal.Root;
import watchword.seal.SealedReport;
import watchword.seal.SignedBundle;
import watchword.seal.SigningKey;
import watchword.seal.Term;
import watchword.seal.Terms;

/// The keys of days and of courier terms: issued with their bundles, opened for who is unlocked, destroyed on time.
final class DayKeys implements AutoCloseable {

  /// Bundles stand for today and the two days after: a desk that nobody unlocks for so long stops taking reports.
  static final int DAYS = 3;

  private final DeskFolder folder;
  private final DeskFile desk;
  private final KeyStore store;
  private final EpochKeys keys;
  private final Expiry expiry;
  private final Map<KeyName, PrivateKey> open = new HashMap<>();

  DayKeys(DeskFolder folder, DeskFile desk, SecureRandom random, InstantSource clock) {
    this.folder = folder;
    this.desk = desk;
    this.store = new DirectoryKeyStore(folder.keys());
    this.keys = new EpochKeys(store, random, clock);
    this.expiry = new Expiry(folder, store, keys);
  }

  /// Issues what is missing of three days, and returns how many of their bundles were written; begins a courier term where one is due.
  ///
  /// @param commitment to the journal's head, for a day
  int issue(Epoch today, Root root, Members members, SigningKey signer, Function<Epoch, Bytes> commitment) {
    int written = 0;
    for (int ahead = 0; ahead < DAYS; ahead++) {
      Epoch day = today.plusDays(ahead);
      if (!Files.exists(folder.bundle(day))) {
        EpochKeys.Issued issued = issue(Term.day(day), (name, key) -> wrap(name, key, members.holders(name.lane()), signer));
        folder.writeBundle(day, bundle(issued, Terms.WORK_BITS, commitment.apply(day)).write(root));
        written++;
      }
    }
    if (isCourierDue(today)) {
      EpochKeys.Issued issued = issue(nextCourier(today), (name, key) -> wrap(name, key, members.holders(name.lane()), signer));
      // The same commitment as the day's: what opens it is kept once a day.
      DeskFolder.publish(folder.courier(), bundle(issued, 0, claimed(folder.bundle(today)).journalHead()).write(root));
    }
    return written;
  }

  /// The gate's key is stored last: a term that has one has all, and its bundle was replaced or lost; a term without was half made.
  ///
  /// Somebody may have sealed to the bundle that is no longer there, so its lane keys are kept under another name until they are due.
  private EpochKeys.Issued issue(Term term, EpochKeys.Wrap wrap) {
    List<KeyName> names = store.list().stream().filter(name -> name.term().equals(term)).toList();
    if (keys.find(KeyName.gate(term)).isPresent()) {
      names.stream().filter(name -> name.role() == KeyName.Role.LANE && name.replaced() == 0).forEach(name -> moveAside(name, names));
      return keys.reissue(term, desk.lanes(), wrap);
    }
    names.forEach(store::destroy);
    return keys.issue(term, desk.lanes(), wrap);
  }

  private Bundle bundle(EpochKeys.Issued issued, int workBits, Bytes commitment) {
    return new Bundle(desk.lanes(), workBits, issued.term(), desk.board(), commitment, issued.gate(), issued.laneKeys(), issued.second());
  }

  private boolean isCourierDue(Epoch today) {
    if (!Files.exists(folder.courier())) {
      return true;
    }
    return today.day() - claimed(folder.courier()).term().first().day() >= Terms.COURIER_EVERY_DAYS;
  }

  private static Bundle claimed(Path bundle) {
    try {
      return SignedBundle.parse(Files.readAllBytes(bundle)).claimed();
    } catch (IOException | FormatException e) {
      throw new IllegalStateException(bundle.getFileName() + " is damaged; delete it, and unlock again for a new one", e);
    }
  }

  /// From today on; a term that was taken back on its first day keeps its name, and the next one begins a day before it.
  private Term nextCourier(Epoch today) {
    Epoch first = today;
    while (store.find(KeyName.gate(Term.courier(first))).isPresent()) {
      first = first.plusDays(-1);
    }
    return Term.courier(first);
  }

  /// Takes back the bundles of today and of what is published ahead, so that new ones are issued; a new courier term begins, and the keys of earlier ones go on opening.
  ///
  /// [#issue] keeps their lane keys, and [#rewrap] takes them from who is no holder any more. A death in between leaves days without a bundle, which are issued anew.
  void replace(Epoch today) {
    close();
    for (int ahead = 0; ahead < DAYS; ahead++) {
      folder.deleteBundle(today.plusDays(ahead));
    }
    delete(folder.courier());
  }

  /// @param names all of the same term
  private void moveAside(KeyName name, List<KeyName> names) {
    int before = names.stream().filter(other -> other.role() == name.role() && other.lane() == name.lane()).mapToInt(KeyName::replaced).max().orElse(0);
    store.rename(name, name.replaced(before + 1));
    Optional.ofNullable(open.remove(name)).ifPresent(PrivateKey::close);
  }

  /// Seals the wrapped keys of terms that begin on or after a day anew, to whoever of those who were here before them holds each lane now.
  ///
  /// A key that nobody unlocked holds stays as it is: sealed also to who left (spec/bundle.md, "Replacing").
  void rewrap(Epoch from, Members members, Sessions sessions) {
    for (KeyName name : store.list()) {
      if (name.role() == KeyName.Role.LANE && name.term().first().compareTo(from) >= 0) {
        find(name, sessions).ifPresent(key -> {
          byte[] wrapped = wrap(name, key, members.holders(name.lane(), name.term().first()), sessions.desk());
          store.put(name, new KeyStore.Entry(key.publicKey(), wrapped));
        });
      }
    }
  }

  /// Opens an inner file by the lane's keys of any term not yet destroyed, the newest first; one that is damaged keeps no other from opening.
  ///
  /// @return empty when no unlocked member holds its key, or the key is destroyed
  Optional<byte[]> open(byte[] inner, int lane, Sessions sessions) throws FormatException {
    List<KeyName> names = store.list().reversed().stream().filter(name -> name.role() == KeyName.Role.LANE && name.lane() == lane).toList();
    List<RuntimeException> damaged = new ArrayList<>();
    for (KeyName name : names) {
      Optional<PrivateKey> key = Optional.empty();
      try {
        key = find(name, sessions);
      } catch (RuntimeException e) {
        damaged.add(e);
      }
      if (key.isPresent()) {
        Optional<byte[]> content = SealedReport.openInner(inner, key.get());
        if (content.isPresent()) {
          return content;
        }
      }
    }
    if (!damaged.isEmpty()) {
      throw damaged.getFirst(); // it may be the one: what waits is kept
    }
    return Optional.empty();
  }

  /// Names the lane keys not yet destroyed.
  List<KeyName> laneKeys() {
    return store.list().stream().filter(name -> name.role() == KeyName.Role.LANE).toList();
  }

  /// Forgets and destroys what is due, leaves the signed statement, and takes away bundles that ran out.
  ///
  /// @param signer absent while the desk is locked: keys go all the same, and the statement waits for the next one
  Destroyed destroyDue(Instant now, Optional<SigningKey> signer) {
    List<KeyName> due = open.keySet().stream().filter(name -> !now.isBefore(name.destroyAt())).toList();
    due.forEach(name -> Optional.ofNullable(open.remove(name)).ifPresent(PrivateKey::close));
    return expiry.destroyDue(now, signer);
  }

  private Optional<PrivateKey> find(KeyName name, Sessions sessions) {
    Optional<KeyStore.Entry> entry = keys.find(name);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    Optional<PrivateKey> known = Optional.ofNullable(open.get(name));
    Optional<PrivateKey> key = known.isPresent() ? known : unwrap(name, entry.get(), sessions);
    key.ifPresent(found -> open.put(name, found));
    return key;
  }

  private Optional<PrivateKey> unwrap(KeyName name, KeyStore.Entry entry, Sessions sessions) {
    for (Sessions.Session session : sessions.all().toList()) {
      try {
        Optional<byte[]> seed = SealedShare.open(entry.secret(), shareName(name), session.key().decryption(), desk.desk());
        if (seed.isPresent()) {
          PrivateKey key = PrivateKey.of(seed.get());
          Arrays.fill(seed.get(), (byte) 0);
          return Optional.of(key);
        }
      } catch (FormatException e) {
        throw new IllegalStateException("key " + name + " is not one of this desk's", e);
      }
    }
    return Optional.empty();
  }

  private static byte[] wrap(KeyName name, PrivateKey key, List<PublicKey> holders, SigningKey signer) {
    byte[] seed = key.secretSeed();
    try {
      return SealedShare.seal(shareName(name), seed, holders, signer);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  /// A key that was moved aside is the same key, and its share may be one that nobody here can open.
  private static String shareName(KeyName name) {
    return name.replaced(0).toString();
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file.getFileName(), e);
    }
  }

  /// Forgets the keys opened for a session.
  @Override
  public void close() {
    open.values().forEach(PrivateKey::close);
    open.clear();
  }
}
