package watchword.core.count;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// How often a detector rings for nothing, and how soon it finds a threefold step of five days, on drawn series.
///
/// As a program it prints the table of bench/results/2026-11-30-assessment.md.
///
/// @param falseAlarms in 90 quiet days; days that ring in a row are one alarm
/// @param falseDays the days of them
/// @param found the share of steps that ring on their first, second or third day
record AlarmRates(double falseAlarms, double falseDays, double found) {

  /// The recommended setting was chosen on other seeds; those from here on score it.
  private static final int FIRST_SCORING_SEED = 1_000_000;

  private static final int SERIES = 1000;
  private static final int QUIET_DAYS = 90;
  private static final int STEP_DAYS = 5;

  static AlarmRates of(Detector detector, double mean, double size) {
    int alarms = 0;
    int ringing = 0;
    int found = 0;
    int quiet = Tail.RECOMMENDED.daysBefore() + QUIET_DAYS;
    double[] usual = tails(new Counting(mean, size));
    double[] raised = tails(new Counting(3 * mean, size));
    for (int i = 0; i < SERIES; i++) {
      SplittableRandom chance = new SplittableRandom(FIRST_SCORING_SEED + i);
      int[] counts = new int[quiet + STEP_DAYS];
      Arrays.setAll(counts, day -> draw(chance, day < quiet ? usual : raised));
      boolean before = false;
      for (int day = quiet - QUIET_DAYS; day < quiet; day++) {
        boolean rings = detector.rings(counts, day);
        ringing += rings ? 1 : 0;
        alarms += rings && !before ? 1 : 0;
        before = rings;
      }
      found += detector.rings(counts, quiet) || detector.rings(counts, quiet + 1) || detector.rings(counts, quiet + 2) ? 1 : 0;
    }
    return new AlarmRates((double) alarms / SERIES, (double) ringing / SERIES, (double) found / SERIES);
  }

  /// P(X ≥ k) for k from 0, as far as anything is left.
  private static double[] tails(Counting counting) {
    return IntStream.iterate(0, k -> k + 1).mapToDouble(counting::atLeast).takeWhile(tail -> tail > 1e-12).toArray();
  }

  private static int draw(SplittableRandom chance, double[] tails) {
    double level = 1 - chance.nextDouble();
    int low = 0;
    int high = tails.length;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (tails[middle] >= level) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  public static void main(String[] args) {
    List<Detector> detectors = List.of(Tail.RECOMMENDED, Ears.usual(Ears.Method.C1), Ears.usual(Ears.Method.C2), Ears.usual(Ears.Method.C3));
    for (double size : new double[] {3, 5, 10, Double.POSITIVE_INFINITY}) {
      for (double mean : new double[] {.5, 1, 2, 3, 5, 10, 20, 50}) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "| %s | %.1f |",
            Double.isInfinite(size) ? "Poisson" : Integer.toString((int) size), mean));
        for (Detector detector : detectors) {
          AlarmRates rates = of(detector, mean, size);
          row.append(String.format(Locale.ROOT, " %.2f (%.2f) | %.1f |", rates.falseAlarms(), rates.falseDays(), 100 * rates.found()));
        }
        System.out.println(row);
      }
    }
  }
}
