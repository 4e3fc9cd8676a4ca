package watchword.bench.merging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import watchword.bench.merging.Runs.Outcome;
import watchword.bench.merging.Section.Line;

/// UCDP mentions of Syria: the whole file, folds by place, and pairs across sources.
final class Ucdp {

  private static final int FOLDS = 5;
  private static final int ROUNDS = 3;
  private static final List<String> PEERS = List.of("rule", "words", "characters", "minhash", "jedai", "duke");

  /// What a reader of the article would know, and the row's name.
  private static final List<String> COLUMNS = List.of(
      "mention_id", "office", "report_date", "headline", "place", "adm_1", "adm_2", "lat", "lon", "where_prec",
      "type_of_violence");

  private final Runs runs;
  private final Path file;
  private final Map<String, String> truth;
  private final Map<String, String> sources;
  private final Map<Integer, List<Map<String, String>>> folds = new TreeMap<>();
  private final List<String> details = new ArrayList<>();

  private Ucdp(Runs runs, Path file) throws IOException {
    this.runs = runs;
    this.file = file;
    Table table = Table.read(file);
    truth = table.column("mention_id", "event_id");
    sources = table.column("mention_id", "src");
    table.rows().forEach(row -> folds.computeIfAbsent(fold(row), any -> new ArrayList<>()).add(row));
  }

  static Section measure(Runs runs, Path file) throws IOException, InterruptedException {
    Ucdp ucdp = new Ucdp(runs, file);
    List<Line> lines = new ArrayList<>(ucdp.whole());
    lines.addAll(ucdp.folds());
    return new Section(lines, ucdp.details);
  }

  private static int fold(Map<String, String> row) {
    CRC32 sum = new CRC32();
    sum.update((Table.cell(row, "lat") + "," + Table.cell(row, "lon")).getBytes(StandardCharsets.US_ASCII));
    return (int) (sum.getValue() % FOLDS);
  }

