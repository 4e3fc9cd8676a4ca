package watchword.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import watchword.core.kind.Kinds;
import watchword.journal.Bodies;
import watchword.journal.Journal;
import watchword.journal.Keyring;
import watchword.journal.SqliteJournalStore;
import watchword.member.Admission;
import watchword.member.Head;
import watchword.member.Invitation;
import watchword.member.JoinRequest;
import watchword.member.Member;
import watchword.member.MemberKey;
import watchword.member.Members;
import watchword.member.Pseudonym;
import watchword.seal.BoardKey;
import watchword.seal.Bytes;
import watchword.seal.Compromise;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.Root;
import watchword.seal.SignedBundle;
import watchword.seal.SigningKey;
import watchword.seal.StopSheet;

/// A desk's folder at work: locked it holds nothing secret in memory, unlocked what its members' keys open.
///
/// Time is the clock's; everything else that a desk knows stands in its folder. One process has a folder open.
public final class Office implements AutoCloseable {

  private final DeskFolder folder;
  private final DeskFile file;
  private final Tools tools;
  private final EntryFormat format;
  private final Journal journal;
  private final Bodies bodies;
  private final DayKeys dayKeys;
  private final Shares shares;
  private final Map<String, char[]> passphrases = new LinkedHashMap<>();
  private Optional<Unlocked> unlocked = Optional.empty();
  private boolean closed;

  /// What an office is handed.
  ///
  /// @param workFactor of key files: [MemberKey#WORK_FACTOR], or less for throw-away desks
  public record Tools(InstantSource clock, SecureRandom random, int workFactor, Kinds kinds) {}

  /// A new desk.
  ///
  /// @param office unlocked by its first member
  /// @param stopSheet to be printed once and kept nowhere else
  @SuppressWarnings("ArrayRecordComponent") // only carried, never compared
  public record Founded(Office office, byte[] stopSheet) {}

  /// What a renewal did.
  public record Renewal(int bundles, int keysDestroyed, boolean cut) {}

  private record Unlocked(Sessions sessions, JournalLedger ledger, Membership membership) {}

  private Office(DeskFolder folder, DeskFile file, Tools tools) throws IOException, FormatException {
    this.folder = folder;
    this.file = file;
    this.tools = tools;
    this.format = new EntryFormat(tools.kinds());
    this.journal = Journal.open(SqliteJournalStore.open(folder.path().resolve("journal.db")), file.desk());
    this.bodies = Bodies.open(folder.path());
    this.dayKeys = new DayKeys(folder, file, tools.random(), tools.clock());
    this.shares = new Shares(journal, file.lanes(), tools.random());
  }

  /// Opens a desk's folder, locked.
  public static Office open(Path path, Tools tools) throws IOException, FormatException {
    DeskFolder folder = new DeskFolder(path);
    return new Office(folder, folder.read(), tools);
  }

  /// Makes a desk in an empty folder: `init`.
  public static Founded found(Path path, String name, int lanes, Pseudonym first, char[] passphrase, Tools tools) throws IOException {
    Membership.requireFree(first);
    DeskFile.requireName(name);
    DeskFolder folder = new DeskFolder(path);
    folder.make();
    try (Root root = Root.generate(tools.random()); SigningKey board = SigningKey.generate(tools.random()); SigningKey gate = SigningKey.generate(tools.random())) {
      SigningKey desk = SigningKey.generate(tools.random());
      byte[] boardId = new byte[8];
      tools.random().nextBytes(boardId);
      DeskFile file = new DeskFile(
          name, lanes, root.publicPart(), desk.verifyKey(), new BoardKey(board.verifyKey(), Bytes.of(boardId)), gate.verifyKey());
      DeskFolder.write(folder.file(), file.write());
      DeskFolder.write(folder.gatePublic(), (file.gate().raw() + "\n").getBytes(StandardCharsets.US_ASCII));
      DeskFolder.write(folder.rootPublic(), file.root().raw());
      writeSecret(folder.gateKey(), gate.secretSeed());
      Office office = new Office(folder, file, tools);
      office.begin(MemberKey.generate(first, tools.random()), passphrase, desk, root, board);
      return new Founded(office, office.stopSheet(root));
    } catch (FormatException e) {
      throw new IOException("a new desk's folder cannot be read", e);
    }
  }

