package watchword.core.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;

/// From scored pairs to incidents, component by component, in order.
///
/// A node joins the incident whose members it matches best on average, never one neighbour alone; what stays in doubt between two incidents is
/// left for a person.
final class Resolution {

  /// Log-odds above which a pair joins a component.
  private static final double EDGE = -1;

  /// Log-odds above which a node joins an incident, and two incidents one another.
  static final double JOIN = 0.3;

  /// A vague node must fit its incident better than the next one by so much.
  static final double VAGUE_LEAD = 1;

  /// Two incidents nearer to the threshold than this are possibly the same.
  private static final double DOUBT = -1.5;

  /// A node is held against the latest members of an incident: enough to average noise, few enough to stay bounded.
  private static final int COMPARED = 16;

  private final List<Node> nodes;
  private final Map<Node, List<Node>> neighbours = new HashMap<>();
  private final Map<ReportId, Set<ReportId>> different = new HashMap<>();
  private final List<Cluster> clusters = new ArrayList<>();
  private final Map<Node, Cluster> clusterOf = new HashMap<>();

  /// Nodes found to be one happening, in order of joining.
  private static final class Cluster {
    final List<Node> members = new ArrayList<>();
    final List<Node> vague = new ArrayList<>();
    int number;
  }

  Resolution(List<Node> nodes, Constraints constraints) {
    this.nodes = nodes;
    for (Pair pair : constraints.different()) {
      different.computeIfAbsent(pair.first(), id -> new HashSet<>()).add(pair.second());
      different.computeIfAbsent(pair.second(), id -> new HashSet<>()).add(pair.first());
    }
  }

  /// Links, then assigns every placed node to one cluster, then joins clusters that match as wholes.
  void resolve() {
    Candidates candidates = new Candidates(nodes);
    for (Node node : nodes) {
      candidates.offer(node, (earlier, later) -> {
        if (Linkage.score(earlier, later) > EDGE && !forbidden(earlier, later)) {
          neighbours.computeIfAbsent(later, n -> new ArrayList<>()).add(earlier);
          neighbours.computeIfAbsent(earlier, n -> new ArrayList<>()).add(later);
        }
      });
    }
    for (Node node : nodes) {
      Cluster best = best(node).filter(match -> match.score > JOIN).map(match -> match.cluster).orElseGet(this::newCluster);
      add(best, node);
    }
    joinClusters();
    part();
  }

  /// Gives each vague node to the one incident it clearly fits, or to an incident of its own.
  void assign(List<Node> vague) {
    Vicinity<Cluster> vicinity = new Vicinity<>();
    clusters.forEach(cluster -> latest(cluster.members).forEach(member -> vicinity.add(cluster, member)));
    for (Node node : vague) {
      Match first = null;
      Match second = null;
      for (Cluster cluster : vicinity.of(node).stream().sorted(Comparator.comparingInt(near -> near.number)).toList()) {
        if (allowed(node, cluster)) {
          Match match = new Match(cluster, average(node, cluster.members));
          if (first == null || match.score > first.score) {
            second = first;
            first = match;
          } else if (second == null || match.score > second.score) {
            second = match;
          }
        }
      }
      if (first != null && first.score > JOIN && (second == null || first.score - second.score > VAGUE_LEAD)) {
        first.cluster.vague.add(node);
      } else {
        newCluster().vague.add(node);
      }
    }
  }

  Merged merged() {
    List<Incident> ordered = clusters.stream()
        .filter(cluster -> !cluster.members.isEmpty() || !cluster.vague.isEmpty())
        .map(cluster -> Summary.of(readings(cluster.members), readings(cluster.vague)))
        .sorted(Comparator.comparing((Incident incident) -> incident.readings().getFirst(), Reading.ORDER)).toList();
    List<PossiblySame> unsure = new ArrayList<>();
    for (Map.Entry<List<Cluster>, Double> doubt : doubtful().entrySet()) {
      IncidentId a = Summary.id(readings(doubt.getKey().getFirst()));
      IncidentId b = Summary.id(readings(doubt.getKey().getLast()));
      unsure.add(a.compareTo(b) < 0 ? new PossiblySame(a, b, doubt.getValue()) : new PossiblySame(b, a, doubt.getValue()));
    }
    unsure.sort(Comparator.comparingDouble((PossiblySame same) -> -same.score()).thenComparing(PossiblySame::first).thenComparing(PossiblySame::second));
    return new Merged(ordered, unsure);
  }

  private record Match(Cluster cluster, double score) {}

