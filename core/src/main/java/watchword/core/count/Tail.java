package watchword.core.count;

/// Rings when the last day, or the last two or three together, are higher than eight weeks of earlier days explain.
///
/// Mean and dispersion are those of the baseline, which ends before the days it is compared with, so that a rise does not hide itself. The smallest
/// of the windows' probabilities is held against `alpha`; sums of negative binomial days are negative binomial.
///
/// @param baselineDays how many earlier days tell what is usual
/// @param leftOutDays how many days before the judged one belong to neither; at least the windows' length less one
/// @param windowDays the longest sum looked at
/// @param alpha a probability at or below this rings
public record Tail(int baselineDays, int leftOutDays, int windowDays, double alpha) implements Detector {

  /// As recommended: at most one false alarm in 90 days, a threefold step found by its third day (bench/results/2026-11-30-assessment.md says where).
  public static final Tail RECOMMENDED = new Tail(56, 7, 3, .004);

  /// So that a series of nothing but zeros has a mean: half a happening in all of the baseline.
  private static final double HALF = .5;

  public Tail {
    if (baselineDays < 14) {
      throw new IllegalArgumentException("a baseline has fewer than 14 days");
    }
    if (windowDays < 1 || leftOutDays < windowDays - 1) {
      throw new IllegalArgumentException("the baseline overlaps the days it is compared with");
    }
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha is not between 0 and 1");
    }
  }

  @Override
  public String id() {
    return "tail";
  }

  @Override
  public int daysBefore() {
    return baselineDays + leftOutDays;
  }

  @Override
  public boolean rings(int[] counts, int day) {
    return surprise(counts, day) <= alpha;
  }

  /// The smallest probability of a sum so high, over the windows that end on this day.
  public double surprise(int[] counts, int day) {
    Detector.requireDay(this, counts, day);
    Counting usual = usual(counts, day);
    double least = 1;
    int sum = 0;
    for (int days = 1; days <= windowDays; days++) {
      sum += counts[day - days + 1];
      if (sum > days * usual.mean()) {
        least = Math.min(least, usual.over(days).atLeast(sum));
      }
    }
    return least;
  }

  /// What the baseline of a day says is usual, by its moments.
  Counting usual(int[] counts, int day) {
    int end = day - leftOutDays;
    double sum = 0;
    for (int i = end - baselineDays; i < end; i++) {
      sum += counts[i];
    }
    double mean = sum / baselineDays;
    double squares = 0;
    for (int i = end - baselineDays; i < end; i++) {
      squares += (counts[i] - mean) * (counts[i] - mean);
    }
    double variance = squares / (baselineDays - 1);
    double size = variance > mean ? mean * mean / (variance - mean) : Double.POSITIVE_INFINITY;
    return sum == 0 ? Counting.poisson(HALF / baselineDays) : new Counting(mean, size);
  }
}
