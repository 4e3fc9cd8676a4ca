package watchword.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import watchword.core.bulletin.BulletinId;
import watchword.core.corroboration.SourceRecords.Tally;
import watchword.core.decision.Policy;
import watchword.core.report.Channel;
import watchword.desk.Desk;
import watchword.desk.Entry;
import watchword.desk.MemoryBodies;
import watchword.desk.Models;
import watchword.drill.Sending;
import watchword.drill.World;
import watchword.drill.WorldSize;

/// A desk that has received an invented country's evening, and a console over it.
final class Evening implements AutoCloseable {

  static final String MEMBER = "anna";
  static final String PASSPHRASE = "grey heron over water";
  static final String OTHER = "marek";
  static final String OTHERS_PASSPHRASE = "seven lamps in fog";
  static final ZoneOffset ZONE = ZoneOffset.ofHours(3);

  final World world = World.seeded(1, WorldSize.USUAL);
  final Noted ledger = new Noted();
  final Desk desk;
  final Console console;
  private Instant now = world.start().plus(Duration.ofMinutes(200));
  private Instant idleNow = Instant.parse("2026-11-22T12:00:00Z");

  Evening(int port) {
    AtomicInteger bulletins = new AtomicInteger();
    desk = new Desk(ledger, new MemoryBodies(), new Desk.Setup(
        Models.standard(Policy.DEFAULT), Policy.DEFAULT, world.gazetteer(), ZONE, () -> new BulletinId("b" + bulletins.incrementAndGet())));
    world.sendings().stream()
        .map(Sending::report)
        .filter(report -> report.channel() != Channel.SEALED)
        .map(report -> report.source())
        .distinct()
        .forEach(source -> desk.enrol(MEMBER, source, new Tally(9, 2), world.start()));
    for (Sending sending : world.sendings()) {
      if (!sending.at().isAfter(now)) {
        desk.receive(sending.report(), "", Desk.DESK, sending.at());
      }
    }
    Unlock unlock = Unlock.of(Map.of(MEMBER, PASSPHRASE, OTHER, OTHERS_PASSPHRASE));
    ConsoleConfig config = new ConsoleConfig(port, "Watch of Lorne", ZONE, unlock, world.kinds(), world.gazetteer(), ConsoleConfig.IDLE, () -> idleNow);
    console = Console.open(desk, config, (InstantSource) () -> now);
  }

  Instant now() {
    return now;
  }

  void desksClockMoves(Duration by) {
    now = now.plus(by);
  }

  void nobodyActsFor(Duration time) {
    idleNow = idleNow.plus(time);
  }

  long shown() {
    return ledger.entries().stream().filter(Entry.Shown.class::isInstance).count();
  }

  @Override
  public void close() {
    console.close();
  }
}
