package watchword.archive;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import watchword.core.report.ReportId;

/// How well found incidents agree with the true ones.
///
/// A pair is two reports of one incident; a report alone in its incident is in no pair, but counts in B-cubed.
///
/// @param pairPrecision share of the found pairs that are true; 0 where none was found and some are true
/// @param pairRecall share of the true pairs that were found; 1 where there is none
/// @param bCubedF1 harmonic mean of B-cubed precision and recall (Bagga and Baldwin 1998)
/// @param adjustedRand Rand index above chance (Hubert and Arabie 1985); 1 for the same incidents, about 0 for chance
/// @param incidents found incidents, those of one report included
public record ClusterScore(
    double pairPrecision,
    double pairRecall,
    double pairF1,
    double bCubedF1,
    double adjustedRand,
    int reports,
    int incidents) {

  /// Compares two labelings of the same reports; labels mean nothing beyond being equal.
  ///
  /// @throws IllegalArgumentException if they do not hold the same reports
  public static ClusterScore of(Map<ReportId, String> truth, Map<ReportId, String> found) {
    if (!truth.keySet().equals(found.keySet())) {
      throw new IllegalArgumentException("the two labelings do not hold the same reports");
    }
    // Sorted maps, so that sums of doubles come out alike on every machine.
    Map<String, Integer> trueSizes = new TreeMap<>();
    Map<String, Integer> foundSizes = new TreeMap<>();
    Map<Overlap, Integer> overlaps = new TreeMap<>();
    truth.forEach((report, label) -> {
      String foundLabel = found.getOrDefault(report, label);
      trueSizes.merge(label, 1, Integer::sum);
      foundSizes.merge(foundLabel, 1, Integer::sum);
      overlaps.merge(new Overlap(label, foundLabel), 1, Integer::sum);
    });
    return of(truth.size(), trueSizes, foundSizes, overlaps);
  }

  private static ClusterScore of(
      int reports, Map<String, Integer> trueSizes, Map<String, Integer> foundSizes, Map<Overlap, Integer> overlaps) {
    double truePairs = pairs(trueSizes);
    double foundPairs = pairs(foundSizes);
    double shared = pairs(overlaps);
    double precision = 0;
    double recall = 0;
    for (Map.Entry<Overlap, Integer> entry : overlaps.entrySet()) {
      double square = (double) entry.getValue() * entry.getValue();
      precision += square / foundSizes.getOrDefault(entry.getKey().foundLabel(), 1);
      recall += square / trueSizes.getOrDefault(entry.getKey().trueLabel(), 1);
    }
    return new ClusterScore(
        foundPairs > 0 ? shared / foundPairs : truePairs > 0 ? 0 : 1,
        truePairs > 0 ? shared / truePairs : 1,
        truePairs + foundPairs > 0 ? 2 * shared / (truePairs + foundPairs) : 1,
        reports == 0 ? 1 : 2 * precision * recall / (precision + recall) / reports,
        adjustedRand(pairs(reports), truePairs, foundPairs, shared),
        reports,
        foundSizes.size());
  }

  private static double adjustedRand(double all, double truePairs, double foundPairs, double shared) {
    double expected = all == 0 ? 0 : truePairs * foundPairs / all;
    double most = (truePairs + foundPairs) / 2;
    return most == expected ? 1 : (shared - expected) / (most - expected);
  }

  private static double pairs(Map<?, Integer> sizes) {
    return sizes.values().stream().mapToDouble(ClusterScore::pairs).sum();
  }

  private static double pairs(int size) {
    return size * (size - 1.0) / 2;
  }

  /// A true incident and a found one that share reports.
  private record Overlap(String trueLabel, String foundLabel) implements Comparable<Overlap> {
    private static final Comparator<Overlap> ORDER =
        Comparator.comparing(Overlap::trueLabel).thenComparing(Overlap::foundLabel);

    @Override
    public int compareTo(Overlap other) {
      return ORDER.compare(this, other);
    }
  }
}