  private void begin(MemberKey founder, char[] passphrase, SigningKey desk, Root root, SigningKey board) {
    Set<Integer> lanes = IntStream.range(0, file.lanes()).boxed().collect(Collectors.toSet());
    Members members = Members.founded(JoinRequest.of(founder), lanes, today());
    shares.give(Shares.DESK_KEY, desk.secretSeed(), members, desk);
    shares.give(Shares.ROOT, root.secret(), members, desk);
    shares.give(Shares.BOARD_KEY, board.secretSeed(), members, desk);
    shares.beginEpoch(today(), members, desk);
    enter(founder, journal.unlock(founder), passphrase, desk);
    ledger().append(members, now());
    writeKeyFile(founder);
    renew();
  }

  /// Unlocks for a member; false when the passphrase is another, or the device is no member's here.
  public synchronized boolean unlock(Pseudonym member, char[] passphrase) throws FormatException {
    for (Path keyFile : folder.keyFiles(member)) {
      Optional<MemberKey> key = MemberKey.unlock(DeskFolder.bytes(keyFile), passphrase);
      if (key.isPresent() && key.get().pseudonym().equals(member) && unlock(key.get(), passphrase)) {
        return true;
      }
    }
    return false;
  }

  private boolean unlock(MemberKey key, char[] passphrase) throws FormatException {
    Keyring keyring = journal.unlock(key);
    Optional<byte[]> deskKey = keyring.secret(Shares.DESK_KEY);
    if (deskKey.isEmpty()) {
      keyring.close();
      key.close();
      return false;
    }
    enter(key, keyring, passphrase, SigningKey.of(deskKey.get()));
    Arrays.fill(deskKey.get(), (byte) 0);
    return true;
  }