  private Optional<Match> best(Node node) {
    Match best = null;
    for (Cluster cluster : clustersNear(node)) {
      if (allowed(node, cluster)) {
        double score = average(node, cluster.members);
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
    for (Node neighbour : neighbours.getOrDefault(node, List.of())) {
      Cluster cluster = clusterOf.get(neighbour);
      if (cluster != null) {
        near.put(cluster.number, cluster);
      }
    }
    return near.values();
  }

  private static List<Node> latest(List<Node> members) {
    return members.subList(Math.max(0, members.size() - COMPARED), members.size());
  }

  private static double average(Node node, List<Node> members) {
    List<Node> compared = latest(members);
    double sum = 0;
    for (Node member : compared) {
      sum += Linkage.score(member, node);
    }
    return sum / compared.size();
  }

  private static double average(Cluster a, Cluster b) {
    List<Node> compared = latest(b.members);
    double sum = 0;
    for (Node node : compared) {
      sum += average(node, a.members);
    }
    return sum / compared.size();
  }

  /// Parts clusters by silence; what tells no exact time goes where it matches better.
  private void part() {
    for (int i = 0; i < clusters.size(); i++) {
      Cluster cluster = clusters.get(i);
      Optional<Double> gap = Parting.of(cluster.members);
      if (gap.isPresent()) {
        Cluster later = newCluster();
        List<Node> members = List.copyOf(cluster.members);
        cluster.members.clear();
        members.forEach(node -> Parting.before(node, gap.get()).ifPresent(before -> add(before ? cluster : later, node)));
        for (Node node : members) {
          if (Parting.before(node, gap.get()).isEmpty()) {
            add(average(node, cluster.members) >= average(node, later.members) ? cluster : later, node);
          }
        }
        cluster.members.sort(Comparator.comparing(node -> node.first, Reading.ORDER));
        later.members.sort(Comparator.comparing(node -> node.first, Reading.ORDER));
        i--; // what is left may part again
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
      return Comparator.comparingDouble((Join join) -> -join.score).thenComparingInt(join -> join.a.number).thenComparingInt(join -> join.b.number).thenComparingInt(join -> join.sizes).compare(this, other);
    }
  }

  private void offer(Set<Join> queue, Cluster one, Cluster other) {
    Cluster a = one.number < other.number ? one : other;
    Cluster b = a == one ? other : one;
    double score = average(a, b);
    if (score > JOIN && b.members.stream().allMatch(node -> allowed(node, a))) {
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
      for (Node neighbour : neighbours.getOrDefault(node, List.of())) {
        Cluster a = clusterOf.get(node);
        Cluster b = clusterOf.get(neighbour);
        if (a != null && b != null && a != b) {
          linked.merge(a.number < b.number ? List.of(a, b) : List.of(b, a), 1, Integer::sum);
        }
      }
    }
    return linked;
  }

  private Map<List<Cluster>, Double> doubtful() {
    Map<List<Cluster>, Double> doubtful = new LinkedHashMap<>();
    linked().forEach((pair, links) -> {
      double score = average(pair.getFirst(), pair.getLast());
      if (score > DOUBT && pair.getLast().members.stream().allMatch(node -> allowed(node, pair.getFirst()))) {
        doubtful.put(pair, score);
      }
    });
    return doubtful;
  }

  private boolean allowed(Node node, Cluster cluster) {
    return different.isEmpty()
        || (cluster.members.stream().noneMatch(member -> forbidden(node, member))
            && cluster.vague.stream().noneMatch(member -> forbidden(node, member)));
  }

  private boolean forbidden(Node a, Node b) {
    if (different.isEmpty()) {
      return false;
    }
    for (Reading reading : a.readings) {
      Set<ReportId> others = different.getOrDefault(reading.id(), Set.of());
      if (b.readings.stream().anyMatch(other -> others.contains(other.id()))) {
        return true;
      }
    }
    return false;
  }

  private Cluster newCluster() {
    Cluster cluster = new Cluster();
    cluster.number = clusters.size();
    clusters.add(cluster);
    return cluster;
  }

  private void add(Cluster cluster, Node node) {
    cluster.members.add(node);
    clusterOf.put(node, cluster);
  }

  private static List<Reading> readings(Cluster cluster) {
    return readings(Stream.concat(cluster.members.stream(), cluster.vague.stream()).toList());
  }

  private static List<Reading> readings(List<Node> nodes) {
    return nodes.stream().flatMap(node -> node.readings.stream()).sorted(Reading.ORDER).toList();
  }
}
