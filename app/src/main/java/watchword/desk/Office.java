package watchword.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import watchword.member.Suspension;
import watchword.seal.Compromise;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
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
  private final Journal journal;
  private final Bodies bodies;
  private final DayKeys dayKeys;
  private final Shares shares;
  private final Unlocking unlocking;
  private boolean closed;

  /// What an office is handed.
  ///
  /// @param workFactor of key files: [MemberKey#WORK_FACTOR], or less for throw-away desks
  public record Tools(InstantSource clock, SecureRandom random, int workFactor, Kinds kinds) {}

  /// What a renewal did.
  public record Renewal(int bundles, int keysDestroyed, boolean cut) {}

  Office(DeskFolder folder, DeskFile file, Tools tools) throws IOException, FormatException {
    this.folder = folder;
    this.file = file;
    this.tools = tools;
    this.journal = Journal.open(SqliteJournalStore.open(folder.path().resolve("journal.db")), file.desk());
    folder.shredUnfinished(); // the journal is open, so nobody else writes here
    this.bodies = Bodies.open(folder.path());
    this.dayKeys = new DayKeys(folder, file, tools.random(), tools.clock());
    this.shares = new Shares(journal, file.lanes(), tools.random());
    this.unlocking = new Unlocking(folder, file, journal, new EntryFormat(tools.kinds()), shares, dayKeys, new KeyFiles(folder, tools.workFactor()));
  }

  /// Opens a desk's folder, locked.
  public static Office open(Path path, Tools tools) throws IOException, FormatException {
    DeskFolder folder = new DeskFolder(path);
    folder.requireNotDestroyed();
    folder.requireWhole();
    return new Office(folder, folder.read(), tools);
  }

  /// Unlocks for a member; false when the passphrase is another, or the device is no member's here.
  public synchronized boolean unlock(Pseudonym member, char[] passphrase) throws FormatException {
    return unlocking.unlock(member, passphrase);
  }

  /// Locks: key files remember the journal's head, and memory forgets every key.
  public synchronized void lock() {
    unlocking.lock();
  }

  /// Locks for one member: their keys go, and the desk sees by whoever reads from furthest back of those who are left.
  ///
  /// Ask for the [#desk] anew where that changes [#readsBy].
  public synchronized void lock(Pseudonym member) {
    unlocking.lock(member);
  }

  /// The member by whose keys the desk sees now; empty while it is locked.
  public synchronized Optional<Pseudonym> readsBy() {
    return unlocking.readsBy();
  }

  public synchronized boolean isLocked() {
    return unlocking.isLocked();
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
    int destroyed = dayKeys.destroyDue(now(), Optional.of(sessions.desk())).keys(); // before anything that may fail
    membership().endWhatIsDue(now());
    if (journal.day().map(day -> day.compareTo(today()) < 0).orElse(true)) {
      shares.beginEpoch(today(), members(), sessions.desk());
    }
    int bundles = issue ? Shares.withRoot(sessions(), root -> dayKeys.issue(
        today(), root, members(), sessions.desk(), day -> shares.commit(day, journal.head(), members(), sessions.desk()))) : 0;
    boolean cut = ledger().cut(today());
    if (cut) {
      shares.forgetCommitments(today());
    }
    return new Renewal(bundles, destroyed, cut);
  }

  /// Destroys the keys that are due, locked or not; what was destroyed while locked is signed for at the next renewal.
  public synchronized Destroyed destroyDue() {
    return dayKeys.destroyDue(now(), unlocking.desk());
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

  /// Returns the head of the journal that a bundle commits to, as an unlocked member's key opens it; empty where it commits to another.
  public synchronized Optional<Head> committed(SignedBundle bundle) {
    try (Keyring keyring = journal.unlock(sessions().first().key())) {
      return Shares.committed(bundle.claimed().term().first(), bundle.claimed().journalHead(), keyring);
    }
  }

  /// Has the key files of who is unlocked remember the journal's head, as a lock does: where the desk is killed, an older journal passes by no more than what came since.
  ///
  /// About a second a member, who had something to remember.
  public synchronized void remember() {
    unlocking.remember();
  }

  /// Opens an inner file of the inbox; empty when no unlocked member holds its lane's key of that term.
  public synchronized Optional<byte[]> open(byte[] inner, int lane) throws FormatException {
    return dayKeys.open(inner, lane, sessions());
  }

  /// Signs for the board.
  public synchronized byte[] signBoard(byte[] content) {
    return Shares.signBoard(content, sessions());
  }

  /// Returns a new stop sheet, for a member who joined: to be printed once and kept nowhere else.
  public synchronized byte[] stopSheet() {
    return Shares.withRoot(sessions(), root -> StopSheet.sign(root, Fingerprint.of(root.publicPart()), today()).text());
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
    Destroyed _ = destroyDue(); // bundles that ran out while the desk was stopped commit to heads that nobody new is told of
    return membership().admit(invitation, request, now());
  }

  /// Suspends a member by another's word, and by a third's, or after 24 hours, ends their part; returns whether it is final.
  ///
  /// Sessions and the keys published ahead go at once.
  public synchronized boolean revoke(Pseudonym by, Pseudonym name) {
    boolean last = unlocking.revoke(by, name, now());
    renew(true); // also in doubt: the bundles that were taken back must not stand
    return last;
  }

  /// Signs and keeps the notice that a member's keys may be in other hands, before they are revoked: their device was lost unlocked.
  ///
  /// The notice is for good and every reader's, so who may not revoke them gives none: it refuses what [#revoke] would.
  public synchronized Compromise giveNotice(Pseudonym by, Pseudonym lost) {
    membership().requireRevocable(by, lost, now());
    return giveNotice(everybody().filter(member -> member.pseudonym().equals(lost)).toList());
  }

  /// The same of all members, before a panic, which is anybody's who is unlocked.
  public synchronized Compromise giveNotice() {
    return giveNotice(everybody().toList());
  }

  /// Who is suspended too: what was sealed to them before stays so until their part ends.
  private Stream<Member> everybody() {
    return Stream.concat(members().list().stream(), members().suspended().stream().map(Suspension::member));
  }

  private Compromise giveNotice(List<Member> members) {
    Exposure exposure = new Exposure(folder, journal, bodies.shelves(), dayKeys.laneKeys());
    return Shares.withRoot(sessions(), root -> exposure.giveNotice(members, root, now()));
  }

  /// Why this member may not suspend, or end for good, another's part; empty where they may.
  public synchronized Optional<String> refusal(Pseudonym by, Pseudonym name) {
    try {
      membership().requireRevocable(by, name, now());
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /// Takes a suspended member back, by an unlocked member's word.
  public synchronized void restore(Pseudonym by, Pseudonym name) {
    Destroyed _ = destroyDue(); // as before an admission
    membership().restore(by, name, now());
  }

  /// Stops an invitation for good, by an unlocked member's word.
  public synchronized void stop(Pseudonym by, Invitation invitation) {
    membership().stop(by, invitation, now());
  }

  /// Who suspended whom, agreed, took back or stopped an invitation, since this member is here and for 30 days at most; oldest first.
  public synchronized List<Entry.Voted> votes(Pseudonym member) {
    Optional<Instant> here = members().find(member).map(one -> one.joined().begin());
    return ledger().votes().stream().filter(vote -> here.filter(since -> !vote.at().isBefore(since)).isPresent()).toList();
  }

  /// Lanes that nobody unlocked holds, beside this member: their wrapped keys cannot be sealed anew.
  public synchronized List<Integer> unheldLanes(Pseudonym without) {
    Set<Integer> held = sessions().all().map(session -> session.key().pseudonym()).filter(name -> !name.equals(without))
        .flatMap(name -> members().find(name).stream()).flatMap(member -> member.lanes().stream()).collect(Collectors.toSet());
    return IntStream.range(0, file.lanes()).boxed().filter(lane -> !held.contains(lane)).toList();
  }

  /// Ends the desk for good from within, by any unlocked member's act or where a panic from a shell is seen: memory forgets, the folder is destroyed, and nothing is written any more.
  ///
  /// @return how many files are gone
  public synchronized int panic() throws IOException {
    unlocking.forget();
    return folder.destroyTwice(this::closeWhateverStands);
  }

  private void closeWhateverStands() {
    if (!closed) {
      closed = true;
      closeWhateverStands(bodies::close);
      closeWhateverStands(journal::close);
    }
  }

  private static void closeWhateverStands(Runnable close) {
    try {
      close.run();
    } catch (RuntimeException e) {
      // Its file is zeros: there is nothing to save.
    }
  }

  private Sessions sessions() {
    return unlocking.sessions();
  }

  private Membership membership() {
    return unlocking.membership();
  }

  JournalLedger ledger() {
    return unlocking.ledger();
  }

  /// For who founds the desk.
  Shares shares() {
    return shares;
  }

  /// Unlocks a new desk for its founder.
  void enter(MemberKey founder, char[] passphrase, SigningKey desk) {
    unlocking.enter(founder, journal.unlock(founder), passphrase, desk);
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
      try (journal; bodies) {
        lock();
      }
    }
  }
}
