package watchword.core.merging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import watchword.core.incident.Constraints;
import watchword.core.incident.Incident;
import watchword.core.incident.PossiblySame;
import watchword.core.incident.Summary;
import watchword.core.report.Reading;

/// Merges nodes that come in order of time, and lets each go as soon as nothing later can change its incident.
///
/// A component is open while a later node could link to it, then resolved; it is final once no vague node could still be assigned to it. Incidents
/// leave in the order of their first readings. What is kept at a time depends on how far nodes reach, not on how many there are.
final class Course {

  /// A cluster where it stands.
  private record Home(Component component, Cluster cluster) {}

  /// Nodes stand in order of their exact times, and are compared by rounded ones.
  static final double ROUNDING = 2;

  /// Enough to keep all cores busy, few enough to stay in their caches.
  private static final int BATCH = 1_024;

  /// So often in a reach it is looked what may go.
  private static final double SWEEPS = 8;

  private final Survey survey;
  private final Apart apart;
  private final Crowd crowd;
  private final Candidates candidates;
  private final Vicinity<Home> vicinity;
  private final Topics topics;
  private final double vagueReach;
  private final Consumer<Incident> incidents;
  private final Consumer<PossiblySame> possiblySame;

  /// Placed nodes that have come since the last were linked.
  private final List<Node> fresh = new ArrayList<>();
  private final Map<Node, Component> componentOf = new HashMap<>();
  private final Set<Component> open = new LinkedHashSet<>();
  private final Deque<Node> waiting = new ArrayDeque<>();
  private List<Component> resolved = new ArrayList<>();
  private final PriorityQueue<Incident> leaving =
      new PriorityQueue<>(Comparator.comparing((Incident incident) -> incident.readings().getFirst(), Reading.ORDER));
  private double swept = Double.NEGATIVE_INFINITY;

  /// @param survey of all nodes that will come
  Course(Survey survey, Constraints constraints, Consumer<Incident> incidents, Consumer<PossiblySame> possiblySame) {
    this(survey, constraints, Candidates.MOST, incidents, possiblySame);
  }

  /// @param most so many earlier nodes one meets at most
  Course(Survey survey, Constraints constraints, int most, Consumer<Incident> incidents, Consumer<PossiblySame> possiblySame) {
    this.survey = survey;
    this.apart = new Apart(constraints);
    this.crowd = new Crowd(survey);
    this.candidates = new Candidates(survey, most);
    this.vicinity = new Vicinity<>(survey);
    this.topics = new Topics(apart, this.leaving::add);
    this.vagueReach = survey.vagueReachSeconds();
    this.incidents = incidents;
    this.possiblySame = possiblySame;
  }

  /// Takes the next node in order.
  void offer(Node node) {
    sweep(node.earliest());
    if (node.vague()) {
      waiting.add(node);
      return;
    }
    crowd.tell(node);
    fresh.add(node);
    if (fresh.size() == BATCH) {
      linkFresh();
    }
  }

  /// All nodes have come.
  void end() {
    linkFresh();
    step(Double.POSITIVE_INFINITY);
  }

  /// Which earlier nodes each of the fresh ones links to rests on the two alone, so all cores may look.
  ///
  /// The links are made in order.
  private void linkFresh() {
    if (fresh.isEmpty()) {
      return;
    }
    candidates.add(fresh);
    List<List<Node>> linked = fresh.parallelStream().map(this::linked).toList();
    for (int i = 0; i < fresh.size(); i++) {
      Node node = fresh.get(i);
      Component alone = new Component(node);
      componentOf.put(node, alone);
      open.add(alone);
      linked.get(i).forEach(earlier -> link(earlier, node));
    }
    fresh.clear();
  }

  private List<Node> linked(Node node) {
    List<Node> linked = candidates.before(node, Ceiling.lowestTails(Resolution.EDGE, node, survey.figures()));
    linked.removeIf(earlier -> !Linkage.above(Resolution.EDGE, earlier, node) || apart.forbidden(earlier, node));
    return linked;
  }

  private void link(Node earlier, Node later) {
    later.neighbours.add(earlier);
    earlier.neighbours.add(later);
    Component one = component(earlier);
    Component other = component(later);
    if (one != other) {
      Component grows = one.nodes().size() >= other.nodes().size() ? one : other;
      Component goes = grows == one ? other : one;
      goes.nodes().forEach(node -> componentOf.put(node, grows));
      grows.take(goes);
      open.remove(goes);
    }
  }

