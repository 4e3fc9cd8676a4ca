package watchword.bench.merging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import watchword.bench.merging.Runs.Spent;
import watchword.bench.merging.Runs.Watched;
import watchword.bench.merging.Section.Line;

/// What a report costs as an archive grows by days at the same crowd; a surge beside it.
///
/// By the product's command with the heap of the aim.
final class Growth {

  private static final long FIRST = 100_000;
  private static final long STEP = 10;
  private static final long SURGE = 100_000;

  /// No report should take longer on the slowest of machines: then a run is stopped.
  private static final Duration PATIENCE_A_REPORT = Duration.ofMillis(1);

  private static final Duration LEAST_PATIENCE = Duration.ofMinutes(10);

  private final Runs runs;
  private final List<String> details = new ArrayList<>(List.of("", "## Growth: more days, not more crowd", "",
      "`merge FILE --clusters OUT` with " + Runs.LEAN_HEAP + ", from a cold start. Heap: the most before a collection, and "
          + "after one.", "",
      "| rows | wall s | CPU s | µs of a processor a report | reports/s by the clock | resident, MB | heap, MB | |",
      "|---|---|---|---|---|---|---|---|"));

  private Growth(Runs runs) {
    this.runs = runs;
  }

  /// @param most rows of the largest archive
  static Section measure(Runs runs, long most) throws IOException, InterruptedException {
    Growth growth = new Growth(runs);
    List<Double> costs = new ArrayList<>();
    long resident = 0;
    String note = "";
    for (long rows = FIRST; rows <= most; rows *= STEP) {
      Watched watched = growth.run(rows, "days", String.valueOf(rows));
      watched.spent().map(growth.cost(rows)).ifPresent(costs::add);
      resident = Math.max(resident, watched.residentMegabytes());
      note = watched.note();
    }
    Watched surge = growth.run(SURGE, "surge", "one night of " + SURGE + " in one town");
    String ratio = costs.size() < 2 || !note.isEmpty() ? "not told: " + note
        : String.format(Locale.ROOT, "%.2f× from %d to %d", costs.getLast() / costs.getFirst(), FIRST, most);
    return new Section(List.of(
        new Line("growth, CPU a report, 10⁵ → 10⁷ rows", "≤ 1.5×; heap ≤ 1.5 GB, resident ≤ 4 GB",
            ratio + "; resident " + resident + " MB", "`merge` with " + Runs.LEAN_HEAP + ", cold"),
        new Line("a surge: one night of 10⁵ reports in one town", "a line of its own",
            surge.spent().map(spent -> decimal(spent.cpuSeconds()) + " CPU s").orElse(surge.note()), "the same command")),
        growth.details);
  }

  private Function<Spent, Double> cost(long rows) {
    return spent -> 1e6 * spent.cpuSeconds() / rows;
  }

  private Watched run(long rows, String shape, String name) throws IOException, InterruptedException {
    Path file = runs.rows(rows, shape);
    Path out = runs.scratch().resolve("grown.csv");
    Duration patience = PATIENCE_A_REPORT.multipliedBy(rows);
    Watched watched = runs.watched(file, out, patience.compareTo(LEAST_PATIENCE) > 0 ? patience : LEAST_PATIENCE);
    Files.deleteIfExists(file);
    Files.deleteIfExists(out);
    Optional<Spent> spent = watched.spent();
    details.add(String.format(Locale.ROOT, "| %s | %s | %s | %s | %s | %d | %d, %d | %s |", name,
        spent.map(each -> decimal(each.wallSeconds())).orElse(""),
        spent.map(each -> decimal(each.cpuSeconds())).orElse(""),
        spent.map(cost(rows)).map(Growth::decimal).orElse(""),
        spent.map(each -> decimal(rows / each.wallSeconds())).orElse(""),
        watched.residentMegabytes(), watched.heapBefore(), watched.heapAfter(), watched.note()));
    return watched;
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
