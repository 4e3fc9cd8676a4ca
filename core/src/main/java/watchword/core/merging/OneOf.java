package watchword.core.merging;

import java.util.List;
import watchword.core.report.Weighted;

/// Where a node of several places lies towards another: each place counts by its share.
///
/// The reading is a mixture, so both densities are, that of one happening and that of two; what they come to lies
/// between the best and the worst of its places.
final class OneOf {

  private OneOf() {}

  /// The logarithm of P(both places | same) / P(both places | not the same).
  static double points(Node a, Node b) {
    double same = 0;
    for (Weighted<Node> one : each(a)) {
      for (Weighted<Node> two : each(b)) {
        double objects = StrictMath.exp(Linkage.objects(one.value(), two.value()));
        double distance = one.value().distance(two.value());
        double variance = Linkage.placeVariance(one.value(), two.value());
        same += one.weight() * two.weight() * objects * Linkage.samePlace(one.value(), two.value(), distance, variance);
      }
    }
    return StrictMath.log(same / otherPlace(a, b));
  }

  /// Density of two dimensions if they are of two happenings; shares sum to 1 (`Reading`).
  static double otherPlace(Node a, Node b) {
    double other = 0;
    for (Weighted<Node> one : each(a)) {
      for (Weighted<Node> two : each(b)) {
        double variance = Linkage.placeVariance(one.value(), two.value());
        other += one.weight() * two.weight() * Linkage.otherPlace(one.value().distance(two.value()), variance);
      }
    }
    return other;
  }

  /// No ratio of mixtures is above the best of its parts.
  static double pointsAtMost(Node a, Node b) {
    double most = Double.NEGATIVE_INFINITY;
    for (Weighted<Node> one : each(a)) {
      for (Weighted<Node> two : each(b)) {
        most = Math.max(most, Ceiling.points(one.value(), two.value()));
      }
    }
    return most;
  }

  private static List<Weighted<Node>> each(Node node) {
    return node.alternatives.isEmpty() ? List.of(new Weighted<>(node, 1)) : node.alternatives;
  }
}
