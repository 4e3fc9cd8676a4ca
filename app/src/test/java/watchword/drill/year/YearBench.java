package watchword.drill.year;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Prints a row for each seed from one to another, and one for all: the table of bench/results/2026-11-30-year.md.
final class YearBench {

  private YearBench() {}

  public static void main(String[] args) {
    List<Year> years = IntStream.rangeClosed(Integer.parseInt(args[0]), Integer.parseInt(args[1])).mapToObj(Year::seeded).toList();
    years.forEach(year -> row(Long.toString(year.seed()), year.eventsBefore(), YearScore.of(List.of(year))));
    YearScore all = YearScore.of(years);
    row("all", years.stream().mapToInt(Year::eventsBefore).sum(), all);
    all.calibration().bands().forEach(band -> System.out.printf(Locale.ROOT, "%d–%d %%: said %d times, %.1f %% on average, came %d times (%.1f %%)%n",
        band.from(), band.to(), band.said(), 100 * band.mean(), band.held(), 100 * band.share()));
  }

  private static void row(String name, int before, YearScore score) {
    System.out.printf(Locale.ROOT, "| %s | %d | %d | %.4f | %.4f | %.1f %% | %.3f | %.3f | %.1f | %.1f |%n", name, before, score.crossings(),
        score.brier().figure(), score.brier().baseRate(), 100 * score.skill(), score.log().figure(), score.log().baseRate(),
        score.baseline().figure(), score.baseline().baseRate());
  }
}
