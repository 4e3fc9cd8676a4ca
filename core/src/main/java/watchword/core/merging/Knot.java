package watchword.core.merging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import watchword.core.merging.Resolution.Doubt;
import watchword.core.merging.Resolution.Resolved;

/// Nodes that links hold together, as they stand while reports come and go.
final class Knot {

  /// Fewer nodes are resolved anew as fast as what was worked out is looked up.
  private static final int RECALLED = 8;

  /// In order.
  final List<Node> nodes = new ArrayList<>(1);
  private List<Cluster> clusters = List.of();
  private List<Doubt> doubts = List.of();
  private Optional<Recall.Last> recall = Optional.empty();
  /// The first node that may choose otherwise than before; empty where none may.
  private Optional<Node> changed = Optional.empty();
  private boolean torn;

  Knot(Node node) {
    nodes.add(node);
    changed(node);
  }

  /// Some of the nodes of another knot; they are all one again.
  Knot(List<Node> nodes, Knot of) {
    this.nodes.addAll(nodes);
    changed = of.changed;
    recall = of.recall;
  }

  List<Cluster> clusters() {
    return clusters;
  }

  List<Doubt> doubts() {
    return doubts;
  }

  /// Whether it may have come apart.
  boolean torn() {
    return torn;
  }

  /// What comes at or after a node may choose otherwise now.
  void changed(Node node) {
    if (changed.isEmpty() || Node.ORDER.compare(node, changed.get()) < 0) {
      changed = Optional.of(node);
    }
  }

  /// A link is gone: it may have come apart.
  void tears(Node later) {
    torn = true;
    changed(later);
  }

  /// What was worked out with a node holds no more.
  void forget(Node node) {
    recall = Optional.empty();
    changed(node);
  }

  void remove(Node node) {
    nodes.remove(Collections.binarySearch(nodes, node, Node.ORDER));
    tears(node);
  }

  /// Takes all of another knot.
  void take(Knot other) {
    for (Node node : other.nodes) {
      nodes.add(-1 - Collections.binarySearch(nodes, node, Node.ORDER), node);
    }
    List<Cluster> both = new ArrayList<>(clusters);
    both.addAll(other.clusters);
    clusters = both;
    other.changed.ifPresent(this::changed);
    torn |= other.torn;
  }

  /// Resolves what may have changed.
  void resolve(Apart apart) {
    int settled = changed.map(node -> Collections.binarySearch(nodes, node, Node.ORDER)).map(at -> at < 0 ? -1 - at : at).orElse(nodes.size());
    resolve(apart, settled, recall.map(Recall.Last::new).orElseGet(Recall.Last::new));
  }

  private void resolve(Apart apart, int settled, Recall.Last last) {
    boolean recalls = nodes.size() > RECALLED;
    Resolved resolved = Resolution.of(nodes, apart, settled, recalls ? last : new Recall.Nothing());
    last.done();
    recall = recalls ? Optional.of(last) : Optional.empty();
    clusters = resolved.clusters();
    doubts = resolved.doubts();
    changed = Optional.empty();
    torn = false;
  }

  /// Takes clusters that were found before for those found again.
  void keep(List<Cluster> same, List<Doubt> doubts) {
    clusters = same;
    this.doubts = doubts;
  }
}
