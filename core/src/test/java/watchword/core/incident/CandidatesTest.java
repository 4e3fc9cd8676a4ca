package watchword.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.core.Story;
import watchword.core.report.Reading;
import watchword.core.text.WordWeights;

/// Cells only preselect: every pair that could link is offered, wherever on Earth it lies.
class CandidatesTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "90, 0", "-89.99, 120", "45, 179.99", "-20, -179.99", "35.2644, 45", "52.1, -33.2", "0, 90"})
  void every_pair_a_brute_force_would_link_is_offered(double latitude, double longitude) {
    Random random = new Random(7);
    Story story = new Story();
    for (int i = 0; i < 120; i++) {
      double lat = Math.max(-90, Math.min(90, latitude + random.nextGaussian() * 0.15));
      double lon = longitude + random.nextGaussian() * 0.15;
      lon = lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
      story.with(Story.report().minute(random.nextInt(180)).at(lat, lon, 300 + random.nextInt(4_000)));
    }
    List<Node> nodes = story.readings().stream().sorted(Reading.ORDER).map(reading -> new Node(List.of(reading), WordWeights.NONE)).toList();

    Set<Set<Node>> offered = new HashSet<>();
    Candidates candidates = new Candidates(Survey.of(nodes));
    nodes.forEach(node -> candidates.offer(node, (a, b) -> offered.add(Set.of(a, b))));

    List<Set<Node>> linked = new ArrayList<>();
    for (Node a : nodes) {
      for (Node b : nodes) {
        if (a != b && Linkage.score(a, b) > 0) {
          linked.add(Set.of(a, b));
        }
      }
    }
    assertThat(linked).isNotEmpty();
    assertThat(offered).containsAll(linked);
  }
}
