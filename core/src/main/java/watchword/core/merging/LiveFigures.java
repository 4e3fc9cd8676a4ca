package watchword.core.merging;

import java.util.Comparator;
import java.util.List;
import watchword.core.incident.Merging;

/// How large the components of a live merging are, and a way to resolve the largest anew: for measuring.
///
/// @param p50 nodes of the middle component
/// @param max nodes of the largest
public record LiveFigures(int components, int p50, int p99, int max, Runnable largestAnew) {

  /// Returns the figures of a live merging as it stands.
  ///
  /// @throws IllegalArgumentException if the merging has no components
  public static LiveFigures of(Merging merging) {
    if (!(merging instanceof LiveMerging live)) {
      throw new IllegalArgumentException("this merging has no components");
    }
    List<Knot> knots = live.knots().all().stream().sorted(Comparator.comparingInt(knot -> knot.nodes.size())).toList();
    if (knots.isEmpty()) {
      return new LiveFigures(0, 0, 0, 0, () -> {});
    }
    Knot largest = knots.getLast();
    return new LiveFigures(knots.size(), size(knots, knots.size() / 2), size(knots, knots.size() * 99 / 100), largest.nodes.size(),
        () -> live.knots().resolveAnew(largest));
  }

  private static int size(List<Knot> knots, int at) {
    return knots.get(at).nodes.size();
  }
}
