package watchword.core.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.core.Story;
import watchword.core.Story.Telling;
import watchword.core.kind.Kind;
import watchword.core.report.Reading;
import watchword.core.text.WordWeights;

/// What a vague node could belong to is found wherever it lies, and most of an archive is not even looked at.
class VicinityTest {

  private static final List<Kind> KINDS = List.of(Story.EXPLOSION, Story.GUNFIRE, Story.COLUMN, Story.CAMP);

  /// Below this no cluster decides anything: it can neither be joined nor come near the one that is.
  private static final double MATTERS = Resolution.MATTERS;

  @ParameterizedTest
  @CsvSource({"52.1, -33.2, 1", "90, 0, 2", "-89.99, 120, 3", "45, 179.99, 4", "-20, -179.99, 5", "0, 90, 6"})
  void every_pair_that_matters_to_a_brute_force_is_found(double latitude, double longitude, long seed) {
    List<Node> nodes = nodes(latitude, longitude, new Random(seed));
    List<Node> placed = nodes.stream().filter(node -> !node.vague()).toList();
    List<Node> vague = nodes.stream().filter(Node::vague).toList();
    Vicinity<Node> vicinity = vicinity(placed);
    int pairs = 0;
    for (Node node : vague) {
      List<Node> matter = placed.stream().filter(member -> candidates(member, node) && Linkage.score(member, node) > MATTERS).toList();
      assertThat(vicinity.of(node)).containsAll(matter);
      pairs += matter.size();
    }
    assertThat(pairs).isGreaterThan(20);
  }

  @Test
  void what_is_found_does_not_depend_on_the_order_of_adding() {
    List<Node> nodes = nodes(52.1, -33.2, new Random(7));
    List<Node> placed = new ArrayList<>(nodes.stream().filter(node -> !node.vague()).toList());
    Vicinity<Node> one = vicinity(placed);
    Collections.shuffle(placed, new Random(8));
    Vicinity<Node> other = vicinity(placed);
    assertThat(nodes).filteredOn(Node::vague).isNotEmpty().allSatisfy(node -> assertThat(one.of(node)).isEqualTo(other.of(node)));
  }

  @Test
  void of_an_archive_of_years_and_a_continent_little_is_looked_at() {
    Story story = new Story();
    Random random = new Random(9);
    for (int i = 0; i < 2_000; i++) {
      story.with(Story.report().minute(random.nextInt(2_000_000)).at(40 + random.nextDouble() * 20, random.nextDouble() * 40, 500));
    }
    Vicinity<Node> archive = vicinity(ordered(story));
    Node nowhere = ordered(new Story().with(Story.report().nowhere().minute(1_000_000))).getFirst();
    Node broad = ordered(new Story().with(Story.report().at(50, 20, 10_000).minute(1_000_000))).getFirst();
    assertThat(archive.of(nowhere)).hasSizeLessThan(60);
    assertThat(archive.of(broad)).hasSizeLessThan(20);
  }

  /// Claims about a later hour are looked for within the reach of candidates only.
  private static boolean candidates(Node member, Node vague) {
    return !member.foretells || !vague.foretells || Reach.coversTime(member, vague);
  }

  private static Vicinity<Node> vicinity(List<Node> placed) {
    Vicinity<Node> vicinity = new Vicinity<>(Survey.of(placed));
    placed.forEach(node -> vicinity.add(node, node));
    return vicinity;
  }

  /// An evening around a point: pins, broad places, one of several, none at all, towns by name, claims about tonight.
  private static List<Node> nodes(double latitude, double longitude, Random random) {
    Story story = new Story();
    for (int i = 0; i < 240; i++) {
      double lat = Math.max(-90, Math.min(90, latitude + random.nextGaussian() * 0.3));
      double lon = longitude + random.nextGaussian() * 0.3;
      Telling telling = Story.report().of(KINDS.get(random.nextInt(KINDS.size()))).minute(random.nextInt(600));
      switch (i % 5) {
        case 0, 1 -> telling.at(lat, lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon, 200 + random.nextInt(4_000));
        case 2 -> telling.at(lat, lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon, 6_000 + random.nextInt(60_000));
        case 3 -> telling.atOneOf(LiveMergingTest.twoOrThree(random, lat, lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon));
        default -> telling.nowhere();
      }
      story.with(telling.saying(List.of("", "loud in Dal", "loud near Marrow", "attack tonight at 21:00").get(random.nextInt(4)) + " " + i % 7));
    }
    return ordered(story);
  }

  private static List<Node> ordered(Story story) {
    return story.readings().stream().sorted(Reading.ORDER).map(reading -> new Node(List.of(reading), WordWeights.NONE)).toList();
  }
}
