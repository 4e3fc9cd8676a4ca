package watchword.core.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.core.Story;
import watchword.core.kind.Kind;
import watchword.core.report.Reading;
import watchword.core.text.WordWeights;

/// Cells only preselect: candidates are the pairs within reach of each other, wherever on Earth they lie.
class CandidatesTest {

  private static final List<Kind> KINDS = List.of(Story.EXPLOSION, Story.GUNFIRE, Story.COLUMN, Story.CAMP);

  /// Far out on the tail of gross errors a pair may come near the threshold, never far above it.
  private static final double CLEARLY = 1;

  @ParameterizedTest
  @CsvSource({"0, 0", "90, 0", "-89.99, 120", "45, 179.99", "-20, -179.99", "35.2644, 45", "52.1, -33.2", "0, 90"})
  void exactly_the_pairs_within_reach_are_offered(double latitude, double longitude) {
    List<Node> nodes = nodes(latitude, longitude, 7);

    Set<Set<Node>> within = new HashSet<>();
    Set<Set<Node>> linked = new HashSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (Reach.covers(nodes.get(j), nodes.get(i))) {
          within.add(Set.of(nodes.get(j), nodes.get(i)));
        }
        if (Linkage.score(nodes.get(j), nodes.get(i)) > CLEARLY) {
          linked.add(Set.of(nodes.get(j), nodes.get(i)));
        }
      }
    }

    assertThat(linked).isNotEmpty();
    assertThat(within).hasSizeLessThan(nodes.size() * (nodes.size() - 1) / 2).containsAll(linked);
    assertThat(offered(nodes, Candidates.MOST)).isEqualTo(within);
  }

  @ParameterizedTest
  @CsvSource({"90, 0", "45, 179.99", "35.2644, 45", "52.1, -33.2"})
  void in_a_hot_spot_a_node_meets_the_latest_within_reach(double latitude, double longitude) {
    List<Node> nodes = nodes(latitude, longitude, 8);
    Set<Set<Node>> latest = new HashSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      nodes.subList(0, i).reversed().stream().filter(earlier -> Reach.covers(earlier, node)).limit(10)
          .forEach(earlier -> latest.add(Set.of(earlier, node)));
    }

    assertThat(offered(nodes, 10)).isEqualTo(latest);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "90, 0", "45, 179.99", "52.1, -33.2"})
  void only_what_cannot_link_is_left_out(double latitude, double longitude) {
    List<Node> nodes = nodes(latitude, longitude, 10);
    Candidates candidates = new Candidates(Survey.of(nodes));
    candidates.add(nodes);
    int left = 0;

    for (Node node : nodes) {
      List<Node> all = candidates.before(node, Double.NEGATIVE_INFINITY);
      List<Node> kept = candidates.before(node, Ceiling.lowestTails(Resolution.EDGE, node, 0));
      assertThat(kept).containsAll(all.stream().filter(earlier -> Linkage.score(earlier, node) > Resolution.EDGE).toList());
      left += all.size() - kept.size();
    }

    assertThat(left).isPositive();
  }

  @Test
  void what_comes_at_once_meets_the_same_as_what_comes_one_by_one() {
    List<Node> nodes = nodes(52.1, -33.2, 11);
    Set<Set<Node>> offered = new HashSet<>();
    Candidates candidates = new Candidates(Survey.of(nodes));
    candidates.add(nodes);
    nodes.forEach(node -> candidates.before(node, Double.NEGATIVE_INFINITY).forEach(earlier -> offered.add(Set.of(earlier, node))));

    assertThat(offered).isEqualTo(offered(nodes, Candidates.MOST));
  }

  @Test
  void another_report_far_less_sure_changes_no_candidate() {
    List<Node> nodes = nodes(52.1, -33.2, 9);
    Set<Set<Node>> before = offered(nodes, Candidates.MOST);
    List<Node> more = new ArrayList<>(nodes);
    more.add(node(new Story().with(Story.report().of(Story.COLUMN).minute(9_000).lasting(5_000).at(40, 100, 4_900)).readings().getFirst()));

    assertThat(offered(more, Candidates.MOST)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "90, 0", "-89.99, 120", "45, 179.99", "-20, -179.99", "35.2644, 45", "52.1, -33.2", "0, 90"})
  void of_nodes_that_come_and_go_exactly_those_within_reach_are_near(double latitude, double longitude) {
    List<Node> nodes = nodes(latitude, longitude, 10);
    Random random = new Random(11);
    Nearby nearby = new Nearby();
    Set<Node> here = new HashSet<>();
    for (int step = 0; step < 400; step++) {
      Node node = nodes.get(random.nextInt(nodes.size()));
      if (here.remove(node)) {
        nearby.remove(node);
      } else {
        here.add(node);
        nearby.add(node);
      }
      Set<Node> near = new HashSet<>();
      Node asked = nodes.get(random.nextInt(nodes.size()));
      nearby.each(asked, near::add);
      assertThat(near).isEqualTo(here.stream().filter(other -> other != asked && Reach.covers(other, asked)).collect(Collectors.toSet()));
    }
  }

  private static Set<Set<Node>> offered(List<Node> nodes, int most) {
    Set<Set<Node>> offered = new HashSet<>();
    Candidates candidates = new Candidates(Survey.of(nodes), most);
    for (Node node : nodes) {
      candidates.add(List.of(node));
      candidates.before(node, Double.NEGATIVE_INFINITY).forEach(earlier -> offered.add(Set.of(earlier, node)));
    }
    return offered;
  }

  /// An evening of pins and rough places, of events and of what moves.
  private static List<Node> nodes(double latitude, double longitude, long seed) {
    Random random = new Random(seed);
    Story story = new Story();
    for (int i = 0; i < 160; i++) {
      double lat = Math.max(-90, Math.min(90, latitude + random.nextGaussian() * 0.3));
      double lon = longitude + random.nextGaussian() * 0.3;
      lon = lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
      story.with(Story.report().of(KINDS.get(random.nextInt(KINDS.size()))).minute(random.nextInt(1_500))
          .at(lat, lon, 100 + random.nextInt(4_900)));
    }
    return story.readings().stream().sorted(Reading.ORDER).map(CandidatesTest::node).toList();
  }

  private static Node node(Reading reading) {
    return new Node(List.of(reading), WordWeights.NONE);
  }
}
