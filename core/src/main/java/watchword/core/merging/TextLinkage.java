package watchword.core.merging;

import java.util.ArrayList;
import java.util.List;
import watchword.core.merging.Linkage.FieldScore;

/// Scores whether a text tells of what an incident of texts tells: log-odds, as in [Linkage], from words alone.
///
/// Prior and slope are a logistic regression of "the nearest incident is the right one" (measured:
/// bench/results/2026-11-22-texts.md).
final class TextLinkage {

  /// Log-odds above which a text joins: nineteen of twenty such are right.
  static final double JOIN = 3;

  /// A text must fit its incident better than the next one by so much, as a vague report must.
  static final double LEAD = Resolution.VAGUE_LEAD;

  private static final double PRIOR = 1.8;

  /// What a cosine of 1 adds.
  private static final double WORDS = 20;

  /// An incident of one text is a message rather than a happening, and asks for more; with more texts that fades as
  /// chance does.
  private static final double YOUNG = -7;

  /// A text lacks a word that all texts of the incident have, its place's name as a rule.
  private static final double LACKING = -2;

  /// Fewer words are too common to join anything.
  static final int TELLING = 4;

  /// After so long without a text an incident takes no more.
  static final double SILENCE_SECONDS = 48 * 3_600;

  /// Nor after so long in all, as a desk's entries fold then (DESIGN 5.7): memory must have an end.
  private static final double LIFE_SECONDS = 30 * 86_400;

  /// What no words make up for.
  private static final double BARRED = -20;

  private TextLinkage() {}

  /// @param vector the node's words, by [Topic#vector]
  static double score(Topic topic, Node node, double[] vector) {
    double words = WORDS * topic.cosine(node, vector) + LACKING * topic.missed(node);
    return PRIOR + words + YOUNG / StrictMath.sqrt(topic.size());
  }

  /// Whether a node may join at all: in time, of a kind people take for the other, and both of now or both of later.
  static boolean open(Topic topic, Node node) {
    Node first = topic.cluster.members.getFirst();
    return inTime(topic, node) && first.kind.likeness(node.kind) > 0 && first.foretells == node.foretells;
  }

  private static boolean inTime(Topic topic, Node node) {
    double silence = node.earliest() - topic.last() - Course.ROUNDING;
    return silence <= SILENCE_SECONDS && node.earliest() - topic.first() <= LIFE_SECONDS;
  }

  /// The score of a text with an incident of texts, field by field.
  ///
  /// @param incident its nodes before the text, in order
  static List<FieldScore> explain(List<Node> incident, Node node) {
    Topic topic = new Topic(0, incident.getFirst());
    incident.stream().skip(1).forEach(earlier -> topic.take(earlier, Topic.vector(earlier)));
    return fields(topic, node);
  }

  private static List<FieldScore> fields(Topic topic, Node node) {
    List<FieldScore> fields = new ArrayList<>();
    fields.add(new FieldScore("prior", PRIOR));
    fields.add(new FieldScore("words", WORDS * topic.cosine(node, Topic.vector(node))));
    fields.add(new FieldScore("few", YOUNG / StrictMath.sqrt(topic.size())));
    fields.add(new FieldScore("lacking", topic.missed(node) == 0 ? 0 : LACKING * topic.missed(node)));
    fields.add(new FieldScore("length", node.stems.length < TELLING ? BARRED : 0));
    fields.add(new FieldScore("time", inTime(topic, node) ? 0 : BARRED));
    Node first = topic.cluster.members.getFirst();
    fields.add(new FieldScore("kind", first.kind.likeness(node.kind) > 0 ? 0 : BARRED));
    fields.add(new FieldScore("tense", first.foretells == node.foretells ? 0 : BARRED));
    return fields;
  }
}
