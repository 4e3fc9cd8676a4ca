package watchword.core.merging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import watchword.core.incident.Constraints;

/// The placed nodes, what links them, and the knots they make, while nodes come and go.
///
/// A node that comes or goes changes links beside its own: those of nodes whose background counts it, of the one
/// other node on its point, and in
/// a hot spot of nodes that meet one more or one less.
final class Knots {

  private final int most;
  private final Nearby nearby = new Nearby();
  private final Crowd crowd;
  private final Map<Long, List<Node>> points = new HashMap<>();
  private final Map<Node, Knot> knotOf = new HashMap<>();
  private final Set<Knot> changed = new LinkedHashSet<>();
  /// Clusters of knots that have changed since they were last settled.
  private final Set<Cluster> stale = new LinkedHashSet<>();
  private final Set<Knot> dropped = new LinkedHashSet<>();
  /// Nodes whose surroundings have changed.
  private final Set<Node> touched = new LinkedHashSet<>();
  /// Nodes that meet more than they may, and other ones than before.
  private final Set<Node> hot = new LinkedHashSet<>();
  private Apart apart = new Apart(Constraints.NONE);

  /// What settling makes of clusters.
  ///
  /// @param dropped knots that are no more
  /// @param knots those that were resolved
  record Settled(List<Cluster> gone, List<Cluster> come, List<Knot> dropped, List<Knot> knots) {}

  private record Candidate(Node earlier, Node later) {}

  /// @param most so many earlier nodes one meets at most
  Knots(Survey survey, int most) {
    this.crowd = new Crowd(survey);
    this.most = most;
  }

  void constrain(Apart now) {
    apart = now;
  }

  /// Nodes go and come; links are as they must be afterwards, but for those of hot spots, which wait for [#settle].
  void change(Collection<Node> gone, Collection<Node> come) {
    Set<Node> counting = new LinkedHashSet<>();
    Set<Node> moved = new LinkedHashSet<>();
    gone.forEach(node -> remove(node, counting, moved));
    List<Candidate> candidates = new ArrayList<>();
    come.forEach(node -> add(node, candidates, counting, moved));
    counting.addAll(come);
    counting.removeIf(node -> !knotOf.containsKey(node));
    for (Node node : counting) {
      double background = crowd.density(node);
      if (background != node.background) {
        node.background = background;
        moved.add(node);
      }
    }
    moved.removeAll(come);
    moved.removeIf(node -> !knotOf.containsKey(node));
    candidates.forEach(candidate -> link(candidate.earlier, candidate.later));
    moved.forEach(this::relink);
  }

  private void remove(Node node, Set<Node> counting, Set<Node> moved) {
    nearby.remove(node);
    crowd.remove(node);
    counting.addAll(crowd.counting(node));
    List<Node> here = points.getOrDefault(leaf(node), List.of());
    here.remove(node);
    look(here, moved);
    if (here.isEmpty()) {
      points.remove(leaf(node));
    }
    nearby.each(node, other -> {
      if (node.before(other) && other.met-- > most) {
        hot.add(other);
      }
    });
    Knot knot = knot(node);
    stale(knot);
    knot.remove(node);
    knotOf.remove(node);
    touched.remove(node);
    hot.remove(node);
    node.neighbours.forEach(neighbour -> neighbour.neighbours.remove(node));
    node.neighbours.clear();
    if (knot.nodes.isEmpty()) {
      drop(knot);
    }
  }

  private void add(Node node, List<Candidate> candidates, Set<Node> counting, Set<Node> moved) {
    List<Node> earlier = new ArrayList<>();
    nearby.each(node, other -> {
      if (other.before(node)) {
        earlier.add(other);
      } else if (++other.met > most) {
        hot.add(other);
      } else {
        candidates.add(new Candidate(node, other));
      }
    });
    node.met = earlier.size();
    Candidates.latest(earlier, most).forEach(other -> candidates.add(new Candidate(other, node)));
    Knot knot = new Knot(node);
    knotOf.put(node, knot);
    changed.add(knot);
    nearby.add(node);
    counting.addAll(crowd.counting(node));
    crowd.insert(node);
    List<Node> here = points.computeIfAbsent(leaf(node), leaf -> new ArrayList<>(1));
    here.add(node);
    look(here, moved);
  }

  /// Tells the nodes of one point whether it was looked up.
  private static void look(List<Node> here, Set<Node> moved) {
    boolean lookedUp = here.size() > 1;
    for (Node node : here.size() > 2 ? here.subList(here.size() - 1, here.size()) : here) {
      if (node.lookedUp != lookedUp) {
        node.lookedUp = lookedUp;
        moved.add(node);
      }
    }
  }

  private static long leaf(Node node) {
    return Survey.leaf(node).id();
  }

  /// Scores all candidates of a node anew, whose surroundings have changed.
  private void relink(Node node) {
    touched.add(node);
    Knot knot = knot(node);
    stale(knot);
    knot.forget(node);
    relinkEarlier(node);
    Set<Node> linked = new HashSet<>(node.neighbours);
    nearby.each(node, other -> {
      if (node.before(other)) {
        if (other.met > most) {
          hot.add(other);
        } else {
          relink(node, other, linked);
        }
      }
    });
  }

