package watchword.drill;

import java.time.Duration;
import java.util.Arrays;
import watchword.core.place.Place;
import watchword.core.report.Reading;

/// A plain merging: place, time, kind and words as log-odds by hand-set constants, joined by average linkage.
///
/// The constants were set while the drill's world was written, looking at what they score on its seeds. So the figures say that reports of this world hold enough
/// to be told apart, and nothing of how such rules would do elsewhere. What they reach here a real merger must reach too.
final class PlainLinkage {

  /// Most pairs of an evening are not the same.
  private static final double PRIOR = -3;

  private PlainLinkage() {}

  static double score(Reading a, Reading b, double cosine) {
    double score = PRIOR + kinds(a, b) + time(a, b) + place(a, b) + 9 * Math.min(0.7, cosine);
    if (a.foretells() != b.foretells()) {
      score -= 1;
    }
    return score;
  }

  private static double kinds(Reading a, Reading b) {
    double likeness = a.kind().likeness(b.kind());
    return likeness == 1 ? 2 : likeness > 0.05 ? 0 : likeness > 0 ? -1.5 : -4;
  }

  private static double time(Reading a, Reading b) {
    // Two neighbouring hours touch, yet their middles are an hour apart: half of what the spans leave open is allowed for.
    double apart = Math.abs(Duration.between(a.when().middle(), b.when().middle()).toMinutes());
    double minutes = Math.max(0, apart - (a.when().length().toMinutes() + b.when().length().toMinutes()) / 4.0);
    double scale = Math.max(30, Math.max(a.kind().sameHappeningMinutes(), b.kind().sameHappeningMinutes()));
    return 1 - Math.min(6, 1.5 * minutes / Math.min(scale, 240));
  }

  private static double place(Reading a, Reading b) {
    if (a.place().isEmpty() || b.place().isEmpty()) {
      return -1.5;
    }
    Place one = a.place().get();
    Place other = b.place().get();
    double told = Math.hypot(Math.max(one.uncertaintyMetres(), 400), Math.max(other.uncertaintyMetres(), 400));
    double scale = Math.hypot(told, Math.min(4_000, Math.min(a.kind().sameHappeningMetres(), b.kind().sameHappeningMetres()) / 2.0));
    double speed = Math.min(80, Math.max(a.kind().speedKmh(), b.kind().speedKmh()));
    // What moves may have covered the time between the two reports, and what their hours leave open.
    double open = Math.min(60, Math.max(a.when().length().toMinutes(), b.when().length().toMinutes()));
    double reach = speed / 60 * 1_000 * Math.min(60, a.when().gap(b.when()).toMinutes() + open / 2);
    double metres = Math.max(0, one.distanceMetres(other) - reach);
    double closeness = scale + reach < 3_000 ? 3.5 : scale + reach < 8_000 ? 2.5 : 1;
    return closeness - Math.min(9, 0.8 * Math.pow(metres / (scale + 600), 2));
  }

  /// Joins the two clusters with the highest average score until none is above zero.
  static int[] average(double[][] scores) {
    int n = scores.length;
    double[][] sums = new double[n][];
    for (int i = 0; i < n; i++) {
      sums[i] = scores[i].clone();
    }
    int[] sizes = new int[n];
    Arrays.fill(sizes, 1);
    int[] cluster = new int[n];
    Arrays.setAll(cluster, i -> i);
    while (true) {
      double best = 0;
      int into = -1;
      int from = -1;
      for (int i = 0; i < n; i++) {
        for (int j = 0; sizes[i] > 0 && j < i; j++) {
          if (sizes[j] > 0 && sums[i][j] / ((double) sizes[i] * sizes[j]) > best) {
            best = sums[i][j] / ((double) sizes[i] * sizes[j]);
            into = j;
            from = i;
          }
        }
      }
      if (into < 0) {
        return cluster;
      }
      for (int k = 0; k < n; k++) {
        sums[into][k] += sums[from][k];
        sums[k][into] = sums[into][k];
        cluster[k] = cluster[k] == from ? into : cluster[k];
      }
      sizes[into] += sizes[from];
      sizes[from] = 0;
    }
  }
}
