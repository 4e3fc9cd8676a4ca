package watchword.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import watchword.journal.Journal;
import watchword.journal.SqliteJournalStore;
import watchword.member.JoinRequest;
import watchword.member.MemberKey;
import watchword.member.Members;
import watchword.member.Pseudonym;
import watchword.seal.Epoch;
import watchword.seal.FormatException;
import watchword.seal.SigningKey;

/// A sealed journal and the words beside it, open for the one member of a new desk.
final class Cabinet implements AutoCloseable {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant NOW = Instant.parse("2026-03-09T15:20:00Z");

  private final Path folder;
  private final byte[] desk;
  private final MemberKey member = MemberKey.generate(new Pseudonym(LedgerContract.MEMBER), RANDOM);
  private Journal journal;
  private watchword.journal.Bodies bodies;
  private Sessions sessions;

  Cabinet(Path folder) throws IOException, FormatException {
    this.folder = folder;
    SigningKey key = SigningKey.generate(RANDOM);
    this.desk = key.secretSeed();
    this.journal = Journal.open(SqliteJournalStore.open(folder.resolve("journal.db")), key.verifyKey());
    this.bodies = watchword.journal.Bodies.open(folder);
    Members members = Members.founded(JoinRequest.of(member), Set.of(0), Epoch.of(NOW));
    new Shares(journal, 1, RANDOM).beginEpoch(Epoch.of(NOW), members, key);
    this.sessions = unlocked(key);
    ledger().append(members, NOW);
  }

  private Sessions unlocked(SigningKey key) {
    Sessions opened = new Sessions(key);
    opened.add(new Sessions.Session(member, journal.unlock(member)));
    return opened;
  }

  JournalLedger ledger() {
    return new JournalLedger(journal, sessions, new EntryFormat(RandomDesk.WORLD.kinds()));
  }

  SealedBodies bodies() {
    return new SealedBodies(bodies, journal, sessions);
  }

  /// As after a stop and a start.
  void reopen() throws IOException, FormatException {
    journal.close();
    bodies.close();
    SigningKey key = SigningKey.of(desk);
    journal = Journal.open(SqliteJournalStore.open(folder.resolve("journal.db")), key.verifyKey());
    bodies = watchword.journal.Bodies.open(folder);
    sessions = unlocked(key);
  }

  @Override
  public void close() throws IOException {
    sessions.close();
    bodies.close();
    journal.close();
  }
}