  private Component component(Node node) {
    Component component = componentOf.get(node);
    if (component == null) {
      throw new IllegalStateException("a node is linked after its component was resolved");
    }
    return component;
  }

  private void sweep(double now) {
    if (now - swept > survey.reachSeconds() / SWEEPS) {
      swept = now;
      linkFresh();
      step(now - ROUNDING);
    }
  }

  /// @param now nothing that begins earlier will come, seconds
  private void step(double now) {
    resolve(now - survey.reachSeconds());
    assign(Math.min(now, first(open)));
    double held = waiting.isEmpty() ? now : Math.min(now, waiting.peek().earliest() - ROUNDING);
    double settled = held - vagueReach;
    release(settled);
    vicinity.forget(settled);
    topics.close(held);
    leave(Math.min(Math.min(held, topics.first()), Math.min(first(open), first(resolved))) - ROUNDING);
  }

  /// Components whose last node nothing later can reach.
  private void resolve(double before) {
    List<Component> ready = open.stream().filter(component -> component.last() < before).toList();
    for (Component component : ready) {
      open.remove(component);
      component.nodes().forEach(componentOf::remove);
    }
    // No component looks at another: all cores may resolve.
    ready.parallelStream().forEach(component -> component.resolve(apart));
    resolved.addAll(ready);
    for (Component component : ready) {
      for (Cluster cluster : component.clusters()) {
        Home home = new Home(component, cluster);
        cluster.latest().forEach(member -> vicinity.add(home, member));
      }
    }
  }

  /// Gives each vague node to the one incident it clearly fits, or to an incident of its own, once all it could fit is
  /// resolved; a node without any place may find its own by its words.
  private void assign(double before) {
    List<Node> ready = new ArrayList<>();
    while (!waiting.isEmpty() && waiting.peek().seconds + vagueReach < before) {
      ready.add(waiting.remove());
    }
    if (!apart.isEmpty()) {
      ready.forEach(vague -> assign(vague, home(vague)));
      return;
    }
    // Where nothing is told apart, none looks at what the others chose: all cores may look.
    List<Optional<Home>> homes = ready.parallelStream().map(this::home).toList();
    for (int i = 0; i < homes.size(); i++) {
      assign(ready.get(i), homes.get(i));
    }
  }

  /// The one incident a vague node clearly fits.
  private Optional<Home> home(Node vague) {
    Home best = null;
    double most = Double.NEGATIVE_INFINITY;
    double next = Double.NEGATIVE_INFINITY;
    for (Home home : vicinity.of(vague)) {
      if (apart.allowed(vague, home.cluster)) {
        double score = home.cluster.average(vague);
        if (score > most) {
          next = most;
          most = score;
          best = home;
        } else {
          next = Math.max(next, score);
        }
      }
    }
    return most > Resolution.JOIN && most - next > Resolution.VAGUE_LEAD ? Optional.ofNullable(best) : Optional.empty();
  }

  private void assign(Node vague, Optional<Home> home) {
    if (home.isPresent()) {
      home.get().component.assign(vague, home.get().cluster);
    } else if (vague.placed) {
      leaving.add(Summary.of(List.of(), vague.readings));
    } else {
      topics.offer(vague);
    }
  }

  /// Components that no vague node can be assigned to any more.
  private void release(double before) {
    List<Component> kept = new ArrayList<>();
    List<Component> gone = new ArrayList<>();
    resolved.forEach(component -> (component.latest() < before ? gone : kept).add(component));
    leaving.addAll(
        gone.parallelStream().flatMap(component -> component.clusters().stream()).map(Cluster::incident).toList());
    gone.forEach(component -> component.possiblySame(apart).forEach(possiblySame));
    resolved = kept;
  }

  private void leave(double before) {
    while (!leaving.isEmpty() && leaving.peek().readings().getFirst().when().earliest().getEpochSecond() < before) {
      incidents.accept(leaving.remove());
    }
  }

  private static double first(Iterable<Component> components) {
    double first = Double.POSITIVE_INFINITY;
    for (Component component : components) {
      first = Math.min(first, component.first());
    }
    return first;
  }
}