  /// Whoever reads from furthest back is whom the desk reads by.
  private void enter(MemberKey key, Keyring keyring, char[] passphrase, SigningKey desk) {
    String name = key.pseudonym().name();
    if (unlocked.isEmpty()) {
      Sessions sessions = new Sessions(desk);
      sessions.add(new Sessions.Session(key, keyring));
      JournalLedger ledger = new JournalLedger(journal, sessions, format);
      ledger.replay(_ -> {});
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
    passphrases.put(name, passphrase.clone());
  }

  /// Locks: key files remember the journal's head, and memory forgets every key.
  public synchronized void lock() {
    unlocked.ifPresent(now -> {
      now.sessions().all().forEach(session -> writeKeyFile(session.key()));
      now.sessions().close();
    });
    unlocked = Optional.empty();
    dayKeys.close();
    passphrases.values().forEach(passphrase -> Arrays.fill(passphrase, '\0'));
    passphrases.clear();
  }

  /// Locks for one member: their keys go, and the desk sees by whoever reads from furthest back of those who are left.
  ///
  /// Ask for the [#desk] anew where that changes [#readsBy].
  public synchronized void lock(Pseudonym member) {
    if (unlocked.isEmpty() || sessions().find(member.name()).isEmpty()) {
      return;
    }
    if (sessions().all().count() == 1) {
      lock();
      return;
    }
    writeKeyFile(sessions().find(member.name()).orElseThrow().key());
    boolean read = sessions().first().key().pseudonym().equals(member);
    sessions().end(member.name());
    dayKeys.close(); // who is left opens anew what is theirs
    Optional.ofNullable(passphrases.remove(member.name())).ifPresent(passphrase -> Arrays.fill(passphrase, '\0'));
    if (read) {
      Roll roll = ledger().roll();
      sessions().all().min(Comparator.comparingLong(session -> roll.since(session.key().device().signing())))
          .ifPresent(eldest -> sessions().prefer(eldest.key().pseudonym().name()));
      ledger().replay(_ -> {});
    }
  }

  /// The member by whose keys the desk sees now; empty while it is locked.
  public synchronized Optional<Pseudonym> readsBy() {
    return unlocked.map(now -> now.sessions().first().key().pseudonym());
  }

  public synchronized boolean isLocked() {
    return unlocked.isEmpty();
  }

  /// Returns the casebook as the unlocked member who reads from furthest back sees it; asked for anew after another unlocks.
  public synchronized Desk desk(Desk.Setup setup) {
    return new Desk(ledger(), new SealedBodies(bodies, journal, sessions()), setup);
  }

  /// Returns what is public of the desk.
  public DeskFile file() {
    return file;
  }

  public DeskFolder folder() {
    return folder;
  }

  /// Returns the directory of members.
  public synchronized Members members() {
    return membership().members();
  }

  /// What happens daily while a member is unlocked: a key for the journal's day, three days of bundles, destruction by the clock.
  ///
  /// While the machine's time is doubted no bundle is issued: it would be of a wrong day. Keys go on being destroyed by the desk's own time.
  public synchronized Renewal renew() {
    return renew(HighWaterClock.doubtOf(tools.clock()).isEmpty());
  }

  private Renewal renew(boolean issue) {
    Sessions sessions = sessions();
    membership().endWhatIsDue(now());
    if (journal.day().map(day -> day.compareTo(today()) < 0).orElse(true)) {
      shares.beginEpoch(today(), members(), sessions.desk());
    }
    int bundles = issue ? withRoot(root -> dayKeys.issue(
        today(), root, members(), sessions.desk(), day -> shares.commit(day, journal.head(), members(), sessions.desk()))) : 0;
    int destroyed = dayKeys.destroyDue(now(), Optional.of(sessions.desk()));
    boolean cut = ledger().cut(today());
    if (cut) {
      shares.forgetCommitments(today());
    }
    return new Renewal(bundles, destroyed, cut);
  }

  /// Destroys the keys that are due, locked or not; what was destroyed while locked is signed for at the next renewal.
  public synchronized int destroyDue() {
    return dayKeys.destroyDue(now(), unlocked.map(open -> open.sessions().desk()));
  }

  /// A member says what the time is: where the machine agrees within an hour, the desk takes the machine's from now on, and the journal says so.
  ///
  /// @return false where the desk is not in doubt, or the machine says another time
  public synchronized boolean confirmTime(Pseudonym member, Instant said) {
    JournalLedger ledger = ledger();
    if (sessions().find(member.name()).isEmpty() || !(tools.clock() instanceof HighWaterClock clock)) {
      return false;
    }
    Instant before = now();
    boolean confirmed = clock.confirm(said);
    if (confirmed) {
      ledger.append(member.name(), new Entry.TimeConfirmed(now(), member.name(), before));
      renew();
    }
    return confirmed;
  }

  /// Notes that a test report did not come back through the public door.
  ///
  /// @param taken whether the door had acknowledged it
  public synchronized void missed(Instant sent, boolean taken) {
    ledger().append(Desk.DESK, new Entry.TestMissed(now(), sent, taken));
  }

  /// Returns the head of the journal that a bundle commits to, for an unlocked member to compare; empty where it commits to another or no key here tells.
  public synchronized Optional<Head> committed(SignedBundle bundle) {
    return Shares.committed(bundle.claimed().term().first(), bundle.claimed().journalHead(), sessions());
  }

  /// Opens an inner file of the inbox; empty when no unlocked member holds its lane's key of that term.
  public synchronized Optional<byte[]> open(byte[] inner, int lane) throws FormatException {
    return dayKeys.open(inner, lane, sessions());
  }

  /// Signs for the board.
  public synchronized byte[] signBoard(byte[] content) {
    byte[] seed = Shares.common(Shares.BOARD_KEY, sessions());
    try (SigningKey key = SigningKey.of(seed)) {
      return key.sign(content);
    } catch (FormatException e) {
      throw new IllegalStateException("the board's key is damaged", e);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  /// Returns a new stop sheet, for a member who joined: to be printed once and kept nowhere else.
  public synchronized byte[] stopSheet() {
    return withRoot(this::stopSheet);
  }

  private byte[] stopSheet(Root root) {
    return StopSheet.sign(root, Fingerprint.of(root.publicPart()), today()).text();
  }

  /// Invites the device of a request, in the name of an unlocked member.
  public synchronized Invitation invite(Pseudonym inviter, JoinRequest request, Invitation.Purpose purpose) {
    Membership.requireFree(request.pseudonym());
    return Invitation.to(request, purpose, now(), sessions().signer(inviter.name()), tools.random());
  }

  /// Adds an unlocked member's consent.
  public synchronized Invitation countersign(Pseudonym member, Invitation invitation) {
    return invitation.countersigned(now(), sessions().signer(member.name()));
  }

  /// Admits the device of the request if its invitation holds; it gets no key of anything before.
  public synchronized Admission admit(Invitation invitation, JoinRequest request) {
    return membership().admit(invitation, request, now());
  }

  /// Suspends a member by another's word, and by a third's, or after 24 hours, ends their part; returns whether it is final.
  ///
  /// Sessions and the keys published ahead go at once.
  public synchronized boolean revoke(Pseudonym by, Pseudonym name) {
    boolean last = membership().revoke(by, name, now());
    renew(true); // also in doubt: the bundles that were taken back must not stand
    return last;
  }

  /// Signs and keeps the notice that a member's keys may be in other hands, before they are revoked: their device was lost unlocked.
  ///
  /// The notice is for good and every reader's, so who may not revoke them gives none: it refuses what [#revoke] would.
  public synchronized Compromise giveNotice(Pseudonym by, Pseudonym lost) {
    membership().requireRevocable(by, lost);
    return giveNotice(members().find(lost).stream().toList());
  }

  /// The same of all members, before a panic, which is anybody's who is unlocked.
  public synchronized Compromise giveNotice() {
    return giveNotice(members().list());
  }

  private Compromise giveNotice(List<Member> members) {
    Exposure exposure = new Exposure(folder, journal, bodies.shelves(), dayKeys.laneKeys());
    return withRoot(root -> exposure.giveNotice(members, root, now()));
  }

  /// Takes a suspended member back.
  public synchronized void restore(Pseudonym name) {
    membership().restore(name, now());
  }

  private <T> T withRoot(Function<Root, T> work) {
    byte[] secret = Shares.common(Shares.ROOT, sessions());
    try (Root root = Root.parse(secret)) {
      return work.apply(root);
    } catch (FormatException e) {
      throw new IllegalStateException("the root is damaged", e);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private void writeKeyFile(MemberKey key) {
    key.saw(journal.head());
    char[] passphrase = Optional.ofNullable(passphrases.get(key.pseudonym().name())).orElseThrow();
    DeskFolder.write(folder.keyFile(key.pseudonym(), key.device()), key.lock(passphrase, tools.workFactor()));
  }

  private static void writeSecret(Path file, byte[] secret) {
    DeskFolder.write(file, secret);
    Arrays.fill(secret, (byte) 0);
  }

  private Sessions sessions() {
    return unlocked.orElseThrow(Office::locked).sessions();
  }

  private Membership membership() {
    return unlocked.orElseThrow(Office::locked).membership();
  }

  JournalLedger ledger() {
    return unlocked.orElseThrow(Office::locked).ledger();
  }

  private static IllegalStateException locked() {
    return new IllegalStateException("the desk is locked");
  }

  private Instant now() {
    return tools.clock().instant();
  }

  private Epoch today() {
    return Epoch.of(now());
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      lock();
      bodies.close();
      journal.close();
    }
  }
}
