package watchword.bench.merging;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import watchword.bench.merging.Runs.Outcome;
import watchword.bench.merging.Runs.Spent;
import watchword.bench.merging.Section.Line;

/// How many reports a second, the computation warm: each way in a process of its own, in turn, on the same rows, made like UCDP's (`MentionRows`).
///
/// A run is everything from opening the file to the last cluster written. Of a peer it ends with its first setting, which
/// is its cheapest, and its agreement is that of its best setting with hindsight: both in its favour.
final class Throughput {

  private static final int ROUNDS = 2;

  /// The first runs of a process warm it up, the rest count. What is compiled goes by what was done, so small files take more runs.
  private static final int WARMING = 4;

  private static final long WARMING_ROWS = 400_000;

  private static final int COUNTED = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String OURS = "Watchword";
  private static final List<String> PEERS = List.of("rule", "minhash", "jedai", "duke");

  /// What one way reached.
  ///
  /// @param reports a second by the clock; 0 where it did not finish
  private record Pace(String way, double reports, double ofProcessor, double agreement, String note) {}

  private Throughput() {}

  static Section measure(Runs runs, long rows) throws IOException, InterruptedException {
    Path file = runs.scratch().resolve("mentions" + rows + ".csv");
    MentionRows.write(file, rows, 7);
    int warming = (int) Math.max(WARMING, WARMING_ROWS / rows);
    Map<String, List<Spent>> spent = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      add(spent, OURS, warming, runs.warm(List.of("-cp", System.getProperty("java.class.path"), WarmRuns.class.getName(),
          file.toString(), runs.scratch().resolve("warm.csv").toString(), String.valueOf(warming + COUNTED)), PATIENCE));
      for (String peer : PEERS) {
        add(spent, peer, warming, runs.warm(List.of("-cp", runs.peers(), "watchword.bench.peers.PeerMain", peer,
            file.toString(), runs.scratch().resolve("warm").toString(), String.valueOf(warming + COUNTED)), PATIENCE));
      }
    }
    Map<String, String> truth = Table.read(file).column("mention_id", "event_id");
    List<Pace> paces = new ArrayList<>();
    for (Map.Entry<String, List<Spent>> way : spent.entrySet()) {
      Outcome outcome = way.getKey().equals(OURS) ? runs.product(file) : runs.peer(way.getKey(), file);
      double agreement = outcome.clusters().values().stream()
          .mapToDouble(found -> Agreement.of(truth, found).adjustedRand()).max().orElse(0);
      paces.add(new Pace(way.getKey(), rate(rows, way.getValue(), Spent::wallSeconds),
          rate(rows, way.getValue(), Spent::cpuSeconds), agreement, outcome.note()));
    }
    return section(rows, paces);
  }

  private static void add(Map<String, List<Spent>> spent, String way, int warming, List<Spent> runs) {
    spent.computeIfAbsent(way, any -> new ArrayList<>()).addAll(runs.subList(Math.min(warming, runs.size()), runs.size()));
  }

  private static double rate(long rows, List<Spent> runs, ToDoubleFunction<Spent> seconds) {
    return runs.isEmpty() ? 0 : rows / Ucdp.median(runs.stream().map(seconds::applyAsDouble).toList());
  }

  private static Section section(long rows, List<Pace> paces) {
    Pace ours = paces.getFirst();
    List<Pace> others = paces.subList(1, paces.size());
    Optional<Pace> rival = others.stream().filter(pace -> !pace.way.equals("rule") && pace.reports > 0 && pace.agreement >= ours.agreement / 2)
        .max(Comparator.comparingDouble(Pace::reports));
    Pace rule = others.getFirst();
    List<String> details = new ArrayList<>(List.of("", "## Throughput, " + rows + " rows made like UCDP's", "",
        "Medians of " + ROUNDS * COUNTED + " warm runs in " + ROUNDS + " processes, in turn. A peer's time ends with its "
            + "first setting; its ARI is its best with hindsight.",
        "", "| way | reports a second, by the clock | reports a processor second | ARI | |", "|---|---|---|---|---|"));
    paces.forEach(pace -> details.add(String.format(Locale.ROOT, "| %s | %.0f | %.0f | %.3f | %s |",
        pace.way, pace.reports, pace.ofProcessor, pace.agreement, pace.note)));
    String ratio = rival
        .map(pace -> String.format(Locale.ROOT, "%.1f times %s", ours.reports / pace.reports, pace.way))
        .orElse("no peer that finished has half our ARI");
    String plain = rule.agreement >= ours.agreement / 2 ? "has more than half our ARI" : "has less than half our ARI";
    return new Section(List.of(new Line("throughput on UCDP-like rows, warm",
        "≥ 20,000 reports/s, ≥ 10 times the fastest peer of half our ARI",
        String.format(Locale.ROOT, "%.0f reports/s (%.0f a processor second); %s", ours.reports, ours.ofProcessor, ratio),
        String.format(Locale.ROOT, "the plain rule, which %s, does %.0f", plain, rule.reports))), details);
  }
}
