package watchword.core.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The vague nodes that only their words can join, while they come and go.
final class Texts {

  private final TreeSet<Node> nodes = new TreeSet<>(Node.ORDER);
  private final List<IncidentId> told = new ArrayList<>();
  private Apart apart = new Apart(Constraints.NONE);
  private boolean changed;

  void constrain(Apart now) {
    apart = now;
    changed = true;
  }

  void add(Node node) {
    nodes.add(node);
    changed = true;
  }

  void remove(Node node) {
    changed |= nodes.remove(node);
  }

  /// Tells of the incidents that the texts make now.
  void settle(Told incidents) {
    if (!changed) {
      return;
    }
    changed = false;
    told.forEach(incidents::remove);
    told.clear();
    Topics topics = new Topics(apart, incident -> {
      told.add(incident.id());
      incidents.put(incident.id(), incident);
    });
    nodes.forEach(topics::offer);
    topics.close(Double.POSITIVE_INFINITY);
  }
}
