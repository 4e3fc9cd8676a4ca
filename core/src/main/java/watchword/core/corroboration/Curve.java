package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import watchword.core.corroboration.Calibration.Settled;

/// A curve that never falls, through what the desk said and what held: isotonic regression by pooling neighbours that stand the wrong way round
/// (Ayer et al. 1955).
///
/// It is drawn through steps of twenty sums, straight from the middle of one pool to the next, so that two sums are never made equal that were not; beyond the
/// outermost it goes on as steeply as the line. Its order is that of the sums alone, whatever order the verdicts came in.
final class Curve {

  /// Sums in a step. Fewer follow chance.
  private static final int STEP = 20;

  /// So many verdicts that went by the line stand before those of a step, which may all have gone one way.
  private static final double DRAWN = 2;

  /// Nothing is certain.
  private static final double CERTAIN = LogOddsWeigher.logit(0.99);

  private final List<Pool> pools;
  private final double slope;

  /// Neighbouring steps: how many sums, their mean, and what share held.
  private record Pool(double count, double sum, double share) {
    Pool with(Pool next) {
      double all = count + next.count;
      return new Pool(all, (count * sum + next.count * next.sum) / all, (count * share + next.count * next.share) / all);
    }

    double logOdds() {
      return Math.clamp(LogOddsWeigher.logit(share), -CERTAIN, CERTAIN);
    }
  }

  private Curve(List<Pool> pools, double slope) {
    this.pools = pools;
    this.slope = slope;
  }

  /// @param said at least one
  /// @param line what each step is drawn to, as log-odds
  static Curve through(List<Settled> said, DoubleUnaryOperator line, double slope) {
    List<Pool> pools = new ArrayList<>();
    for (Pool step : steps(said, line)) {
      Pool last = step;
      while (!pools.isEmpty() && pools.getLast().share >= last.share) {
        last = pools.removeLast().with(last);
      }
      pools.add(last);
    }
    return new Curve(List.copyOf(pools), slope);
  }

  /// Equal sums are never in two steps.
  private static List<Pool> steps(List<Settled> said, DoubleUnaryOperator line) {
    List<Settled> sorted = said.stream().sorted(Comparator.comparingDouble(Settled::sum)).toList();
    List<Pool> steps = new ArrayList<>();
    for (int from = 0, to; from < sorted.size(); from = to) {
      double sum = 0;
      int held = 0;
      for (to = from; to < sorted.size() && (to - from < STEP || sorted.get(to).sum() == sorted.get(to - 1).sum()); to++) {
        sum += sorted.get(to).sum();
        held += sorted.get(to).so() ? 1 : 0;
      }
      int count = to - from;
      double usual = LogOddsWeigher.sigmoid(line.applyAsDouble(sum / count));
      steps.add(new Pool(count, sum / count, (held + DRAWN * usual) / (count + DRAWN)));
    }
    return steps;
  }

  /// The log-odds of what held where the desk's sum was this; between 1 and 99 %.
  double apply(double sum) {
    int after = 0;
    while (after < pools.size() && pools.get(after).sum < sum) {
      after++;
    }
    if (after == 0 || after == pools.size()) {
      Pool end = after == 0 ? pools.getFirst() : pools.getLast();
      return Math.clamp(end.logOdds() + slope * (sum - end.sum), -CERTAIN, CERTAIN);
    }
    Pool low = pools.get(after - 1);
    Pool high = pools.get(after);
    return low.logOdds() + (high.logOdds() - low.logOdds()) * (sum - low.sum) / (high.sum - low.sum);
  }
}
