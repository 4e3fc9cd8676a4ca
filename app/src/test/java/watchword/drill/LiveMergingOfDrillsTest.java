package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.incident.Constraints;
import watchword.core.incident.Merged;
import watchword.core.incident.Merging;
import watchword.core.merging.LinkageMerger;
import watchword.core.report.Reader;
import watchword.core.report.Reading;
import watchword.core.text.WordWeights;

/// A drill's evening, report by report: the desk's incidents are those of merging the evening at once.
class LiveMergingOfDrillsTest {

  @ParameterizedTest
  @ValueSource(longs = {61, 62})
  void an_evening_in_any_order_makes_the_incidents_of_the_evening_at_once(long seed) {
    World world = World.seeded(seed, WorldSize.USUAL);
    Reader reader = new Reader(world.gazetteer(), ZoneOffset.UTC);
    List<Reading> readings = new ArrayList<>(
        world.sendings().stream().map(sending -> reader.read(sending.report(), sending.at())).toList());
    Collections.shuffle(readings, new Random(seed));
    LinkageMerger merger = new LinkageMerger();
    Merging live = merger.begin();
    for (int i = 0; i < readings.size(); i++) {
      live.arrive(readings.get(i));
      if (i % 97 == 0) {
        assertSame(live.merged(), merger.merge(readings.subList(0, i + 1), Constraints.NONE, WordWeights.NONE));
      }
    }
    Map<Long, List<Reading>> hours = readings.stream().collect(Collectors.groupingBy(
        reading -> Math.floorDiv(reading.when().earliest().getEpochSecond(), WordWeights.HOUR_SECONDS), TreeMap::new, Collectors.toList()));
    List<WordWeights.Cut> cuts = new ArrayList<>();
    hours.forEach((hour, of) -> {
      cuts.add(WordWeights.Cut.of(hour, of.stream().map(Reading::words).toList()));
      live.weigh(WordWeights.of(cuts), hour);
    });
    assertSame(live.merged(), merger.merge(readings, Constraints.NONE, WordWeights.of(cuts)));
  }

  private static void assertSame(Merged live, Merged atOnce) {
    assertThat(live.incidents()).isEqualTo(atOnce.incidents());
    assertThat(live.possiblySame()).isEqualTo(atOnce.possiblySame());
  }
}
