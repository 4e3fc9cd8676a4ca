package watchword.bench.merging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/// How far found clusters agree with true ones, written apart from the product's own score.
///
/// Pairs are unordered; B-cubed F1 is the harmonic mean of its averages (Bagga & Baldwin 1998); the Rand index is adjusted after Hubert & Arabie.
record Agreement(double precision, double recall, double f1, double bCubed, double adjustedRand) {

  /// @param found covers every report of `truth`; what it holds beyond them is not looked at
  static Agreement of(Map<String, String> truth, Map<String, String> found) {
    Map<String, Integer> real = new HashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Map<String, Integer>> both = new HashMap<>();
    truth.forEach((id, label) -> {
      String cluster = cluster(found, id);
      real.merge(label, 1, Integer::sum);
      seen.merge(cluster, 1, Integer::sum);
      both.computeIfAbsent(cluster, any -> new HashMap<>()).merge(label, 1, Integer::sum);
    });
    double shared = 0;
    double purity = 0;
    double wholeness = 0;
    for (Map.Entry<String, Map<String, Integer>> cluster : both.entrySet()) {
      for (Map.Entry<String, Integer> part : cluster.getValue().entrySet()) {
        double size = part.getValue();
        shared += size * (size - 1) / 2;
        purity += size * size / seen.getOrDefault(cluster.getKey(), 1);
        wholeness += size * size / real.getOrDefault(part.getKey(), 1);
      }
    }
    double truePairs = pairs(real);
    double foundPairs = pairs(seen);
    double chance = truePairs * foundPairs / (truth.size() * (truth.size() - 1.0) / 2);
    double most = (truePairs + foundPairs) / 2;
    return new Agreement(
        ratio(shared, foundPairs), ratio(shared, truePairs), ratio(2 * shared, truePairs + foundPairs),
        2 * purity * wholeness / (purity + wholeness) / truth.size(),
            most == chance ? 1 : (shared - chance) / (most - chance));
  }

  /// Precision, recall and F1 over those pairs alone that `counts` names.
  static double[] ofPairs(Map<String, String> truth, Map<String, String> found, BiPredicate<String, String> counts) {
    double truePairs = pairs(truth, truth, counts);
    Map<String, String> clusters = new HashMap<>();
    Map<String, String> both = new HashMap<>();
    truth.forEach((id, label) -> {
      clusters.put(id, cluster(found, id));
      both.put(id, label + "\n" + cluster(found, id));
    });
    double foundPairs = pairs(clusters, truth, counts);
    double shared = pairs(both, truth, counts);
    return new double[] {ratio(shared, foundPairs), ratio(shared, truePairs),
        ratio(2 * shared, truePairs + foundPairs)};
  }

  private static double pairs(Map<String, String> labels, Map<String, String> order,
      BiPredicate<String, String> counts) {
    Map<String, List<String>> groups = new HashMap<>();
    order.keySet().forEach(id -> groups.computeIfAbsent(cluster(labels, id), any -> new ArrayList<>()).add(id));
    double pairs = 0;
    for (List<String> group : groups.values()) {
      for (int i = 0; i < group.size(); i++) {
        for (int j = 0; j < i; j++) {
          pairs += counts.test(group.get(i), group.get(j)) ? 1 : 0;
        }
      }
    }
    return pairs;
  }

  private static double pairs(Map<String, Integer> sizes) {
    return sizes.values().stream().mapToDouble(size -> size * (size - 1.0) / 2).sum();
  }

  private static String cluster(Map<String, String> found, String id) {
    String cluster = found.get(id);
    if (cluster == null) {
      throw new IllegalStateException("a report is in no cluster");
    }
    return cluster;
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
