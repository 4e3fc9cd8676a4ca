package watchword.core.merging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import watchword.core.incident.Constraints;

/// The vague nodes, and the one incident that each clearly fits, while nodes and clusters come and go.
final class Strays {

  /// A vague node as it stands.
  private static final class Stray {
    private final Node node;
    private final SoughtWords sought;
    private final Map<Cluster, Double> scores = new HashMap<>();
    private Optional<Cluster> home = Optional.empty();
    private boolean fresh = true;

    Stray(Node node) {
      this.node = node;
      this.sought = new SoughtWords(node);
    }
  }

  /// Vague nodes by the middle of their spans, and where they are: most are passed over without being looked at
  /// themselves, since on a busy night a thousand are within reach in time.
  private static final class Row {
    private final List<Stray> strays = new ArrayList<>();
    private final Columns where = new Columns();

    void add(Stray stray) {
      int row = where.before(stray.node.seconds);
      where.insert(row, stray.node.seconds, stray.node);
      strays.add(row, stray);
    }

    void remove(Stray stray) {
      int row = where.before(stray.node.seconds);
      while (strays.get(row) != stray) {
        row++;
      }
      where.remove(row);
      strays.remove(row);
    }

    /// @param lowest by [Ceiling#lowestTails] of the member
    void each(Node member, double reach, double lowest, Set<Stray> near) {
      double until = member.seconds + reach;
      for (int row = where.before(member.seconds - reach); row < where.size() && where.time(row) <= until; row++) {
        if (where.tails(row, member) > lowest) {
          Stray stray = strays.get(row);
          if (!near.contains(stray) && Vicinity.matters(member, stray.node, stray.sought)) {
            near.add(stray);
          }
        }
      }
    }
  }

  private final Survey survey;
  private final Vicinity<Cluster> clusters;
  private final Map<Node, Stray> strays = new HashMap<>();
  private final Row placed = new Row();
  private final Row nowhere = new Row();
  private final Map<Cluster, List<Stray>> scored = new HashMap<>();
  private final Set<Stray> changed = new LinkedHashSet<>();
  /// Clusters that have gained or lost a vague node.
  private final Set<Cluster> regrouped = new LinkedHashSet<>();
  /// Those that members have told apart from any other: what becomes of one depends on those before it.
  private final TreeSet<Node> told = new TreeSet<>(Node.ORDER);
  private Apart apart = new Apart(Constraints.NONE);

  /// @param home where it is now; empty where it fits none
  record Moved(Node node, Optional<Cluster> home) {}

  Strays(Survey survey) {
    this.survey = survey;
    this.clusters = new Vicinity<>(survey);
  }

  void constrain(Apart now) {
    apart = now;
    told.clear();
    strays.keySet().stream().filter(apart::names).forEach(told::add);
  }

  void add(Node node) {
    Stray stray = new Stray(node);
    strays.put(node, stray);
    row(node).add(stray);
    if (apart.names(node)) {
      told.add(node);
    }
    clusters.of(node).forEach(cluster -> score(stray, cluster));
    changed.add(stray);
  }

  void remove(Node node) {
    Stray stray = strays.remove(node);
    if (stray == null) {
      throw new IllegalStateException("a vague node is not there");
    }
    row(node).remove(stray);
    told.remove(node);
    stray.scores.keySet().forEach(cluster -> scored.getOrDefault(cluster, List.of()).remove(stray));
    leave(stray);
    changed.remove(stray);
  }

  void gone(Cluster cluster) {
    cluster.latest().forEach(member -> clusters.remove(cluster, member));
    List<Stray> were = scored.remove(cluster);
    for (Stray stray : were == null ? List.<Stray>of() : were) {
      stray.scores.remove(cluster);
      changed.add(stray);
    }
    regrouped.remove(cluster);
  }

  void come(Cluster cluster) {
    Set<Stray> near = new LinkedHashSet<>();
    double reach = survey.vagueReachSeconds();
    for (Node member : cluster.latest()) {
      clusters.add(cluster, member);
      near(member, reach, near);
    }
    near.forEach(stray -> score(stray, cluster));
  }

  private void near(Node member, double reach, Set<Stray> near) {
    double lowest = Ceiling.lowestTails(Resolution.MATTERS, member, survey.figures());
    placed.each(member, reach, lowest, near);
    nowhere.each(member, reach, Double.NEGATIVE_INFINITY, near);
  }

  /// One of several places bounds no more than none: the others may be nearer.
  private Row row(Node node) {
    return node.placed && !node.isOneOfSeveral() ? placed : nowhere;
  }

  private void score(Stray stray, Cluster cluster) {
    stray.scores.put(cluster, cluster.average(stray.node));
    scored.computeIfAbsent(cluster, any -> new ArrayList<>(1)).add(stray);
    changed.add(stray);
  }

  /// Finds the homes of all for whom something has changed; tells of those that have another than before, and of
  /// new ones.
  List<Moved> settle() {
    if (changed.isEmpty()) {
      return List.of();
    }
    told.forEach(node -> Optional.ofNullable(strays.get(node)).ifPresent(changed::add));
    TreeMap<Node, Stray> ordered = new TreeMap<>(Node.ORDER);
    changed.forEach(stray -> ordered.put(stray.node, stray));
    changed.clear();
    Map<Stray, Optional<Cluster>> before = new HashMap<>();
    ordered.values().forEach(stray -> {
      before.put(stray, stray.home);
      stray.home.ifPresent(cluster -> cluster.vague.remove(stray.node));
    });
    List<Moved> moved = new ArrayList<>();
    for (Stray stray : ordered.values()) {
      Optional<Cluster> was = before.getOrDefault(stray, Optional.empty());
      stray.home = home(stray);
      stray.home.ifPresent(cluster -> cluster.vague.add(stray.node));
      if (!stray.home.equals(was) || stray.fresh) {
        stray.fresh = false;
        was.filter(scored::containsKey).ifPresent(regrouped::add);
        stray.home.ifPresent(regrouped::add);
        moved.add(new Moved(stray.node, stray.home));
      }
    }
    return moved;
  }

  /// Clusters that have gained or lost a vague node since it was last asked.
  List<Cluster> regrouped() {
    List<Cluster> all = List.copyOf(regrouped);
    regrouped.clear();
    return all;
  }

  private void leave(Stray stray) {
    stray.home.ifPresent(cluster -> {
      cluster.vague.remove(stray.node);
      regrouped.add(cluster);
    });
  }

  /// The one that scores clearly best among those allowed.
  private Optional<Cluster> home(Stray stray) {
    Lead lead = new Lead();
    stray.scores.forEach((cluster, score) -> {
      if (apart.allowed(stray.node, cluster)) {
        lead.offer(cluster, score);
      }
    });
    return lead.clear();
  }

  /// The best of some clusters, and how far ahead it is.
  private static final class Lead {
    private Optional<Cluster> best = Optional.empty();
    private double most = Double.NEGATIVE_INFINITY;
    private double next = Double.NEGATIVE_INFINITY;

    void offer(Cluster cluster, double score) {
      if (score > most) {
        next = most;
        most = score;
        best = Optional.of(cluster);
      } else {
        next = Math.max(next, score);
      }
    }

    Optional<Cluster> clear() {
      return most > Resolution.JOIN && most - next > Resolution.VAGUE_LEAD ? best : Optional.empty();
    }
  }
}
