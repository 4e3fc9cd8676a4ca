package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the desk's sums were worth: a logistic line through the sums that stood before its verdicts, and the verdicts (Platt 1999); from a thousand
/// verdicts on, by and by, the curve that rises with them (spec/credibility.md, 5.2).
final class Calibration {

  static final Calibration NONE = new Calibration(List.of(), 1, 0);

  /// Below a thousand a curve fits chance (notes on weighing); at twice as many nothing is left of the line.
  private static final int CURVED_FROM = 1_000;

  private static final int CURVED = 2_000;

  /// What the line is drawn through: half a year of a busy desk; older sums were made by rates long gone.
  private static final int LINED = 600;

  /// Below this the desk's sums would say nothing; then it is the verdicts that are odd.
  private static final double LEAST_SLOPE = 0.3;

  /// Draws the line to "as it was said" as a dozen verdicts in the middle would.
  private static final double RIDGE = 10;

  private static final int ROUNDS = 8;
  private static final double SETTLED = 1e-6;

  /// A sum before a verdict, and the verdict.
  record Settled(double sum, boolean so) {}

  private final List<Settled> said;
  private final double slope;
  private final double shift;

  /// Follows from the rest; drawn when first asked for, since a fold over verdicts asks for few.
  private Optional<Curve> curve = Optional.empty();

  /// @param slope 1 at most, so that nothing is made surer than its evidence
  private Calibration(List<Settled> said, double slope, double shift) {
    this.said = said;
    this.slope = slope;
    this.shift = shift;
  }

  /// The log-odds of what held where the desk's sum was this.
  double apply(double sum) {
    double curved = Math.clamp((said.size() - CURVED_FROM) / (double) (CURVED - CURVED_FROM), 0, 1);
    return curved == 0 ? line(sum) : (1 - curved) * line(sum) + curved * curve().apply(sum);
  }

  /// How much surer a sum becomes, on average within so much of it.
  double slope(double sum, double within) {
    return said.size() <= CURVED_FROM || within == 0 ? slope : (apply(sum + within) - apply(sum - within)) / (2 * within);
  }

  int verdicts() {
    return said.size();
  }

  double slope() {
    return slope;
  }

  private double line(double sum) {
    return slope * sum + shift;
  }

  private Curve curve() {
    Curve drawn = curve.orElseGet(() -> Curve.through(said, this::line, slope));
    curve = Optional.of(drawn);
    return drawn;
  }

  /// Fitted anew from where the line stood; a fold over verdicts, so the same verdicts give the same line.
  Calibration plus(Settled one) {
    List<Settled> all = new ArrayList<>(said.subList(Math.max(0, said.size() - CURVED + 1), said.size()));
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
    for (Settled one : said.subList(Math.max(0, said.size() - LINED), said.size())) {
      double probability = LogOddsWeigher.sigmoid(line(one.sum));
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