  private List<Line> whole() throws IOException, InterruptedException {
    Map<String, List<Outcome>> rounds = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      rounds.computeIfAbsent("Watchword", any -> new ArrayList<>()).add(runs.product(file));
      for (String peer : PEERS) {
        rounds.computeIfAbsent(peer, any -> new ArrayList<>()).add(runs.peer(peer, file));
      }
    }
    details.add("## UCDP, the whole file");
    details.add("");
    details.add("Peers at the setting that is best on this very file, chosen with hindsight in their favour; their times hold all settings. Medians of three rounds in turn.");
    details.add("");
    details.add("| way | setting | pair P | R | F1 | B³ | ARI | across sources P | R | F1 | wall s | CPU s |");
    details.add("|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (Map.Entry<String, List<Outcome>> way : rounds.entrySet()) {
      details.add(row(way.getKey(), way.getValue()));
    }
    details.add("| all singletons | | 0 | 0 | 0 | " + decimals(Agreement.of(truth,
        alone(truth)).bCubed()) + " | 0 | 0 | 0 | 0 | | |");
    Map<String, String> found = product(rounds.getOrDefault("Watchword", List.of()).getFirst());
    Agreement score = Agreement.of(truth, found);
    double[] across = Agreement.ofPairs(truth, found, this::acrossSources);
    return List.of(
        new Line("UCDP, whole file, no option", "pair F1 ≥ .60, B³ ≥ .95", decimals(score.f1()) + ", "
        + decimals(score.bCubed()),
            "`merge FILE --clusters`; P " + decimals(score.precision()) + ", R " + decimals(score.recall()) + ", ARI "
            + decimals(score.adjustedRand())),
        new Line("UCDP, across sources only: F1", "≥ .65", decimals(across[2]),
            "same clusters, pairs whose `src` differs; P " + decimals(across[0]) + ", R " + decimals(across[1])));
  }

  private String row(String way, List<Outcome> outcomes) {
    Outcome first = outcomes.getFirst();
    if (first.spent().isEmpty()) {
      return "| " + way + " | " + first.note() + " | | | | | | | | | | |";
    }
    String setting = best(first.clusters(), truth);
    Map<String, String> found = first.clusters().getOrDefault(setting, Map.of());
    Agreement score = Agreement.of(truth, found);
    double[] across = Agreement.ofPairs(truth, found, this::acrossSources);
    return String.format(Locale.ROOT, "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %.1f | %.1f |",
        way, setting, decimals(score.precision()), decimals(score.recall()), decimals(score.f1()),
        decimals(score.bCubed()),
        decimals(score.adjustedRand()), decimals(across[0]), decimals(across[1]), decimals(across[2]),
        median(outcomes.stream().flatMap(each -> each.spent().stream()).map(Runs.Spent::wallSeconds).toList()),
        median(outcomes.stream().flatMap(each -> each.spent().stream()).map(Runs.Spent::cpuSeconds).toList()));
  }

  private List<Line> folds() throws IOException, InterruptedException {
    Map<Integer, Map<String, String>> truths = new TreeMap<>();
    Map<Integer, Agreement> ours = new TreeMap<>();
    Map<String, Map<Integer, Outcome>> theirs = new LinkedHashMap<>();
    for (Map.Entry<Integer, List<Map<String, String>>> fold : folds.entrySet()) {
      Path part = Table.write(runs.scratch().resolve("fold" + fold.getKey() + ".csv"), COLUMNS, fold.getValue());
      Map<String, String> known = new Table(fold.getValue()).column("mention_id", "event_id");
      truths.put(fold.getKey(), known);
      ours.put(fold.getKey(), Agreement.of(known, product(runs.product(part))));
      for (String peer : PEERS) {
        theirs.computeIfAbsent(peer, any -> new TreeMap<>()).put(fold.getKey(), runs.peer(peer, part));
      }
    }
    details.add("");
    details.add("## UCDP, folds by place");
    details.add("");
    details.add("Pair F1 and B³ by fold (crc32 of \"lat,lon\" mod 5). A peer's setting is the one that is best on the other folds.");
    details.add("");
    details.add("| way |" + String.join("", folds.keySet().stream().map(fold -> " fold " + fold + " |").toList())
        + " mean |");
    details.add("|---|" + "---|".repeat(folds.size() + 1));
    details.add(foldRow("Watchword", ours));
    Map<Integer, Agreement> rule = new TreeMap<>();
    for (Map.Entry<String, Map<Integer, Outcome>> peer : theirs.entrySet()) {
      Map<Integer, Agreement> scores = crossValidated(peer.getValue(), truths);
      details.add(scores.isEmpty() ? "| " + peer.getKey() + " | did not run on every fold |" : foldRow(peer.getKey(),
          scores));
      if (peer.getKey().equals("rule")) {
        rule.putAll(scores);
      }
    }
    Map<Integer, Agreement> alone = new TreeMap<>();
    truths.forEach((fold, known) -> alone.put(fold, Agreement.of(known, alone(known))));
    details.add(foldRow("all singletons", alone));
    return foldLines(ours, rule, alone);
  }

  /// Every report is an incident of its own.
  private static Map<String, String> alone(Map<String, String> reports) {
    Map<String, String> clusters = new LinkedHashMap<>();
    reports.keySet().forEach(id -> clusters.put(id, id));
    return clusters;
  }

  private static List<Line> foldLines(Map<Integer, Agreement> ours, Map<Integer, Agreement> rule,
      Map<Integer, Agreement> alone) {
    List<Double> gains = new ArrayList<>();
    boolean above = true;
    for (Map.Entry<Integer, Agreement> fold : ours.entrySet()) {
      gains.add(fold.getValue().f1() - of(rule, fold.getKey()).f1());
      above &= fold.getValue().bCubed() > of(alone, fold.getKey()).bCubed();
    }
    String each = String.join(", ", gains.stream().map(Ucdp::signed).toList());
    double mean = ours.values().stream().mapToDouble(Agreement::bCubed).average().orElseThrow();
    return List.of(
        new Line("UCDP, folds by place: gain in pair F1 over the rule", "≥ +.10 on average, never below it",
            signed(gains.stream().mapToDouble(Double::doubleValue).average().orElseThrow()) + " (" + each + ")",
            "each fold merged alone, no option"),
        new Line("UCDP, folds by place: B³", "above singletons in each, ≥ .950 on average",
            decimals(mean) + ", " + (above ? "above in each" : "not above in each"), "the same runs"));
  }

  private static Agreement of(Map<Integer, Agreement> scores, int fold) {
    return Optional.ofNullable(scores.get(fold)).orElseThrow();
  }

  /// Each fold's score under the setting that was best on the others; nothing if a run failed.
  private static Map<Integer, Agreement> crossValidated(Map<Integer, Outcome> outcomes,
      Map<Integer, Map<String, String>> truths) {
    if (outcomes.values().stream().anyMatch(outcome -> outcome.spent().isEmpty())) {
      return Map.of();
    }
    Map<Integer, Map<String, Agreement>> scores = new TreeMap<>();
    outcomes.forEach((fold, outcome) -> {
      Map<String, Agreement> settings = new TreeMap<>();
      outcome.clusters().forEach((setting, found) -> settings.put(setting, Agreement.of(truths.getOrDefault(fold,
          Map.of()), found)));
      scores.put(fold, settings);
    });
    Map<Integer, Agreement> chosen = new TreeMap<>();
    scores.forEach((held, settings) -> {
      String best = settings.keySet().stream().max(Comparator.comparingDouble(setting -> scores.entrySet().stream()
          .filter(other -> !other.getKey().equals(held))
          .mapToDouble(other -> Optional.ofNullable(other.getValue().get(setting)).orElseThrow().f1()).sum()))
          .orElseThrow();
      chosen.put(held, Optional.ofNullable(settings.get(best)).orElseThrow());
    });
    return chosen;
  }

  private static String foldRow(String way, Map<Integer, Agreement> scores) {
    StringBuilder row = new StringBuilder("| " + way + " |");
    scores.values().forEach(score -> row.append(' ').append(decimals(score.f1())).append(", ")
        .append(decimals(score.bCubed())).append(" |"));
    return row.append(' ').append(decimals(scores.values().stream().mapToDouble(Agreement::f1).average()
        .orElseThrow())).append(", ")
        .append(decimals(scores.values().stream().mapToDouble(Agreement::bCubed).average().orElseThrow()))
        .append(" |").toString();
  }

  private boolean acrossSources(String one, String other) {
    return !sources.getOrDefault(one, "").equals(sources.getOrDefault(other, ""));
  }

  static String best(Map<String, Map<String, String>> settings, Map<String, String> truth) {
    return settings.keySet().stream().sorted()
        .max(Comparator.comparingDouble(setting -> Agreement.of(truth, settings.getOrDefault(setting,
        Map.of())).f1())).orElseThrow();
  }

  /// The product has one setting, and without its clusters there is nothing to measure.
  static Map<String, String> product(Outcome outcome) {
    if (outcome.spent().isEmpty()) {
      throw new IllegalStateException("merge " + outcome.note());
    }
    return outcome.clusters().values().iterator().next();
  }

  static double median(List<Double> numbers) {
    return numbers.stream().sorted().skip(numbers.size() / 2).findFirst().orElse(Double.NaN);
  }

  static String decimals(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }

  private static String signed(double number) {
    return String.format(Locale.ROOT, "%+.3f", number);
  }
}
