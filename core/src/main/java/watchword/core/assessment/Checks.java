package watchword.core.assessment;

import java.util.List;

/// What several records here hold their parts to.
final class Checks {

  /// Sums of shares may miss one by this, from being written in decimals.
  private static final double NEAR = 1e-9;

  private Checks() {}

  static void said(String text, String what) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " is empty");
    }
  }

  /// Copies probabilities that exclude each other and leave nothing out.
  static List<Double> shares(List<Double> probabilities, double least, String what) {
    double sum = 0;
    for (double probability : probabilities) {
      if (!(probability >= least && probability <= 1 - least)) {
        throw new IllegalArgumentException(what + " holds a probability that is not between " + least + " and " + (1 - least));
      }
      sum += probability;
    }
    if (!(Math.abs(sum - 1) <= NEAR)) {
      throw new IllegalArgumentException(what + " does not sum to one");
    }
    return List.copyOf(probabilities);
  }

  static double share(double share, String what) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(what + " is not between 0 and 1");
    }
    return share;
  }
}
