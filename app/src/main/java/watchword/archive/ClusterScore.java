package watchword.archive;

import java.util.List;
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
    Map<String, Integer> foundSizes = new TreeMap<>();
    Map<String, Map<String, Integer>> overlaps = new TreeMap<>();
    truth.forEach((report, label) -> {
      String foundLabel = found.getOrDefault(report, label);
      foundSizes.merge(foundLabel, 1, Integer::sum);
      overlaps.computeIfAbsent(label, key -> new TreeMap<>()).merge(foundLabel, 1, Integer::sum);
    });
    Tally tally = new Tally();
    foundSizes.values().forEach(tally::found);
    overlaps.values().forEach(ofLabel -> tally.truth(ofLabel.entrySet().stream()
        .map(entry -> new Overlap(entry.getValue(), foundSizes.getOrDefault(entry.getKey(), 1))).toList()));
    return tally.score();
  }

  /// What a true incident and a found one share.
  ///
  /// @param reports those in both
  /// @param foundSize all that are in the found one
  record Overlap(int reports, int foundSize) {}

  /// Sums up a comparison incident by incident, so that the two labelings need not be held.
  static final class Tally {
    private int reports;
    private int incidents;
    private double truePairs;
    private double foundPairs;
    private double shared;
    private double precision;
    private double recall;

    /// Counts a found incident of so many reports.
    void found(int size) {
      incidents++;
      reports += size;
      foundPairs += pairs(size);
    }

    /// Counts a true incident: what it shares with each found one, in the order of their names.
    void truth(List<Overlap> overlaps) {
      int size = overlaps.stream().mapToInt(Overlap::reports).sum();
      truePairs += pairs(size);
      for (Overlap overlap : overlaps) {
        double square = (double) overlap.reports * overlap.reports;
        shared += pairs(overlap.reports);
        precision += square / overlap.foundSize;
        recall += square / size;
      }
    }

    ClusterScore score() {
      return new ClusterScore(
          foundPairs > 0 ? shared / foundPairs : truePairs > 0 ? 0 : 1,
          truePairs > 0 ? shared / truePairs : 1,
          truePairs + foundPairs > 0 ? 2 * shared / (truePairs + foundPairs) : 1,
          reports == 0 ? 1 : 2 * precision * recall / (precision + recall) / reports,
          adjustedRand(pairs(reports), truePairs, foundPairs, shared),
          reports,
          incidents);
    }
  }

  private static double adjustedRand(double all, double truePairs, double foundPairs, double shared) {
    double expected = all == 0 ? 0 : truePairs * foundPairs / all;
    double most = (truePairs + foundPairs) / 2;
    return most == expected ? 1 : (shared - expected) / (most - expected);
  }

  private static double pairs(int size) {
    return size * (size - 1.0) / 2;
  }
}
