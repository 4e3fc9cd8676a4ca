package watchword.core.merging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import watchword.core.incident.IncidentId;
import watchword.core.incident.PossiblySame;
import watchword.core.merging.Resolution.Doubt;
import watchword.core.merging.Resolution.Resolved;
import watchword.core.report.Reading;

/// Nodes that links hold together, and the clusters they become.
final class Component {

  /// When the first reading begins that stands in it, vague ones too; seconds.
  private double first;
  /// When its last node begins, seconds.
  private double last;
  /// The middle of its latest node, seconds.
  private double latest;
  private List<Node> nodes = new ArrayList<>(1);
  private List<Cluster> clusters = List.of();
  private List<Doubt> doubts = List.of();

  Component(Node node) {
    nodes.add(node);
    first = node.earliest();
    last = node.earliest();
    latest = node.seconds;
  }

  double first() {
    return first;
  }

  double last() {
    return last;
  }

  double latest() {
    return latest;
  }

  List<Node> nodes() {
    return nodes;
  }

  List<Cluster> clusters() {
    return clusters;
  }

  void take(Component other) {
    nodes.addAll(other.nodes);
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
    latest = Math.max(latest, other.latest);
  }

  void resolve(Apart apart) {
    nodes.sort(Comparator.comparing(node -> node.first, Reading.ORDER));
    Resolved resolved = Resolution.of(nodes, apart);
    clusters = resolved.clusters();
    doubts = resolved.doubts();
    nodes.forEach(node -> node.neighbours.clear());
    nodes = List.of();
  }

  /// Takes a vague node into one of the clusters.
  void assign(Node vague, Cluster cluster) {
    cluster.vague.add(vague);
    first = Math.min(first, vague.earliest());
  }

  /// What a person should look at, once all that belongs to the clusters is assigned.
  List<PossiblySame> possiblySame(Apart apart) {
    return possiblySame(doubts, apart);
  }

  static List<PossiblySame> possiblySame(List<Doubt> doubts, Apart apart) {
    List<PossiblySame> unsure = new ArrayList<>(doubts.size());
    for (Doubt doubt : doubts) {
      if (apart.allowed(doubt.last(), doubt.first())) {
        IncidentId a = doubt.first().id();
        IncidentId b = doubt.last().id();
        unsure.add(a.compareTo(b) < 0 ? new PossiblySame(a, b, doubt.score()) : new PossiblySame(b, a, doubt.score()));
      }
    }
    return unsure;
  }
}
