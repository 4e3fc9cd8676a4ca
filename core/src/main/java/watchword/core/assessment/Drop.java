package watchword.core.assessment;

import java.util.List;
import watchword.core.bulletin.Likelihood;

/// What the figures would be without one piece of evidence, and without all of its origin.
///
/// @param without the item: the next strongest of its origin counts in its place
/// @param withoutOrigin nothing of its origin counts
/// @param points by how many percentage points the hypothesis moves most when its origin goes
/// @param word whether a hypothesis then has another word of likelihood
/// @param moves the place of the hypothesis to tell of: the one that moves most, of those that then have another word where there are any
public record Drop(String evidence, String origin, List<Double> without, List<Double> withoutOrigin, double points, boolean word, int moves) {

  /// From here on a figure is said to rest on one source.
  public static final double RESTS = 15;

  /// So that 15 points are 15 points after rounding, too.
  private static final double NEAR = 1e-9;

  public Drop {
    without = List.copyOf(without);
    withoutOrigin = List.copyOf(withoutOrigin);
  }

  static Drop of(Item item, List<Double> all, List<Double> without, List<Double> withoutOrigin) {
    double points = 0;
    boolean word = false;
    int moves = 0;
    double most = 0;
    for (int i = 0; i < all.size(); i++) {
      double moved = 100 * Math.abs(all.get(i) - withoutOrigin.get(i));
      boolean another = Likelihood.of(all.get(i)) != Likelihood.of(withoutOrigin.get(i));
      if ((another && !word) || (another == word && moved > most + NEAR)) {
        moves = i;
        most = moved;
      }
      points = Math.max(points, moved);
      word |= another;
    }
    return new Drop(item.id(), item.origin(), without, withoutOrigin, points, word, moves);
  }

  /// Whether the assessment rests on this origin.
  public boolean rests() {
    return word || points >= RESTS - NEAR;
  }
}
