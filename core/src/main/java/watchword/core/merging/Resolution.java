package watchword.core.merging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import watchword.core.report.Reading;

/// From the linked nodes of one component to its clusters, in order.
///
/// A node joins the cluster whose members it matches best on average, never one neighbour alone; what stays in doubt between two is left for a person.
final class Resolution {

  /// Log-odds above which a pair joins a component.
  static final double EDGE = -1;

  /// Log-odds above which a node joins an incident, and two incidents one another.
  static final double JOIN = 0.3;

  /// A vague node must fit its incident better than the next one by so much.
  static final double VAGUE_LEAD = 1;

  /// Below this no cluster decides about a vague node: it can neither be joined nor come near the one that is.
  static final double MATTERS = JOIN - VAGUE_LEAD;

  /// Two incidents nearer to the threshold than this are possibly the same.
  private static final double DOUBT = -1.5;

  private final List<Node> nodes;
  private final Apart apart;
  private final Recall recall;
  private final List<Cluster> clusters = new ArrayList<>();
  private final Map<Node, Cluster> clusterOf = new HashMap<>();

  /// Two clusters that may be one, unless members have told them apart.
  record Doubt(Cluster first, Cluster last, double score) {}

  /// What became of a component.
  record Resolved(List<Cluster> clusters, List<Doubt> doubts) {}

  private Resolution(List<Node> nodes, Apart apart, Recall recall) {
    this.nodes = nodes;
    this.apart = apart;
    this.recall = recall;
  }

  /// Assigns every node to one cluster, joins clusters that match as wholes, and parts those that are two happenings.
  ///
  /// @param nodes all of a component, in order
  static Resolved of(List<Node> nodes, Apart apart) {
    return of(nodes, apart, 0, new Recall.Nothing());
  }

  /// The same, going on from where it was told before.
  ///
  /// @param settled so many of the first nodes choose as they did, since nothing before them has changed
  static Resolved of(List<Node> nodes, Apart apart, int settled, Recall recall) {
    Resolution resolution = new Resolution(nodes, apart, recall);
    for (int i = 0; i < nodes.size(); i++) {
      resolution.choose(nodes.get(i), i < settled);
    }
    if (nodes.size() > 1) {
      resolution.joinClusters();
      resolution.part();
    }
    return new Resolved(resolution.clusters.stream().filter(cluster -> !cluster.members.isEmpty()).toList(), resolution.doubts());
  }

  private void choose(Node node, boolean settled) {
    Cluster cluster = settled
        ? Optional.ofNullable(clusterOf.get(node.founder)).orElseGet(this::newCluster)
        : best(node).filter(match -> match.score > JOIN).map(Match::cluster).orElseGet(this::newCluster);
    add(cluster, node);
    node.founder = cluster.members.getFirst();
  }

  private record Match(Cluster cluster, double score) {}

  private Optional<Match> best(Node node) {
    Match best = null;
    for (Cluster cluster : clustersNear(node)) {
      if (apart.allowed(node, cluster)) {
        double score = cluster.average(node);
        if (best == null || score > best.score) {
          best = new Match(cluster, score);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /// Clusters that hold a neighbour, oldest first.
  private Iterable<Cluster> clustersNear(Node node) {
    Map<Integer, Cluster> near = new TreeMap<>();
    for (Node neighbour : node.neighbours) {
      Cluster cluster = clusterOf.get(neighbour);
      if (cluster != null) {
        near.put(cluster.number, cluster);
      }
    }
    return near.values();
  }

  /// Parts clusters that are two happenings; what is left of each may part again.
  private void part() {
    for (int i = 0; i < clusters.size(); i++) {
      Cluster cluster = clusters.get(i);
      Optional<boolean[]> parted = recall.parted(cluster.members);
      if (parted.isPresent()) {
        Cluster second = newCluster();
        List<Node> members = List.copyOf(cluster.members);
        cluster.members.clear();
        for (int member = 0; member < members.size(); member++) {
          add(parted.get()[member] ? second : cluster, members.get(member));
        }
        i--;
      }
    }
  }

  /// Joins linked clusters, the best match first, until none is above the threshold.
  private void joinClusters() {
    TreeSet<Join> queue = new TreeSet<>();
    linked().forEach((pair, links) -> offer(queue, pair.getFirst(), pair.getLast()));
    while (!queue.isEmpty()) {
      Join join = queue.pollFirst();
      if (join.a.members.isEmpty() || join.b.members.isEmpty() || join.sizes != join.a.members.size() + join.b.members.size()) {
        continue;
      }
      for (Node node : join.b.members) {
        add(join.a, node);
      }
      join.b.members.clear();
      join.a.members.sort(Comparator.comparing(node -> node.first, Reading.ORDER));
      for (Cluster other : clustersBeside(join.a)) {
        offer(queue, join.a, other);
      }
    }
  }

  /// A join worth doing; stale once one of its clusters has grown.
  private record Join(double score, Cluster a, Cluster b, int sizes) implements Comparable<Join> {
    @Override
    public int compareTo(Join other) {
      return Comparator.comparingDouble((Join join) -> -join.score)
          .thenComparingInt(join -> join.a.number).thenComparingInt(join -> join.b.number).thenComparingInt(join -> join.sizes)
          .compare(this, other);
    }
  }

  private void offer(Set<Join> queue, Cluster one, Cluster other) {
    Cluster a = one.number < other.number ? one : other;
    Cluster b = a == one ? other : one;
    double score = recall.average(a, b);
    if (score > JOIN && apart.allowed(b, a)) {
      queue.add(new Join(score, a, b, a.members.size() + b.members.size()));
    }
  }

  private Iterable<Cluster> clustersBeside(Cluster cluster) {
    Map<Integer, Cluster> beside = new TreeMap<>();
    for (Node member : cluster.members) {
      clustersNear(member).forEach(near -> beside.put(near.number, near));
    }
    beside.remove(cluster.number);
    return beside.values();
  }

  /// Pairs of distinct clusters with a linked pair of nodes, in order.
  private Map<List<Cluster>, Integer> linked() {
    Map<List<Cluster>, Integer> linked = new TreeMap<>(Comparator.comparingInt((List<Cluster> pair) -> pair.getFirst().number).thenComparingInt(pair -> pair.getLast().number));
    for (Node node : nodes) {
      for (Node neighbour : node.neighbours) {
        Cluster a = clusterOf.get(node);
        Cluster b = clusterOf.get(neighbour);
        if (a != null && b != null && a != b) {
          linked.merge(a.number < b.number ? List.of(a, b) : List.of(b, a), 1, Integer::sum);
        }
      }
    }
    return linked;
  }

  private List<Doubt> doubts() {
    List<Doubt> doubts = new ArrayList<>(0);
    linked().forEach((pair, links) -> {
      double score = recall.average(pair.getFirst(), pair.getLast());
      if (score > DOUBT) {
        doubts.add(new Doubt(pair.getFirst(), pair.getLast(), score));
      }
    });
    return doubts;
  }

  private Cluster newCluster() {
    Cluster cluster = new Cluster(clusters.size());
    clusters.add(cluster);
    return cluster;
  }

  private void add(Cluster cluster, Node node) {
    cluster.members.add(node);
    clusterOf.put(node, cluster);
  }
}
