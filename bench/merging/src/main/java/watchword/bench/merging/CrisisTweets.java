package watchword.bench.merging;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import watchword.bench.merging.Runs.Outcome;
import watchword.bench.merging.Section.Line;

/// Tweets of several crises, every crisis moved to begin at the same instant: only words tell them apart.
final class CrisisTweets {

  private static final Instant BEGINNING = Instant.parse("2013-01-01T00:00:00Z");
  private static final int MANY = 5;
  private static final double PRECISE = 0.95;

  private CrisisTweets() {}

  static Section measure(Runs runs, Path file) throws IOException, InterruptedException {
    List<Map<String, String>> rows = related(Table.read(file).rows());
    Path input = Table.write(runs.scratch().resolve("tweets.csv"), List.of("id", "time", "text"), rows);
    Map<String, String> truth = new Table(rows).column("id", "crisis");

    List<String> details = new ArrayList<>(List.of(
        "", "## CrisisLexT26, related tweets, every crisis begins at once", "",
        "ARI against the crisis; \"in large\" is the B³ precision of tweets in clusters of at least " + MANY
            + ". First Story Detection and MinHash with hindsight:",
        "at their best ARI, and at their best ARI among settings of at least " + PRECISE + " in large.", "",
        "| way | setting | ARI | pair P | R | in large | tweets in large | clusters | wall s | CPU s |",
            "|---|---|---|---|---|---|---|---|---|---|"));
    Outcome product = runs.product(input);
    details.add(row("Watchword", "default", Ucdp.product(product), truth, product));
    double bestPrecise = 0;
    for (String peer : List.of("words", "characters", "minhash")) {
      Outcome outcome = runs.peer(peer, input);
      if (outcome.spent().isEmpty()) {
        details.add("| " + peer + " | " + outcome.note() + " | | | | | | | | |");
        continue;
      }
      List<String> settings = outcome.clusters().keySet().stream()
          .sorted(Comparator.comparingDouble(setting -> -Agreement.of(truth,
          clusters(outcome, setting)).adjustedRand())).toList();
      details.add(row(peer, settings.getFirst(), clusters(outcome, settings.getFirst()), truth, outcome));
      List<String> precise = settings.stream().filter(setting -> Large.of(truth,
          clusters(outcome, setting)).precision() >= PRECISE).toList();
      if (!precise.isEmpty()) {
        details.add(row(peer, precise.getFirst(), clusters(outcome, precise.getFirst()), truth, outcome));
        bestPrecise = peer.equals("minhash")
            ? bestPrecise : Math.max(bestPrecise, Agreement.of(truth,
            clusters(outcome, precise.getFirst())).adjustedRand());
      }
    }
    Large large = Large.of(truth, Ucdp.product(product));
    double rand = Agreement.of(truth, Ucdp.product(product)).adjustedRand();
    return new Section(
        List.of(new Line("CrisisLexT26: B³ precision at ≥ 5 tweets a cluster; ARI",
        "≥ .95; above First Story Detection in the same run",
            String.format(Locale.ROOT, "%.3f; %.4f against %.4f", large.precision(), rand, bestPrecise),
            large.reports() + " of " + truth.size()
                + " tweets are in such clusters; First Story Detection at its best setting of ≥ .95")),
        details);
  }

  private static Map<String, String> clusters(Outcome outcome, String setting) {
    return outcome.clusters().getOrDefault(setting, Map.of());
  }

  private static List<Map<String, String>> related(List<Map<String, String>> tweets) {
    Map<String, Instant> firsts = new HashMap<>();
    List<Map<String, String>> related = tweets.stream().filter(tweet ->
        Table.cell(tweet, "informativeness").startsWith("Related")).toList();
    related.forEach(tweet -> firsts.merge(Table.cell(tweet, "crisis"), time(tweet), 
        (one, other) -> one.isBefore(other) ? one : other));
    List<Map<String, String>> moved = new ArrayList<>();
    for (Map<String, String> tweet : related) {
      Map<String, String> row = new LinkedHashMap<>();
      Instant first = firsts.getOrDefault(Table.cell(tweet, "crisis"), BEGINNING);
      row.put("id", Table.cell(tweet, "tweet_id"));
      row.put("time", BEGINNING.plusSeconds(time(tweet).getEpochSecond() - first.getEpochSecond()).toString());
      row.put("text", Table.cell(tweet, "text"));
      row.put("crisis", Table.cell(tweet, "crisis"));
      moved.add(row);
    }
    moved.sort(Comparator.comparing((Map<String, String> row) -> Table.cell(row, "time")).thenComparing(row ->
        Table.cell(row, "id")));
    return moved;
  }

  private static Instant time(Map<String, String> tweet) {
    return Instant.parse(Table.cell(tweet, "time_utc"));
  }

  private static String row(String way, String setting, Map<String, String> found, Map<String, String> truth,
      Outcome outcome) {
    Agreement score = Agreement.of(truth, found);
    Large large = Large.of(truth, found);
    return String.format(Locale.ROOT, "| %s | %s | %.4f | %.3f | %.4f | %.3f | %d | %d | %.1f | %.1f |",
        way, setting, score.adjustedRand(), score.precision(), score.recall(), large.precision(), large.reports(),
        large.clusters(),
        outcome.spent().map(Runs.Spent::wallSeconds).orElse(0.0), outcome.spent().map(Runs.Spent::cpuSeconds)
            .orElse(0.0));
  }

  /// B-cubed precision of the reports that are in clusters of at least five.
  private record Large(double precision, int reports, int clusters) {

    static Large of(Map<String, String> truth, Map<String, String> found) {
      Map<String, Map<String, Integer>> clusters = new HashMap<>();
      truth.forEach((id, label) ->
          clusters.computeIfAbsent(found.getOrDefault(id, id), any -> new HashMap<>()).merge(label, 1, Integer::sum));
      double pure = 0;
      int reports = 0;
      Set<String> large = new HashSet<>();
      for (Map.Entry<String, Map<String, Integer>> cluster : clusters.entrySet()) {
        int size = cluster.getValue().values().stream().mapToInt(Integer::intValue).sum();
        if (size >= MANY) {
          large.add(cluster.getKey());
          reports += size;
          pure += cluster.getValue().values().stream().mapToDouble(part -> (double) part * part / size).sum();
        }
      }
      return new Large(reports == 0 ? 1 : pure / reports, reports, large.size());
    }
  }
}
