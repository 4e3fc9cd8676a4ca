package watchword.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.SourceRecords.Tally;
import watchword.core.corroboration.Verdict;
import watchword.core.decision.Policy;
import watchword.core.incident.IncidentId;
import watchword.core.report.Reader;
import watchword.core.report.Reading;
import watchword.drill.Sending;
import watchword.drill.World;
import watchword.drill.WorldSize;

/// A desk whose members do anything at any time, by a seed.
final class RandomDesk {

  static final World WORLD = World.seeded(7, WorldSize.USUAL);
  static final Models MODELS = Models.standard(Policy.DEFAULT);

  private static final List<String> MEMBERS = List.of("heron", "wren", "rook");

  private final Random dice;
  private final MemoryLedger ledger = new MemoryLedger();
  private final Desk desk;
  private final List<Sending> waiting;
  private Instant now = World.START.plus(Duration.ofHours(3));

  RandomDesk(long seed) {
    dice = new Random(seed);
    waiting = new ArrayList<>(WORLD.sendings());
    java.util.Collections.shuffle(waiting, dice);
    desk = new Desk(ledger, new MemoryBodies(), setup(dice));
  }

  static Desk.Setup setup(Random dice) {
    return new Desk.Setup(MODELS, Policy.DEFAULT, WORLD.gazetteer(), ZoneOffset.UTC, () -> new BulletinId(Long.toHexString(dice.nextLong())));
  }

  static Reading reading(int sending) {
    return new Reader(WORLD.gazetteer(), ZoneOffset.UTC).read(WORLD.sendings().get(sending).report(), World.START);
  }

  Instant now() {
    return now;
  }

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    ledger.replay(entries::add);
    return entries;
  }

  void act() {
    now = now.plusSeconds(dice.nextInt(dice.nextInt(12) == 0 ? 400_000 : 4_000));
    String member = MEMBERS.get(dice.nextInt(MEMBERS.size()));
    List<IncidentId> queue = desk.queue(now).stream().map(one -> one.incident().id()).toList();
    int act = queue.isEmpty() ? 0 : dice.nextInt(16);
    switch (act) {
      case 3 -> desk.find(member, pick(queue), pick(Finding.Method.values()), pick(Finding.Outcome.values()), now);
      case 4 -> desk.judge(member, pick(queue), pick(Verdict.Truth.values()), now);
      case 5 -> desk.publish(member, pick(queue), pick(Status.values()), "", now);
      case 6 -> desk.putAside(member, pick(queue), now.plusSeconds(dice.nextInt(100_000)), now);
      case 7 -> desk.close(member, pick(queue), now);
      case 8 -> desk.same(member, queue.getFirst(), queue.getLast(), now);
      case 9 -> desk.different(member, queue.getFirst(), queue.getLast(), now);
      case 10 -> desk.tick(now);
      case 11 -> {
        var bulletins = desk.bulletins(now);
        if (!bulletins.isEmpty()) {
          desk.withdraw(member, pick(bulletins).notice().thread(), now);
        }
      }
      case 12 -> desk.enrol(member, waiting.getFirst().report().source(), new Tally(dice.nextInt(9), dice.nextInt(3)), now);
      case 13 -> split(member, queue);
      case 14 -> desk.joinSeries(member, pick(queue), pick(queue), now);
      case 15 -> desk.leaveSeries(member, pick(queue), now);
      default -> receive();
    }
  }

  private void receive() {
    for (int left = 1 + dice.nextInt(8); left > 0 && waiting.size() > 1; left--) {
      desk.receive(waiting.removeFirst().report(), "", Desk.DESK, now);
    }
  }

  private void split(String member, List<IncidentId> queue) {
    var reports = desk.get(pick(queue), now).incident().reports();
    desk.words(member, reports.getFirst(), now);
    if (reports.size() > 1) {
      desk.split(member, desk.queue(now).stream().filter(one -> one.incident().reports().equals(reports)).findFirst().orElseThrow().incident().id(), Set.of(reports.getLast()), now);
    }
  }

  private <T> T pick(List<T> list) {
    return list.get(dice.nextInt(list.size()));
  }

  private <T> T pick(T[] values) {
    return values[dice.nextInt(values.length)];
  }
}
