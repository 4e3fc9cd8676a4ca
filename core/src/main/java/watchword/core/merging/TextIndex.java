package watchword.core.merging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Finds the incidents of texts worth scoring: those that share a text's rarest words, by content and order alone.
///
/// An inverted index: each stem lists the incidents that have it, the one that had it last at the end. However common
/// its words are, a text meets no more than [#MET] incidents.
final class TextIndex {

  /// A text meets so many incidents, at its rarest words first.
  static final int MET = 500;

  /// It is held against those of them that share most.
  static final int HELD = 32;

  private static final SequencedSet<Topic> NOBODY = Collections.unmodifiableSequencedSet(new LinkedHashSet<>());

  private final Map<Long, SequencedSet<Topic>> byStem = new HashMap<>();
  private int met;

  /// The same lists of other incidents.
  ///
  /// @param instead which stands for each
  TextIndex copy(Map<Topic, Topic> instead) {
    TextIndex copy = new TextIndex();
    byStem.forEach((stem, topics) -> {
      SequencedSet<Topic> listed = new LinkedHashSet<>(2 * topics.size());
      topics.forEach(topic -> listed.add(instead.getOrDefault(topic, topic)));
      copy.byStem.put(stem, listed);
    });
    return copy;
  }

  /// Lists an incident under stems that it has just had.
  void list(Topic topic, long[] stems) {
    for (long stem : stems) {
      SequencedSet<Topic> listed = byStem.computeIfAbsent(stem, any -> new LinkedHashSet<>(2));
      listed.remove(topic);
      listed.add(topic);
    }
  }

  /// Takes an incident out, under all its stems.
  void unlist(Topic topic) {
    for (long stem : topic.stems()) {
      SequencedSet<Topic> listed = byStem.get(stem);
      if (listed != null && listed.remove(topic) && listed.isEmpty()) {
        byStem.remove(stem);
      }
    }
  }

  /// The incidents that share most with a node at its rarest words.
  ///
  /// @param vector the node's words, by [Topic#vector]
  List<Topic> sharing(Node node, double[] vector) {
    Map<Topic, Double> shared = new LinkedHashMap<>();
    met = 0;
    for (int i : rarestFirst(node.stems)) {
      for (Topic topic : listed(node.stems[i]).reversed()) {
        if (met == MET) {
          return most(shared);
        }
        met++;
        shared.merge(topic, vector[i] * topic.share(node.stems[i]), Double::sum);
      }
    }
    return most(shared);
  }

  /// How many entries the last search read.
  int met() {
    return met;
  }

  /// Whether nothing is listed any more.
  boolean isEmpty() {
    return byStem.isEmpty();
  }

  private List<Integer> rarestFirst(long[] stems) {
    List<Integer> indices = new ArrayList<>(stems.length);
    for (int i = 0; i < stems.length; i++) {
      indices.add(i);
    }
    indices.sort(Comparator.comparingInt((Integer i) -> listed(stems[i]).size()).thenComparingLong(i -> stems[i]));
    return indices;
  }

  private SequencedSet<Topic> listed(long stem) {
    return byStem.getOrDefault(stem, NOBODY);
  }

  private static List<Topic> most(Map<Topic, Double> shared) {
    return shared.entrySet().stream()
        .sorted(Comparator.comparingDouble((Map.Entry<Topic, Double> each) -> -each.getValue())
            .thenComparingInt(each -> each.getKey().number()))
        .limit(HELD).map(Map.Entry::getKey).toList();
  }
}
