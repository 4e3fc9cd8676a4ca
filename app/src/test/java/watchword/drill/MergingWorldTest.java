package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.archive.ClusterScore;
import watchword.core.incident.Constraints;
import watchword.core.incident.Merged;
import watchword.core.merging.LinkageMerger;
import watchword.core.report.Reader;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.text.WordWeights;
import watchword.core.text.Words;

/// Merging in the drill's world, where two plain rules stay below .70.
class MergingWorldTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void merging_reaches_eighty_percent_of_true_pairs(long seed) {
    World world = World.seeded(seed, WorldSize.USUAL);
    Reader reader = new Reader(world.gazetteer(), ZoneOffset.UTC);
    List<Reading> readings = world.sendings().stream().map(sending -> reader.read(sending.report(), sending.at())).toList();
    Merged merged = new LinkageMerger().merge(readings, Constraints.NONE, weights(readings));

    Map<ReportId, String> found = new HashMap<>();
    merged.incidents().forEach(incident -> incident.reports().forEach(id -> found.put(id, incident.id().value())));
    ClusterScore score = ClusterScore.of(world.labels(), found);
    System.out.printf("seed %d: %s%n", seed, score);
    assertThat(score.pairF1()).isGreaterThanOrEqualTo(0.80);
  }

  private static WordWeights weights(List<Reading> readings) {
    Map<Long, List<Words>> hours = new TreeMap<>();
    readings.forEach(reading -> hours.computeIfAbsent(Math.floorDiv(reading.when().earliest().getEpochSecond(), WordWeights.HOUR_SECONDS), hour -> new ArrayList<>()).add(reading.words()));
    return WordWeights.of(hours.entrySet().stream().map(hour -> WordWeights.Cut.of(hour.getKey(), hour.getValue())).toList());
  }
}
