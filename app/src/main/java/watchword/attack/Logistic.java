package watchword.attack;

import java.util.List;

/// A logistic line through what was said and what held (Platt 1999).
record Logistic(double slope, double shift) {

  static final Logistic NONE = new Logistic(1, 0);

  private static final int ROUNDS = 25;

  /// Draws the line gently towards a flat one, so that few verdicts do not make it wild.
  private static final double RIDGE = 0.1;

  double probability(double sum) {
    return 1 / (1 + Math.exp(-slope * sum - shift));
  }

  /// By Newton's method from the flat line, from where it does not overshoot.
  static Logistic fit(List<Double> sums, List<Boolean> truths) {
    Logistic line = new Logistic(0, 0);
    for (int round = 0; round < ROUNDS; round++) {
      double slopes = -RIDGE * line.slope;
      double shifts = -RIDGE * line.shift;
      double bendSlope = RIDGE;
      double bendShift = RIDGE;
      double cross = 0;
      for (int i = 0; i < sums.size(); i++) {
        double sum = sums.get(i);
        double said = line.probability(sum);
        double miss = (truths.get(i) ? 1 : 0) - said;
        double weight = said * (1 - said);
        slopes += miss * sum;
        shifts += miss;
        bendSlope += weight * sum * sum;
        bendShift += weight;
        cross += weight * sum;
      }
      double determinant = bendSlope * bendShift - cross * cross;
      line = new Logistic(line.slope + (bendShift * slopes - cross * shifts) / determinant, line.shift + (bendSlope * shifts - cross * slopes) / determinant);
    }
    return line;
  }
}