  private void relinkEarlier(Node node) {
    List<Node> earlier = new ArrayList<>();
    nearby.each(node, other -> {
      if (other.before(node)) {
        earlier.add(other);
      }
    });
    Set<Node> linked = new HashSet<>(node.neighbours);
    List<Node> latest = Candidates.latest(earlier, most);
    latest.forEach(other -> relink(other, node, linked));
    if (latest.size() < earlier.size()) {
      Set<Node> meets = new HashSet<>(latest);
      for (Node other : linked) {
        if (other.before(node) && !meets.contains(other)) {
          unlink(other, node);
        }
      }
    }
  }

  private void relink(Node earlier, Node later, Set<Node> linked) {
    boolean is = linked.contains(earlier) || linked.contains(later);
    boolean links = links(earlier, later);
    if (links && !is) {
      join(earlier, later);
    } else if (is && !links) {
      unlink(earlier, later);
    }
  }

  private void unlink(Node earlier, Node later) {
    earlier.neighbours.remove(later);
    later.neighbours.remove(earlier);
    Knot knot = knot(later);
    stale(knot);
    knot.tears(later);
  }

  private boolean links(Node earlier, Node later) {
    return Linkage.above(Resolution.EDGE, earlier, later) && !apart.forbidden(earlier, later);
  }

  private void link(Node earlier, Node later) {
    if (links(earlier, later)) {
      join(earlier, later);
    }
  }

  private void join(Node earlier, Node later) {
    earlier.neighbours.add(later);
    later.neighbours.add(earlier);
    Knot one = knot(earlier);
    Knot other = knot(later);
    Knot grows = one.nodes.size() >= other.nodes.size() ? one : other;
    Knot goes = grows == one ? other : one;
    stale(grows);
    grows.changed(later);
    if (goes != grows) {
      stale(goes);
      goes.nodes.forEach(node -> knotOf.put(node, grows));
      grows.take(goes);
      drop(goes);
    }
  }

  private void drop(Knot knot) {
    changed.remove(knot);
    dropped.add(knot);
  }

  private Knot knot(Node node) {
    Knot knot = knotOf.get(node);
    if (knot == null) {
      throw new IllegalStateException("a node is in no knot");
    }
    return knot;
  }

  /// The knot that holds a cluster.
  Knot of(Cluster cluster) {
    return knot(cluster.members.getFirst());
  }

  private void stale(Knot knot) {
    stale.addAll(knot.clusters());
    changed.add(knot);
  }

  /// Resolves what has changed.
  Settled settle() {
    hot.forEach(this::relinkEarlier);
    hot.clear();
    List<Knot> whole = new ArrayList<>();
    changed.forEach(knot -> pieces(knot, whole::add));
    changed.clear();
    Map<List<Node>, Cluster> before = new HashMap<>();
    for (Cluster cluster : stale) {
      if (touched.isEmpty() || cluster.members.stream().noneMatch(touched::contains)) {
        before.put(cluster.members, cluster);
      }
    }
    List<Cluster> come = new ArrayList<>();
    for (Knot knot : whole) {
      knot.resolve(apart);
      keep(knot, before, come);
    }
    Settled settled = new Settled(List.copyOf(stale), come, List.copyOf(dropped), whole);
    stale.clear();
    dropped.clear();
    touched.clear();
    return settled;
  }

  /// A cluster of the same members is the same cluster.
  private void keep(Knot knot, Map<List<Node>, Cluster> before, List<Cluster> come) {
    Map<Cluster, Cluster> same = new HashMap<>();
    List<Cluster> clusters = new ArrayList<>(knot.clusters().size());
    for (Cluster cluster : knot.clusters()) {
      Cluster known = before.get(cluster.members);
      if (known == null) {
        come.add(cluster);
      } else {
        same.put(cluster, known);
        stale.remove(known);
      }
      clusters.add(known == null ? cluster : known);
    }
    knot.keep(clusters, knot.doubts().stream().map(doubt -> new Resolution.Doubt(
        same.getOrDefault(doubt.first(), doubt.first()), same.getOrDefault(doubt.last(), doubt.last()), doubt.score())).toList());
  }

  /// The knots that are left of one whose links are gone.
  private void pieces(Knot knot, Consumer<Knot> whole) {
    if (!knot.torn()) {
      whole.accept(knot);
      return;
    }
    Set<Node> seen = new HashSet<>();
    for (Node node : knot.nodes) {
      if (!seen.contains(node)) {
        List<Node> piece = walk(node, seen);
        if (piece.size() == knot.nodes.size()) {
          whole.accept(knot);
          return;
        }
        dropped.add(knot);
        Knot part = new Knot(piece, knot);
        piece.forEach(each -> knotOf.put(each, part));
        whole.accept(part);
      }
    }
  }

  private static List<Node> walk(Node from, Set<Node> seen) {
    List<Node> piece = new ArrayList<>(List.of(from));
    seen.add(from);
    for (int i = 0; i < piece.size(); i++) {
      for (Node neighbour : piece.get(i).neighbours) {
        if (seen.add(neighbour)) {
          piece.add(neighbour);
        }
      }
    }
    piece.sort(Node.ORDER);
    return piece;
  }

  /// Resolves a knot as if nothing of it were known, and leaves it as it is.
  void resolveAnew(Knot knot) {
    Resolution.of(knot.nodes, apart);
  }

  /// All knots, in no order that means anything.
  Set<Knot> all() {
    return new HashSet<>(knotOf.values());
  }
}
