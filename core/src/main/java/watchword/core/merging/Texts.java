package watchword.core.merging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import watchword.core.incident.Constraints;
import watchword.core.incident.Incident;
import watchword.core.incident.IncidentId;
import watchword.core.incident.Summary;

/// The vague nodes that only their words can join, while they come and go.
///
/// What becomes of a text depends on all before it, so those after a change are walked through again, from the last
/// mark before it.
final class Texts {

  /// A mark is set after so many texts: walking through them costs about as much as setting it.
  private static final int SPACING = 64;

  /// So many marks are kept, the older ones farther apart.
  private static final int MARKS = 24;

  /// How things stood after a text.
  ///
  /// @param closed how many incidents were closed by then
  private record Mark(Node last, Topics topics, int closed) {}

  private final Told told;
  private final TreeSet<Node> nodes = new TreeSet<>(Node.ORDER);
  private final List<Mark> marks = new ArrayList<>();
  private final List<IncidentId> closed = new ArrayList<>();
  private final Map<IncidentId, List<Node>> open = new HashMap<>();
  private Apart apart = new Apart(Constraints.NONE);
  private Topics topics;
  private Optional<Node> offered = Optional.empty();
  private Optional<Node> changed = Optional.empty();
  private int sinceMark;

  Texts(Told told) {
    this.told = told;
    this.topics = new Topics(apart, this::close);
  }

  void constrain(Apart now) {
    apart = now;
    marks.clear();
    if (!nodes.isEmpty()) {
      changed(nodes.first());
    }
    offered.ifPresent(this::changed);
    back();
  }

  void add(Node node) {
    nodes.add(node);
    changed(node);
  }

  void remove(Node node) {
    if (nodes.remove(node)) {
      changed(node);
    }
  }

  private void changed(Node node) {
    if (changed.isEmpty() || Node.ORDER.compare(node, changed.get()) < 0) {
      changed = Optional.of(node);
    }
  }

  /// Tells of the incidents that the texts make now.
  void settle() {
    if (changed.isEmpty()) {
      return;
    }
    if (offered.filter(last -> Node.ORDER.compare(changed.get(), last) <= 0).isPresent()) {
      back();
    }
    changed = Optional.empty();
    for (Node node : offered.map(last -> nodes.tailSet(last, false)).orElse(nodes)) {
      topics.offer(node);
      offered = Optional.of(node);
      if (++sinceMark == SPACING) {
        mark(node);
      }
    }
    tell();
  }

  private void mark(Node node) {
    sinceMark = 0;
    marks.add(new Mark(node, topics.copy(), closed.size()));
    if (marks.size() > MARKS) {
      for (int i = MARKS / 2; i >= 0; i -= 2) {
        marks.remove(i);
      }
    }
  }

  /// Goes back to the last mark before what has changed.
  private void back() {
    marks.removeIf(mark -> changed.filter(node -> Node.ORDER.compare(node, mark.last) <= 0).isPresent());
    Optional<Mark> from = marks.isEmpty() ? Optional.empty() : Optional.of(marks.getLast());
    topics = from.map(mark -> mark.topics.copy()).orElseGet(() -> new Topics(apart, this::close));
    offered = from.map(Mark::last);
    sinceMark = 0;
    List<IncidentId> after = closed.subList(from.map(Mark::closed).orElse(0), closed.size());
    after.forEach(told::remove);
    after.clear();
  }

  private void close(Incident incident) {
    closed.add(incident.id());
    open.remove(incident.id());
    told.put(incident.id(), incident);
  }

  private void tell() {
    Set<IncidentId> stand = new HashSet<>();
    for (Cluster cluster : topics.open()) {
      IncidentId id = Summary.id(cluster.members.getFirst().readings);
      stand.add(id);
      if (!cluster.members.equals(open.get(id))) {
        open.put(id, List.copyOf(cluster.members));
        told.put(id, cluster.incident());
      }
    }
    Set<IncidentId> gone = new HashSet<>(open.keySet());
    gone.removeAll(stand);
    gone.forEach(id -> {
      open.remove(id);
      told.remove(id);
    });
  }
}
