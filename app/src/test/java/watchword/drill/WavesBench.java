package watchword.drill;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import watchword.core.corroboration.Corroboration;
import watchword.core.corroboration.Evidence;
import watchword.core.corroboration.Experience;
import watchword.core.corroboration.LogOddsWeigher;
import watchword.core.corroboration.SourceRecords;
import watchword.core.corroboration.SourceRecords.Tally;
import watchword.core.incident.Constraints;
import watchword.core.incident.Incident;
import watchword.core.merging.LinkageMerger;
import watchword.core.report.Channel;
import watchword.core.report.Reader;
import watchword.core.report.Reading;
import watchword.core.report.SourceKey;
import watchword.core.text.WordWeights;
import watchword.core.text.Words;

/// Counts how often the wave flag is raised on planted incidents and on true ones, in memory: bench/results/2026-11-30-waves.md.
///
/// `java -cp … watchword.drill.WavesBench FROM TO [lines]`
final class WavesBench {

  /// Below so many reports nothing is called a wave.
  private static final int LEAST = 4;

  private final Map<String, int[]> counts = new TreeMap<>();
  private final Map<String, Map<String, Integer>> reasons = new TreeMap<>();
  private final boolean lines;

  private WavesBench(boolean lines) {
    this.lines = lines;
  }

  public static void main(String[] args) {
    WavesBench bench = new WavesBench(args.length > 2);
    LongStream.rangeClosed(Long.parseLong(args[0]), Long.parseLong(args[1])).forEach(bench::play);
    bench.counts.forEach((what, count) -> System.out.printf("%-32s %4d incidents, %4d flagged (%.3f); %5d reports, %5d in flagged (%.3f)%n",
        what, count[0], count[1], (double) count[1] / count[0], count[2], count[3], (double) count[3] / count[2]));
    bench.reasons.forEach((what, each) -> System.out.println(what + " " + each));
  }

  private void play(long seed) {
    World world = World.seeded(seed, WorldSize.USUAL);
    Reader reader = new Reader(world.gazetteer(), ZoneOffset.UTC);
    List<Reading> all = new ArrayList<>();
    world.sendings().forEach(sending -> all.add(reader.read(sending.report(), sending.at())));
    Map<SourceKey, Tally> enrolled = all.stream().filter(reading -> reading.channel() == Channel.OBSERVER)
        .collect(Collectors.toMap(Reading::source, reading -> new Tally(11, 1), (first, second) -> first));
    // As an editor meets it: after each hour, and at the end.
    Instant first = world.sendings().getFirst().at();
    for (int hour = 1; hour <= 6; hour++) {
      Instant now = first.plusSeconds(3_600L * hour);
      List<Reading> come = all.stream().filter(reading -> !world.sending(reading.id()).at().isAfter(now)).toList();
      if (hour == 2 || hour == 4 || hour == 6) {
        look(world, come, new SourceRecords(enrolled), now, hour);
      }
    }
  }

  private void look(World world, List<Reading> come, SourceRecords records, Instant now, int hour) {
    for (Incident incident : new LinkageMerger().merge(come, Constraints.NONE, weights(come, now)).incidents()) {
      Corroboration weight = new LogOddsWeigher().weigh(incident, new Evidence(Experience.of(records), List.of()), now);
      String truth = truth(world, incident);
      String size = incident.readings().size() < LEAST ? "under four" : "four and more";
      int[] count = counts.computeIfAbsent("%dh %s, %s".formatted(hour, truth, size), key -> new int[4]);
      int reports = incident.readings().size();
      boolean flagged = weight.wave().isPresent();
      count[0]++;
      count[1] += flagged ? 1 : 0;
      count[2] += reports;
      count[3] += flagged ? reports : 0;
      weight.wave().ifPresent(words -> {
        for (String reason : words.split("; ", -1)) {
          reasons.computeIfAbsent(hour + "h " + truth, key -> new TreeMap<>()).merge(reason.replaceAll("[0-9]+", "n"), 1, Integer::sum);
        }
      });
      if (lines && reports >= LEAST && hour == 6) {
        long foretell = incident.readings().stream().filter(Reading::foretells).count();
        System.out.printf("%s reports %d foretell %.2f copies %.2f %s%n", truth, reports, (double) foretell / reports,
            (double) (reports - weight.origins().size()) / reports, weight.wave().orElse("-"));
      }
    }
  }

  /// What most of its reports are.
  private static String truth(World world, Incident incident) {
    Map<String, Long> kinds = incident.readings().stream()
        .collect(Collectors.groupingBy(reading -> world.sending(reading.id()).truth().getClass().getSimpleName(), TreeMap::new, Collectors.counting()));
    return kinds.entrySet().stream().max(Comparator.comparing(Map.Entry::getValue)).orElseThrow().getKey();
  }

  private static WordWeights weights(List<Reading> readings, Instant now) {
    long current = Math.floorDiv(now.getEpochSecond(), WordWeights.HOUR_SECONDS);
    Map<Long, List<Words>> hours = new TreeMap<>();
    readings.forEach(reading -> hours.computeIfAbsent(
        Math.floorDiv(reading.when().earliest().getEpochSecond(), WordWeights.HOUR_SECONDS), hour -> new ArrayList<>()).add(reading.words()));
    hours.keySet().removeIf(hour -> hour >= current);
    return WordWeights.of(hours.entrySet().stream().map(hour -> WordWeights.Cut.of(hour.getKey(), hour.getValue())).toList());
  }
}
