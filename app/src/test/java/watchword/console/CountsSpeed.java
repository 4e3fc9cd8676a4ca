package watchword.console;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import watchword.core.kind.Kind;
import watchword.core.place.Place;
import watchword.core.place.Town;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;
import watchword.desk.Desk;

/// What the page of counts costs a desk of ten thousand reports, in processor seconds of the whole process; for bench/results.
final class CountsSpeed {

  private static final int REPORTS = 10_000;
  private static final int DAYS = 90;
  private static final int PAGES = 15;

  private CountsSpeed() {}

  public static void main(String[] args) {
    try (Evening evening = new Evening(0)) {
      Random dice = new Random(1);
      List<Town> towns = evening.world.gazetteer().towns();
      List<Kind> kinds = evening.world.kinds().list();
      for (int i = 0; i < REPORTS; i++) {
        Town town = towns.get(dice.nextInt(towns.size()));
        Instant at = evening.now().minus(Duration.ofMinutes((long) (REPORTS - i) * DAYS * 1_440 / REPORTS));
        receive(evening, i, kinds.get(dice.nextInt(kinds.size())), town, at);
      }
      evening.desk.queue(evening.now()); // every page merges and weighs; that is not what counting costs
      System.out.printf("%d counts of %d reports%n", evening.desk.counts().watch(Evening.MEMBER, evening.now()).judged(), evening.desk.reports());
      for (int i = 0; i < PAGES; i++) {
        receive(evening, REPORTS + i, kinds.getFirst(), towns.getFirst(), evening.now());
        time("merge", () -> evening.desk.doubts(evening.now()));
        time("count", () -> evening.desk.counts().watch(Evening.MEMBER, evening.now()));
        time("again", () -> evening.desk.counts().watch(Evening.MEMBER, evening.now()));
      }
      Browser anna = new Browser(evening.console.port());
      anna.unlock(Evening.MEMBER, Evening.PASSPHRASE);
      for (int i = 0; i < PAGES; i++) {
        time("page", () -> anna.get("/counts"));
      }
    }
  }

  private static void receive(Evening evening, int number, Kind kind, Town town, Instant at) {
    evening.desk.receive(
        new Report(new ReportId("s" + number), Channel.SEALED, new SourceKey("s" + number), kind, Stance.SIGHTING,
            Optional.of(new Place(town.latitude(), town.longitude(), 500, "")), new Span(at, at.plusSeconds(120)), "seen as number " + number, List.of(), List.of()),
        "", Desk.DESK, at);
  }

  private static void time(String what, Runnable act) {
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = system.getProcessCpuTime();
    act.run();
    System.out.println(String.format(Locale.ROOT, "%s %.0f ms", what, (system.getProcessCpuTime() - before) / 1e6));
  }
}
