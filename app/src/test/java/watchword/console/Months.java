package watchword.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import watchword.core.place.Place;
import watchword.core.place.Town;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;
import watchword.desk.Desk;

/// Quiet months before an evening, then two days on which something rings: in one district by forwards alone, in another by more happenings.
final class Months {

  static final int DAYS = 85;

  private final Evening evening;
  private final Random dice = new Random(85);
  private int told;

  private Months(Evening evening) {
    this.evening = evening;
  }

  static void before(Evening evening) {
    Months months = new Months(evening);
    List<Town> towns = evening.world.gazetteer().towns().stream().filter(town -> town.population() >= 1_000).toList();
    Town noisy = towns.getFirst();
    Town far = towns.stream().filter(town -> !town.district().equals(noisy.district())).findFirst().orElseThrow();
    for (int ago = DAYS; ago >= 1; ago--) {
      Instant day = evening.now().minus(Duration.ofDays(ago));
      for (Town town : towns.subList(0, Math.min(8, towns.size()))) {
        if (months.dice.nextInt(3) == 0) {
          months.happening("drone", town, day, 1 + months.dice.nextInt(3));
        }
      }
      months.happening("shelling", far, day, 1);
    }
    Instant yesterday = evening.now().minus(Duration.ofDays(1));
    for (int i = 0; i < 35; i++) {
      months.report("drone", noisy, yesterday.plusSeconds(40L * i), "sealed-w" + i, "a swarm of drones goes for the power station tonight, pass it on to everyone");
    }
    for (int hours = 12; hours >= 0; hours--) {
      months.happening("shelling", far, yesterday.minus(Duration.ofHours(hours)), 2);
    }
  }

  private void happening(String kind, Town town, Instant at, int witnesses) {
    for (int i = 0; i < witnesses; i++) {
      report(kind, town, at.plusSeconds(60L * i), "sealed-m" + told, "number " + told + " of what I saw from house " + dice.nextInt(1_000_000));
    }
  }

  private void report(String kind, Town town, Instant at, String source, String text) {
    evening.desk.receive(
        new Report(new ReportId("month-" + ++told), Channel.SEALED, new SourceKey(source), evening.world.kinds().get(kind), Stance.SIGHTING,
            Optional.of(new Place(town.latitude(), town.longitude(), 500, "")), new Span(at, at.plusSeconds(120)), text, List.of(), List.of()),
        "", Desk.DESK, at.plusSeconds(300));
  }
}
