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
  static final double HALF = .5;

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
    return highest(counts, day).probability();
  }

  /// The days up to one whose sum is highest against what is usual.
  ///
  /// @param probability of a sum so high
  record Sum(int days, int count, double probability) {}

  /// The least likely of the windows that end on this day.
  Sum highest(int[] counts, int day) {
    Detector.requireDay(this, counts, day);
    Counting usual = usual(counts, day);
    Sum least = new Sum(1, counts[day], 1);
    int sum = 0;
    for (int days = 1; days <= windowDays; days++) {
      sum += counts[day - days + 1];
      double probability = sum > days * usual.mean() ? usual.over(days).atLeast(sum) : 1;
      least = probability < least.probability() ? new Sum(days, sum, probability) : least;
    }
    return least;
  }

  /// The first day of the baseline of a day.
  int begin(int day) {
    return end(day) - baselineDays;
  }

  /// The day after the baseline of a day.
  int end(int day) {
    return day - leftOutDays;
  }

  /// The mean of a day's baseline.
  double mean(int[] counts, int day) {
    Detector.requireDay(this, counts, day);
    double sum = 0;
    for (int i = begin(day); i < end(day); i++) {
      sum += counts[i];
    }
    return sum / baselineDays;
  }

  /// On how many of many days like those of the baseline it rings, at most: what each window can reach of `alpha`, since counts are whole.
  double falseDays(int[] counts, int day) {
    Counting usual = usual(counts, day);
    if (usual.mean() >= HALF) {
      return windowDays * alpha;
    }
    double all = 0;
    for (int days = 1; days <= windowDays; days++) {
      Counting sum = usual.over(days);
      int count = (int) sum.mean() + 1;
      while (sum.atLeast(count) > alpha) {
        count++;
      }
      all += sum.atLeast(count);
    }
    return all;
  }

  /// What the baseline of a day says is usual, by its moments.
  Counting usual(int[] counts, int day) {
    double mean = mean(counts, day);
    double squares = 0;
    for (int i = begin(day); i < end(day); i++) {
      squares += (counts[i] - mean) * (counts[i] - mean);
    }
    double variance = squares / (baselineDays - 1);
    double size = variance > mean ? mean * mean / (variance - mean) : Double.POSITIVE_INFINITY;
    return mean == 0 ? Counting.poisson(HALF / baselineDays) : new Counting(mean, size);
  }
}
