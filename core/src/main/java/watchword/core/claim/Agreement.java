package watchword.core.claim;

import java.util.List;

/// Which values of an item say the same; every value says the same as itself.
final class Agreement {

  private final int count;
  /// Empty where only equal values say the same: values are distinct, and a hundred thousand of them need no table.
  private final boolean[] same;

  Agreement(List<String> values, Sameness sameness) {
    count = values.size();
    same = new boolean[sameness.equals(Sameness.EXACT) ? 0 : count * count];
    for (int one = 0; one < count && same.length > 0; one++) {
      for (int other = 0; other < count; other++) {
        same[one * count + other] = one == other || sameness.same(values.get(one), values.get(other));
      }
    }
  }

  boolean same(int one, int other) {
    return one == other || (same.length > 0 && same[one * count + other]);
  }

  /// The value of the most, among those of the same weight by lot.
  static int most(String item, List<String> values, double[] weights) {
    int best = 0;
    for (int value = 1; value < values.size(); value++) {
      double more = weights[value] - weights[best];
      best = more > 0 || (more == 0 && Ties.first(item, values.get(value), values.get(best))) ? value : best;
    }
    return best;
  }

  /// What all values that say the same as one have together.
  double together(int value, double[] shares) {
    if (same.length == 0) {
      return shares[value];
    }
    double sum = 0;
    for (int other = 0; other < count; other++) {
      sum += same(value, other) ? shares[other] : 0;
    }
    return Math.min(1, sum);
  }
}
