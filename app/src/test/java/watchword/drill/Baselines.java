package watchword.drill;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watchword.archive.ClusterScore;
import watchword.core.place.Place;
import watchword.core.report.Reader;
import watchword.core.report.Reading;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.text.Folding;

/// Ways of merging that must not suffice, and one plain one that must: the drill's world is hard, not hopeless.
///
/// Where a way has a threshold it is chosen with hindsight, in favour of the way: so the figures bound from above what a single clue can do, and are no forecast.
final class Baselines {

  private static final double METRES_A_DEGREE = 111_195;

  private final Map<ReportId, String> truth;
  private final List<Report> reports;
  private final List<Reading> readings;
  private final double[][] cosines;

  Baselines(World world) {
    Reader reader = new Reader(world.gazetteer(), ZoneOffset.UTC);
    this.truth = world.labels();
    this.reports = world.sendings().stream().map(Sending::report).toList();
    this.readings = reports.stream().map(reader::read).toList();
    this.cosines = cosines(reports);
  }

  /// The same 2 km cell, kind and hour is the same; who has no place is alone.
  ClusterScore cellKindHour() {
    Map<ReportId, String> found = new LinkedHashMap<>();
    for (Reading reading : readings) {
      String label = reading.place().map(place -> cell(place) + " " + reading.kind().id() + " " + hour(reading)).orElse(reading.id().value());
      found.put(reading.id(), label);
    }
    return ClusterScore.of(truth, found);
  }

  /// Texts of at least this cosine are the same, and what they chain to; the best threshold, chosen with hindsight.
  ClusterScore textAlone() {
    ClusterScore best = ClusterScore.of(truth, components(2));
    for (double threshold = 0.05; threshold < 1; threshold += 0.025) {
      ClusterScore score = ClusterScore.of(truth, components(threshold));
      best = score.pairF1() > best.pairF1() ? score : best;
    }
    return best;
  }

  /// Pair F1 of saying "same" for each two texts of at least this cosine, without chaining; the best threshold again.
  double textPairs() {
    double best = 0;
    for (double threshold = 0.05; threshold < 1; threshold += 0.025) {
      long both = 0;
      long said = 0;
      long real = 0;
      for (int i = 0; i < reports.size(); i++) {
        for (int j = 0; j < i; j++) {
          boolean same = label(i).equals(label(j));
          boolean found = cosines[i][j] >= threshold;
          both += same && found ? 1 : 0;
          said += found ? 1 : 0;
          real += same ? 1 : 0;
        }
      }
      best = Math.max(best, 2.0 * both / (said + real));
    }
    return best;
  }

  /// All a report says, weighed together by constants set by hand on this world (`PlainLinkage`), then average linkage.
  ClusterScore everything() {
    int n = readings.size();
    double[][] scores = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        scores[i][j] = scores[j][i] = PlainLinkage.score(readings.get(i), readings.get(j), cosines[i][j]);
      }
    }
    int[] clusters = PlainLinkage.average(scores);
    Map<ReportId, String> found = new LinkedHashMap<>();
    for (int i = 0; i < n; i++) {
      found.put(readings.get(i).id(), "c" + clusters[i]);
    }
    return ClusterScore.of(truth, found);
  }

  private String label(int i) {
    return truth.getOrDefault(reports.get(i).id(), "");
  }

  private static String cell(Place place) {
    long north = (long) Math.floor(place.latitude() * METRES_A_DEGREE / 2_000);
    // One width for the whole country, at its middle.
    long east = (long) Math.floor(place.longitude() * METRES_A_DEGREE * StrictMath.cos(StrictMath.toRadians(52.4)) / 2_000);
    return north + "/" + east;
  }

  private static Instant hour(Reading reading) {
    return reading.when().middle().truncatedTo(ChronoUnit.HOURS);
  }

  private Map<ReportId, String> components(double threshold) {
    int[] parent = new int[reports.size()];
    Arrays.setAll(parent, i -> i);
    for (int i = 0; i < parent.length; i++) {
      for (int j = 0; j < i; j++) {
        if (cosines[i][j] >= threshold) {
          parent[root(parent, i)] = root(parent, j);
        }
      }
    }
    Map<ReportId, String> found = new LinkedHashMap<>();
    for (int i = 0; i < parent.length; i++) {
      found.put(reports.get(i).id(), "c" + root(parent, i));
    }
    return found;
  }

  private static int root(int[] parent, int i) {
    int at = i;
    while (parent[at] != at) {
      at = parent[at];
    }
    return at;
  }

  /// TF-IDF over folded stems of five letters, the weights taken from all texts.
  private static double[][] cosines(List<Report> reports) {
    List<Set<String>> texts = new ArrayList<>();
    Map<String, Integer> documents = new HashMap<>();
    for (Report report : reports) {
      Set<String> stems = new LinkedHashSet<>();
      Folding.tokens(report.text()).forEach(token -> stems.add(token.length() > 5 ? token.substring(0, 5) : token));
      stems.forEach(stem -> documents.merge(stem, 1, Integer::sum));
      texts.add(stems);
    }
    Map<String, Double> squares = new HashMap<>();
    documents.forEach((stem, count) -> squares.put(stem, Math.pow(Math.log((1.0 + reports.size()) / (1 + count)), 2)));
    double[] norms = texts.stream().mapToDouble(stems -> Math.sqrt(stems.stream().mapToDouble(stem -> squares.getOrDefault(stem, 0.0)).sum())).toArray();
    double[][] cosines = new double[reports.size()][reports.size()];
    for (int i = 0; i < cosines.length; i++) {
      for (int j = 0; j < i; j++) {
        Set<String> other = texts.get(j);
        double shared = texts.get(i).stream().filter(other::contains).mapToDouble(stem -> squares.getOrDefault(stem, 0.0)).sum();
        cosines[i][j] = cosines[j][i] = norms[i] * norms[j] == 0 ? 0 : shared / (norms[i] * norms[j]);
      }
    }
    return cosines;
  }
}
