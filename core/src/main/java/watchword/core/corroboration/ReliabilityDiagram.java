package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.List;
import watchword.core.claim.Interval;

/// What was said beside what held: a desk's own record, in bands of ten points.
///
/// @param bands those that hold anything, the least likely first
/// @param judged how many were said and found out
/// @param held how many of them were so
/// @param brier the mean square of what was said less what was so; 0 at best. A proper score, which the bands are not
/// @param known the Brier score of whoever had said for each the share that held: what saying nothing in particular is worth
public record ReliabilityDiagram(List<Band> bands, int judged, int held, double brier, double known) {

  /// Fewer tell nothing: with twenty verdicts, one that fell the other way moves a score by five points.
  public static final int LEAST = 20;

  private static final int BANDS = 10;
  private static final int POINTS = 100 / BANDS;

  /// One thing that was said and found out.
  public record Said(double probability, boolean held) {
    public Said {
      if (!(0 <= probability && probability <= 1)) {
        throw new IllegalArgumentException("a probability is not within 0 and 1");
      }
    }
  }

  /// What was said within ten points.
  ///
  /// @param from the lowest per cent in it, after rounding as an editor reads it
  /// @param to the highest
  /// @param mean what was said in it on average
  public record Band(int from, int to, int said, int held, double mean) {

    /// The standard normal's point that leaves one in twenty outside.
    private static final double DEVIATIONS = 1.96;

    public double share() {
      return (double) held / said;
    }

    /// The shares that these counts leave open, by Wilson's score (1927): 19 times in 20, and honest for few counts too.
    public Interval open() {
      double z = DEVIATIONS * DEVIATIONS;
      double middle = (held + z / 2) / (said + z);
      double half = DEVIATIONS / (said + z) * StrictMath.sqrt((double) held * (said - held) / said + z / 4);
      return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /// Whether what was said lies within what the counts leave open.
    public boolean agrees() {
      return open().low() <= mean && mean <= open().high();
    }
  }

  public ReliabilityDiagram {
    bands = List.copyOf(bands);
  }

  /// Sorts what was said into bands; whole per cents as they were shown, so that 80 is in 71 to 80.
  public static ReliabilityDiagram of(List<Said> said) {
    int[] count = new int[BANDS];
    int[] held = new int[BANDS];
    double[] sum = new double[BANDS];
    double squares = 0;
    int allHeld = 0;
    for (Said one : said) {
      int band = Math.max(0, ((int) StrictMath.rint(100 * one.probability()) - 1) / POINTS);
      count[band]++;
      sum[band] += one.probability();
      held[band] += one.held() ? 1 : 0;
      allHeld += one.held() ? 1 : 0;
      double miss = one.probability() - (one.held() ? 1 : 0);
      squares += miss * miss;
    }
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < BANDS; i++) {
      if (count[i] > 0) {
        bands.add(new Band(i == 0 ? 0 : POINTS * i + 1, POINTS * (i + 1), count[i], held[i], sum[i] / count[i]));
      }
    }
    int n = said.size();
    double rate = n == 0 ? 0 : (double) allHeld / n;
    return new ReliabilityDiagram(bands, n, allHeld, n == 0 ? 0 : squares / n, rate * (1 - rate));
  }

  /// Whether there is enough to look at.
  public boolean tells() {
    return judged >= LEAST;
  }
}
