package watchword.core.merging;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The words of one node, sought in many others: most are told apart without holding word against word.
///
/// Whoever shares only the commonest words of a node is not like it, and how like at most is known beforehand.
final class SoughtWords {

  /// Rounding never lifts a cosine above its bound.
  private static final double SLACK = 1e-9;

  /// By how many of the commonest stems are left aside: the most a cosine can be that rests on them alone.
  private final double[] atMost;
  private final Marks[] others;

  SoughtWords(Node node) {
    int count = node.stems.length;
    int[] commonest = IntStream.range(0, count).boxed()
        .sorted(Comparator.comparingDouble(node::weight)).mapToInt(Integer::intValue).toArray();
    atMost = new double[count];
    others = new Marks[count];
    double sum = 0;
    for (int aside = 0; aside < count; aside++) {
      atMost[aside] = node.norm() == 0 ? 0 : StrictMath.sqrt(sum) / node.norm();
      others[aside] = Marks.of(IntStream.range(aside, count).mapToLong(i -> node.stems[commonest[i]]).toArray());
      double weight = node.weight(commonest[aside]);
      sum += weight * weight;
    }
  }

  /// Whether the cosine with another node's words may be as high.
  ///
  /// @param cosine above 0
  boolean mayReach(double cosine, Node other) {
    int found = Arrays.binarySearch(atMost, cosine - SLACK);
    int aside = found < 0 ? -found - 2 : found;
    return aside >= 0 && !others[aside].noneShared(other.marks());
  }
}
