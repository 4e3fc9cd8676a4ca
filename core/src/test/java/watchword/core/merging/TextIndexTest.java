package watchword.core.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.Story;
import watchword.core.report.Reading;
import watchword.core.text.WordWeights;

/// The incidents of texts that are worth scoring, and no more than that.
class TextIndexTest {

  private static final String HOT = "pray for all people there tonight";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_nearest_that_a_brute_force_finds_is_found(long seed) {
    List<Node> nodes = nodes(TextsTest.flood(new Random(seed), 200));
    TextIndex index = new TextIndex();
    List<Topic> all = new ArrayList<>();
    for (Node node : nodes) {
      double[] vector = Topic.vector(node);
      double nearest = all.stream().mapToDouble(topic -> topic.cosine(node, vector)).max().orElse(0);
      if (nearest > 0) {
        assertThat(index.sharing(node, vector)).anyMatch(found -> found.cosine(node, vector) == nearest);
      }
      Topic topic = new Topic(all.size(), node);
      all.add(topic);
      index.list(topic, topic.stems());
    }
  }

  @Test
  void a_text_of_hot_words_meets_a_bounded_number_and_its_rare_words_first() {
    Story story = new Story();
    for (int i = 0; i < 3_000; i++) {
      story.with(Story.report().nowhere().saying(HOT + " n%04d".formatted(i % 1_500)).minute(i));
    }
    TextIndex index = new TextIndex();
    List<Node> nodes = nodes(story.readings());
    for (Node node : nodes) {
      List<Topic> sharing = index.sharing(node, Topic.vector(node));
      assertThat(index.met()).isLessThanOrEqualTo(TextIndex.MET);
      assertThat(sharing).hasSizeLessThanOrEqualTo(TextIndex.HELD);
      Topic topic = new Topic(story.readings().indexOf(node.first), node);
      index.list(topic, topic.stems());
    }
    Node last = nodes.getLast();
    assertThat(index.sharing(last, Topic.vector(last)).subList(0, 2)).as("of the same rare word")
        .allMatch(topic -> topic.number() % 1_500 == 1_499);
  }

  @Test
  void what_is_taken_out_is_gone_under_every_word() {
    TextIndex index = new TextIndex();
    List<Node> nodes = nodes(TextsTest.flood(new Random(1), 50));
    Topic topic = new Topic(0, nodes.getFirst());
    index.list(topic, topic.stems());
    for (Node node : nodes.subList(1, 50)) {
      topic.take(node, Topic.vector(node));
      index.list(topic, node.stems);
    }
    assertThat(index.isEmpty()).isFalse();
    index.unlist(topic);
    assertThat(index.isEmpty()).isTrue();
  }

  private static List<Node> nodes(List<Reading> readings) {
    return NodeList.of(readings);
  }
}
