package watchword.core.merging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import watchword.core.incident.Incident;
import watchword.core.incident.Summary;

/// Merges readings that have only words: each joins the incident whose words are clearly nearest, or begins one.
///
/// A text is held against the sum of an incident's words, never against a neighbour. Nodes come in order of time, and
/// what becomes of one depends on those before it alone; two incidents that grow alike are joined on the way, unless
/// each has a word of its own.
final class Topics {

  /// The cosine above which two incidents of several texts are one, and how many texts they need.
  private static final double SAME = 0.35;

  private static final int SEVERAL = 3;

  private final Apart apart;
  private final Consumer<Incident> incidents;
  private final TextIndex index;
  private final TreeMap<Integer, Topic> open = new TreeMap<>();
  /// The longest silent first.
  private final SequencedSet<Topic> bySilence = new LinkedHashSet<>();
  private int begun;

  private record Match(Topic topic, double score) {}

  Topics(Apart apart, Consumer<Incident> incidents) {
    this(apart, incidents, new TextIndex());
  }

  private Topics(Apart apart, Consumer<Incident> incidents, TextIndex index) {
    this.apart = apart;
    this.incidents = incidents;
    this.index = index;
  }

  /// The same as they stand now, to go on from here another time.
  Topics copy() {
    Map<Topic, Topic> copies = new HashMap<>();
    open.values().forEach(topic -> copies.put(topic, topic.copy()));
    Topics copy = new Topics(apart, incidents, index.copy(copies));
    open.forEach((number, topic) -> copy.open.put(number, copies.getOrDefault(topic, topic)));
    bySilence.forEach(topic -> copy.bySilence.add(copies.getOrDefault(topic, topic)));
    copy.begun = begun;
    return copy;
  }

  /// What could still take a text.
  List<Cluster> open() {
    return open.values().stream().map(topic -> topic.cluster).toList();
  }

  /// Takes the next node in order.
  void offer(Node node) {
    close(node.earliest());
    if (node.stems.length < TextLinkage.TELLING) {
      incidents.accept(Summary.of(List.of(), node.readings));
      return;
    }
    double[] vector = Topic.vector(node);
    List<Match> near = near(node, vector);
    if (clear(near)) {
      Topic topic = near.getFirst().topic;
      topic.take(node, vector);
      list(topic, node.stems);
      unite(topic, near);
    } else {
      list(new Topic(begun++, node), node.stems);
    }
  }

  /// Lets go what nothing that begins later can join.
  void close(double before) {
    double silent = before - Course.ROUNDING - TextLinkage.SILENCE_SECONDS;
    while (!bySilence.isEmpty() && bySilence.getFirst().last() < silent) {
      Topic topic = bySilence.getFirst();
      unlist(topic);
      incidents.accept(topic.cluster.incident());
    }
  }

  /// When the first reading of any open incident begins, seconds.
  double first() {
    return open.isEmpty() ? Double.POSITIVE_INFINITY : open.firstEntry().getValue().first();
  }

  private static boolean clear(List<Match> near) {
    return !near.isEmpty() && near.getFirst().score > TextLinkage.JOIN
        && (near.size() == 1 || near.getFirst().score - near.get(1).score > TextLinkage.LEAD);
  }

  /// The incidents that may hold a node, the nearest first.
  private List<Match> near(Node node, double[] vector) {
    List<Match> near = new ArrayList<>();
    for (Topic topic : index.sharing(node, vector)) {
      if (TextLinkage.open(topic, node) && apart.allowed(node, topic.cluster)) {
        near.add(new Match(topic, TextLinkage.score(topic, node, vector)));
      }
    }
    near.sort(Comparator.comparingDouble((Match match) -> -match.score)
        .thenComparingInt(match -> match.topic.number()));
    return near;
  }

  /// Joins what has grown with the incident near the last text that it matches best as a whole; the older takes the
  /// younger.
  private void unite(Topic grown, List<Match> near) {
    Topic best = null;
    double most = SAME;
    for (Match match : near) {
      Topic other = match.topic;
      if (other != grown && grown.size() >= SEVERAL && other.size() >= SEVERAL) {
        double cosine = grown.cosine(other);
        if (cosine > most && !grown.contrary(other) && apart.allowed(other.cluster, grown.cluster)) {
          most = cosine;
          best = other;
        }
      }
    }
    if (best != null) {
      Topic older = best.number() < grown.number() ? best : grown;
      Topic younger = older == best ? grown : best;
      unlist(younger);
      older.take(younger);
      list(older, younger.stems());
    }
  }

  private void list(Topic topic, long[] stems) {
    open.put(topic.number(), topic);
    bySilence.remove(topic);
    bySilence.add(topic);
    index.list(topic, stems);
  }

  private void unlist(Topic topic) {
    open.remove(topic.number());
    bySilence.remove(topic);
    index.unlist(topic);
  }
}
