package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.List;

/// What the desk's sums were worth: a logistic line through the sums that stood before its verdicts, and the verdicts (Platt 1999).
///
/// @param slope 1 at most, so that nothing is made surer than its evidence
record Calibration(List<Said> said, double slope, double shift) {

  static final Calibration NONE = new Calibration(List.of(), 1, 0);

  /// Half a year of a busy desk; older sums were made by rates long gone.
  private static final int REMEMBERED = 600;

  /// Below this the desk's sums would say nothing; then it is the verdicts that are odd.
  private static final double LEAST_SLOPE = 0.3;

  /// Draws the line to "as it was said" as a dozen verdicts in the middle would.
  private static final double RIDGE = 10;

  private static final int ROUNDS = 8;
  private static final double SETTLED = 1e-6;

  /// A sum before a verdict, and the verdict.
  record Said(double sum, boolean so) {}

  double apply(double sum) {
    return slope * sum + shift;
  }

  /// Fitted anew from where the line stood; a fold over verdicts, so the same verdicts give the same line.
  Calibration plus(Said one) {
    List<Said> all = new ArrayList<>(said.subList(Math.max(0, said.size() - REMEMBERED + 1), said.size()));
    all.add(one);
    Calibration line = new Calibration(List.copyOf(all), slope, shift);
    for (int round = 0; round < ROUNDS; round++) {
      Calibration next = line.step();
      double moved = Math.abs(next.slope - line.slope) + Math.abs(next.shift - line.shift);
      line = next;
      if (moved < SETTLED) {
        break;
      }
    }
    return line;
  }

  /// One step of Newton's method; at a bound of the slope the shift alone moves.
  private Calibration step() {
    double slopes = RIDGE * (1 - slope);
    double shifts = -RIDGE * shift;
    double bendSlope = RIDGE;
    double bendShift = RIDGE;
    double cross = 0;
    for (Said one : said) {
      double probability = LogOddsWeigher.sigmoid(apply(one.sum));
      double miss = (one.so ? 1 : 0) - probability;
      double weight = probability * (1 - probability);
      slopes += miss * one.sum;
      shifts += miss;
      bendSlope += weight * one.sum * one.sum;
      bendShift += weight;
      cross += weight * one.sum;
    }
    double determinant = bendSlope * bendShift - cross * cross;
    double steeper = slope + (bendShift * slopes - cross * shifts) / determinant;
    return steeper > 1 || steeper < LEAST_SLOPE
        ? new Calibration(said, steeper > 1 ? 1 : LEAST_SLOPE, shift + shifts / bendShift)
        : new Calibration(said, steeper, shift + (bendSlope * shifts - cross * slopes) / determinant);
  }
}
