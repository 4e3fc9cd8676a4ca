package watchword.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import watchword.archive.KindsFile;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.decision.Policy;
import watchword.desk.Desk;
import watchword.desk.DropBox;
import watchword.desk.Models;
import watchword.desk.Office;
import watchword.desk.Opening;
import watchword.desk.Steps;
import watchword.desk.TestReports;
import watchword.gate.Inbox;

/// The part of a desk's work that takes a member's keys, from unlocking to locking.
final class DeskUnlocked {

  private static final Duration RENEWAL = Duration.ofHours(1);

  private final Office office;
  private final Desk desk;
  private final Opening opening;
  private final Inbox inbox;
  private final DeskBoard board;
  private final DropBox drop;
  private Instant renewed;
  private List<Bulletin> shown = List.of();
  private long opened;

  private DeskUnlocked(Office office, Desk desk, Inbox inbox, DeskBoard board, Optional<TestReports> tests, Instant now) {
    this.office = office;
    this.desk = desk;
    this.inbox = inbox;
    this.board = board;
    this.drop = new DropBox(office.folder().bundles(), desk.letters(), new SecureRandom(), office::signBoard);
    this.opening = new Opening(office, desk, KindsFile.builtIn(), tests);
    this.renewed = now;
  }

  static DeskUnlocked begin(Office office, Inbox inbox, DeskPlaces places, ZoneOffset zone, Optional<TestReports> tests, Instant now) throws IOException {
    SecureRandom random = new SecureRandom();
    office.renew();
    Desk desk = office.desk(
        new Desk.Setup(Models.standard(Policy.DEFAULT), Policy.DEFAULT, places.gazetteer(), zone, () -> bulletinId(random)));
    DeskUnlocked work = new DeskUnlocked(office, desk, inbox, new DeskBoard(office, places, zone), tests, now);
    work.publish(now);
    work.drop.renew(now);
    return work;
  }

  Desk desk() {
    return desk;
  }

  long opened() {
    return opened;
  }

  /// Opens what the gate took, as far as an unlocked member holds its key; each is tried, for what waits too long is lost.
  void open(Instant now) throws IOException {
    Steps<IOException> steps = new Steps<>();
    for (int lane = 0; lane < office.file().lanes(); lane++) {
      for (Inbox.Item item : inbox.list(lane)) {
        steps.then(() -> take(item, now));
      }
    }
    steps.end();
  }

  private void take(Inbox.Item item, Instant now) throws IOException {
    Opening.Came came = opening.take(inbox.read(item), item.lane(), now);
    if (came != Opening.Came.LOCKED) {
      inbox.remove(item);
    }
    if (came == Opening.Came.NEW) {
      opened++;
    }
  }

  /// Ticks, renews by the hour, and publishes what is new.
  boolean attend(Instant now) throws IOException {
    desk.tick(now);
    desk.housekeeping(now);
    boolean hour = !renewed.plus(RENEWAL).isAfter(now);
    if (hour) {
      office.renew();
      office.remember();
      renewed = now;
    }
    boolean news = !desk.bulletins(now).equals(shown);
    if (news || hour) {
      publish(now);
    }
    drop.renew(now);
    return news;
  }

  /// Makes the board anew.
  void publish(Instant now) throws IOException {
    shown = desk.bulletins(now);
    board.publish(shown, now);
  }

  static BulletinId bulletinId(SecureRandom random) {
    byte[] id = new byte[8];
    random.nextBytes(id);
    return new BulletinId(HexFormat.of().formatHex(id));
  }
}
