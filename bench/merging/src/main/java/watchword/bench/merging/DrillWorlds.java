package watchword.bench.merging;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import watchword.bench.merging.Section.Line;
import watchword.core.incident.Constraints;
import watchword.core.merging.LinkageMerger;
import watchword.core.report.Reader;
import watchword.core.report.Reading;
import watchword.core.text.WordWeights;
import watchword.core.text.Words;
import watchword.drill.World;
import watchword.drill.WorldSize;

/// Twenty evenings of the invented country, five languages mixed, read and merged as the desk does.
final class DrillWorlds {

  private static final long FIRST = 201;
  private static final long LAST = 220;

  /// @param incidents true ones
  private record Counts(int incidents, int merged, int touched) {}

  private DrillWorlds() {}

  static Section measure() {
    List<String> details = new ArrayList<>(List.of(
        "", "## Drill world, seeds " + FIRST + " to " + LAST, "",
        "A true incident is a happening or a fiction of at least two reports. *Merged*: found incidents that hold the majority of two or more true ones, each beyond the first counted.",
        "*Touched*: true incidents one or more of whose reports lie in a found incident that mostly tells of another.",
            "",
        "| seed | pair P | R | F1 | B³ | true incidents | merged | touched |", "|---|---|---|---|---|---|---|---|"));
    List<Double> scores = new ArrayList<>();
    int incidents = 0;
    int merged = 0;
    int touched = 0;
    for (long seed = FIRST; seed <= LAST; seed++) {
      World world = World.seeded(seed, WorldSize.USUAL);
      Map<String, String> truth = new HashMap<>();
      world.labels().forEach((id, label) -> truth.put(id.value(), label));
      Map<String, String> found = merge(world);
      Agreement score = Agreement.of(truth, found);
      Counts counts = counts(truth, found);
      scores.add(score.f1());
      incidents += counts.incidents();
      merged += counts.merged();
      touched += counts.touched();
      details.add(String.format(Locale.ROOT, "| %d | %.3f | %.3f | %.3f | %.3f | %d | %d | %d |",
          seed, score.precision(), score.recall(), score.f1(), score.bCubed(), counts.incidents(), counts.merged(),
          counts.touched()));
    }
    double mean = scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double least = scores.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    return new Section(
        List.of(new Line("Drill world, 20 seeds: pair F1; false merges per 1,000 true incidents", "≥ .93; ≤ 3",
            String.format(Locale.ROOT, "mean %.3f, least %.3f; %.1f (%d of %d)", mean, least,
            1_000.0 * merged / incidents, merged, incidents),
            String.format(Locale.ROOT, "the desk's reading and merging in one process; %d true incidents have a report in another's", touched))),
        details);
  }

  private static Map<String, String> merge(World world) {
    Reader reader = new Reader(world.gazetteer(), ZoneOffset.UTC);
    List<Reading> readings = world.sendings().stream().map(sending -> reader.read(sending.report(),
        sending.at())).toList();
    return merge(readings);
  }

  /// @param readings in any order; their words are weighed by all of them
  static Map<String, String> merge(List<Reading> readings) {
    Map<Long, List<Words>> hours = new TreeMap<>();
    readings.forEach(reading -> hours.computeIfAbsent(
        Math.floorDiv(reading.when().earliest().getEpochSecond(), WordWeights.HOUR_SECONDS),
        hour -> new ArrayList<>()).add(reading.words()));
    WordWeights weights = WordWeights.of(hours.entrySet().stream().map(hour -> WordWeights.Cut.of(hour.getKey(),
        hour.getValue())).toList());
    Map<String, String> found = new HashMap<>();
    new LinkageMerger().merge(readings, Constraints.NONE, weights).incidents()
        .forEach(incident -> incident.reports().forEach(id -> found.put(id.value(), incident.id().value())));
    return found;
  }

  private static Counts counts(Map<String, String> truth, Map<String, String> found) {
    Map<String, Integer> sizes = new TreeMap<>();
    truth.values().forEach(label -> sizes.merge(label, 1, Integer::sum));
    sizes.values().removeIf(size -> size < 2);
    Map<String, Map<String, Integer>> clusters = new TreeMap<>();
    truth.forEach((id, label) -> clusters.computeIfAbsent(found.getOrDefault(id, id),
        any -> new TreeMap<>()).merge(label, 1, Integer::sum));
    int merged = 0;
    Set<String> touched = new HashSet<>();
    for (Map<String, Integer> parts : clusters.values()) {
      int majorities = (int) parts.entrySet().stream().filter(part ->
          2 * part.getValue() > sizes.getOrDefault(part.getKey(), Integer.MAX_VALUE / 2)).count();
      merged += Math.max(0, majorities - 1);
      int most = parts.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
      String owner = parts.entrySet().stream().filter(part -> part.getValue() == most).findFirst().orElseThrow()
          .getKey();
      parts.keySet().stream().filter(label -> !label.equals(owner) && sizes.containsKey(label)).forEach(touched::add);
    }
    return new Counts(sizes.size(), merged, touched.size());
  }
}
