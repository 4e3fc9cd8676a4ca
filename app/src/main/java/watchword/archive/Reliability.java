package watchword.archive;

import java.util.Comparator;
import java.util.List;

/// How far what was said lies from what held.
///
/// @param ece mean distance between the two, in ten bins of as many answers each
/// @param floor what that distance would be on average if every probability were exactly right
public record Reliability(double ece, double floor) {

  private static final int BINS = 10;

  /// An answer's probability, and whether it was right.
  public record Said(double probability, boolean right) {}

  /// Answers of one probability keep the order they are given in.
  public static Reliability of(List<Said> answers) {
    List<Said> said = answers.stream().sorted(Comparator.comparingDouble(Said::probability)).toList();
    double distance = 0;
    double chance = 0;
    for (int bin = 0; bin < BINS; bin++) {
      List<Said> in = said.subList((int) ((long) bin * said.size() / BINS), (int) ((bin + 1L) * said.size() / BINS));
      distance += Math.abs(in.stream().mapToDouble(one -> one.probability() - (one.right() ? 1 : 0)).sum());
      // The mean of |sum of n coins − its expectation| is √(2/π) of its deviation.
      chance += Math.sqrt(2 / Math.PI * in.stream().mapToDouble(one -> one.probability() * (1 - one.probability())).sum());
    }
    int n = Math.max(1, said.size());
    return new Reliability(distance / n, chance / n);
  }
}
