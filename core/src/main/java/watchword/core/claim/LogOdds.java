package watchword.core.claim;

/// Log-odds and back, and what an uncertain sum of them means.
public final class LogOdds {

  /// 10 to 90 % of a normal.
  private static final double DEVIATIONS = 1.2816;

  /// Beyond this nothing is more certain: 1 in 10^13.
  private static final double MOST = 30;

  private LogOdds() {}

  static double of(double probability) {
    return Math.max(-MOST, Math.min(MOST, StrictMath.log(probability / (1 - probability))));
  }

  static double probability(double logOdds) {
    return 1 / (1 + StrictMath.exp(-logOdds));
  }

  /// @param variance of the log-odds of the probability
  static Interval interval(double probability, double variance) {
    double middle = of(probability);
    double half = DEVIATIONS * StrictMath.sqrt(variance);
    return new Interval(probability(middle - half), probability(middle + half));
  }

  /// Turns logarithms into shares of 1, in place.
  public static void normalise(double[] logs, int from, int to) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      most = Math.max(most, logs[i]);
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      logs[i] = StrictMath.exp(logs[i] - most);
      sum += logs[i];
    }
    for (int i = from; i < to; i++) {
      logs[i] /= sum;
    }
  }
}
