package watchword.core.merging;

/// Upper bounds of the logarithms of density ratios, from a table over the squared difference in deviations.
final class Bound {
  /// Rounding never lifts a score above its bound.
  static final double SLACK = 1e-6;

  private static final int ROWS = 1_024;
  private static final double LN2 = StrictMath.log(2);
  private static final double TIME_PEAK = -StrictMath.log((1 - Linkage.CLUSTERED) * StrictMath.sqrt(2 * StrictMath.PI));
  private static final double PLACE_PEAK = StrictMath.log(Linkage.AREA / ((1 - Linkage.CLUSTERED) * 2 * StrictMath.PI));
  private static final double WINDOW = StrictMath.log(8);
  private static final double DAY = StrictMath.log(Linkage.DAY_SECONDS);
  private static final double[] TIME = tails(Linkage.GROSS_FACTOR);
  private static final double[] PLACE = tails(Linkage.GROSS_FACTOR * Linkage.GROSS_FACTOR);

  private Bound() {}

  /// @param spread by what gross errors thin the peak: once for each dimension
  private static double[] tails(double spread) {
    double[] tails = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      tails[i] = StrictMath.log((1 - Linkage.GROSS) * StrictMath.exp(-i / 2.0)
          + Linkage.GROSS / spread * StrictMath.exp(-i / (2 * Linkage.GROSS_FACTOR * Linkage.GROSS_FACTOR)));
    }
    return tails;
  }

  static double time(double squaredGap, double variance) {
    return timePeak(variance) + TIME[(int) Math.min(ROWS - 1, squaredGap / variance)];
  }

  private static double timePeak(double variance) {
    // The exponent of the variance stands for its logarithm, from below.
    return TIME_PEAK + Math.max(WINDOW, DAY - LN2 / 2 * Math.getExponent(variance));
  }

  static double place(double squaredDistance, double variance) {
    return placePeak(variance) + PLACE[(int) Math.min(ROWS - 1, squaredDistance / variance)];
  }

  private static double placePeak(double variance) {
    return PLACE_PEAK - LN2 * Math.getExponent(variance);
  }

  /// The most that place and time can add where neither variance is less than these.
  static double peaks(double placeVariance, double timeVariance) {
    return placePeak(placeVariance) + timePeak(timeVariance);
  }

  /// By how much that sinks where neither variance is more than these; below 0.
  static double tails(double squaredDistance, double placeVariance, double squaredGap, double timeVariance) {
    return PLACE[(int) Math.min(ROWS - 1, squaredDistance / placeVariance)]
        + TIME[(int) Math.min(ROWS - 1, squaredGap / timeVariance)];
  }

  /// How far apart two times of this variance may lie for the logarithm of their ratio to be above a floor, in deviations.
  static double deviations(double floor, double variance) {
    int row = 0;
    while (row < ROWS - 1 && timePeak(variance) + TIME[row] > floor) {
      row++;
    }
    return row == ROWS - 1 ? Double.POSITIVE_INFINITY : StrictMath.sqrt(row);
  }
}
