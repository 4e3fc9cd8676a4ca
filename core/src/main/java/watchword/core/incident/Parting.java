package watchword.core.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Tells two happenings of one place apart by the silence between them.
///
/// Pair by pair, two explosions of one evening in one town look alike, and reports of a whole hour bridge them. As a whole they do not: several exact times stand
/// close together, then none, then several again. Under the noise of one happening such a gap does not occur.
final class Parting {

  /// A span up to this tells an exact time.
  private static final double EXACT_SECONDS = 20 * 60;

  /// Fewer exact times on a side are slips.
  private static final int LEAST = 3;

  /// A gap of so many deviations does not occur within one happening.
  private static final double DEVIATIONS = 2.5;

  private Parting() {}

  /// The widest gap that parts exact times, as the instant in its middle; empty where the members are one happening.
  static Optional<Double> of(List<Node> members) {
    List<Node> exact = new ArrayList<>();
    for (Node node : members) {
      if (2 * node.halfSpan <= EXACT_SECONDS && !node.first.foretells()) {
        exact.add(node);
      }
    }
    if (exact.size() < 2 * LEAST) {
      return Optional.empty();
    }
    // Of the kind most chose: a few call an explosion a fire, which lasts.
    double[] deviations = exact.stream().mapToDouble(Linkage::timeDeviation).sorted().toArray();
    double widest = DEVIATIONS * deviations[deviations.length / 2];
    exact.sort(Comparator.comparingDouble(node -> node.seconds));
    Optional<Double> parted = Optional.empty();
    for (int i = LEAST; i + LEAST <= exact.size(); i++) {
      double gap = exact.get(i).seconds - exact.get(i - 1).seconds;
      if (gap > widest) {
        widest = gap;
        parted = Optional.of(exact.get(i - 1).seconds + gap / 2);
      }
    }
    return parted;
  }

  /// Whether an exact time stands before the gap; empty for a node that does not tell.
  static Optional<Boolean> before(Node node, double gap) {
    if (2 * node.halfSpan > EXACT_SECONDS || node.first.foretells()) {
      return Optional.empty();
    }
    return Optional.of(node.seconds < gap);
  }
}
