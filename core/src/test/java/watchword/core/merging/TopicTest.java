package watchword.core.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import watchword.core.Story;
import watchword.core.report.Reading;
import watchword.core.text.WordWeights;

/// What an incident of texts knows of its words.
class TopicTest {

  @Test
  void words_that_each_holds_to_and_the_other_lacks_make_two_contrary() {
    Topic quake = topic("quake in ozna", "quake shakes ozna", "ozna quake", "strong quake ozna", "quake felt ozna");
    Topic other =
        topic("quake in velka", "quake shakes velka", "velka quake", "strong quake velka", "quake felt velka");
    Topic shorter = topic("quake", "quake felt", "strong quake", "quake shakes", "quake in");
    assertThat(quake.contrary(other)).isTrue();
    assertThat(quake.contrary(shorter)).as("the other has no word of its own").isFalse();
    assertThat(quake.contrary(topic("quake in velka"))).as("one message is too young").isFalse();
  }

  @Test
  void a_text_lacks_the_word_that_most_of_an_incident_have() {
    Topic quake = topic("quake in ozna", "quake shakes ozna", "ozna", "strong quake ozna", "quake felt ozna");
    assertThat(quake.missed(node("felt it in ozna"))).as("quake stands in four of five").isEqualTo(0.8);
    assertThat(quake.missed(node("quake felt"))).isEqualTo(1);
    assertThat(quake.missed(node("ozna quake again"))).isEqualTo(0);
    assertThat(topic("quake in ozna").missed(node("sirens"))).as("one message is too young").isEqualTo(0);
  }

  @Test
  void taking_an_incident_is_taking_its_nodes() {
    List<Node> nodes = NodeList.of(TextsTest.flood(new Random(3), 40));
    Topic one = of(nodes.subList(0, 20));
    one.take(of(nodes.subList(20, 40)));
    Topic all = of(nodes);
    Node probe = nodes.get(7);
    assertThat(one.stems()).isEqualTo(all.stems());
    assertThat(one.size()).isEqualTo(40);
    assertThat(one.cosine(probe, Topic.vector(probe))).isCloseTo(all.cosine(probe, Topic.vector(probe)), within(1e-12));
    assertThat(one.cosine(all)).isCloseTo(1, within(1e-12));
    assertThat(one.missed(probe)).isEqualTo(all.missed(probe));
  }

  private static Topic topic(String... texts) {
    Story story = new Story();
    for (int i = 0; i < texts.length; i++) {
      story.with(Story.report().nowhere().saying(texts[i]).minute(i));
    }
    return of(NodeList.of(story.readings()));
  }

  private static Topic of(List<Node> nodes) {
    Topic topic = new Topic(0, nodes.getFirst());
    nodes.stream().skip(1).forEach(node -> topic.take(node, Topic.vector(node)));
    return topic;
  }

  private static Node node(String text) {
    List<Reading> readings = new Story().with(Story.report().nowhere().saying(text)).readings();
    return new Node(readings, WordWeights.NONE);
  }
}
