package watchword.core.merging;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import watchword.core.incident.Constraints;
import watchword.core.incident.Pair;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;

/// What members have told apart.
final class Apart {

  private final Map<ReportId, Set<ReportId>> different = new HashMap<>();

  Apart(Constraints constraints) {
    for (Pair pair : constraints.different()) {
      different.computeIfAbsent(pair.first(), id -> new HashSet<>()).add(pair.second());
      different.computeIfAbsent(pair.second(), id -> new HashSet<>()).add(pair.first());
    }
  }

  /// Whether nothing is.
  boolean isEmpty() {
    return different.isEmpty();
  }

  /// Whether members have told a node apart from any other.
  boolean names(Node node) {
    return !different.isEmpty() && node.readings.stream().anyMatch(reading -> different.containsKey(reading.id()));
  }

  /// Whether a node may join a cluster.
  boolean allowed(Node node, Cluster cluster) {
    return different.isEmpty()
        || (cluster.members.stream().noneMatch(member -> forbidden(node, member))
            && cluster.vague.stream().noneMatch(member -> forbidden(node, member)));
  }

  /// Whether all of a cluster may join another one.
  boolean allowed(Cluster joining, Cluster cluster) {
    return different.isEmpty() || joining.members.stream().allMatch(node -> allowed(node, cluster));
  }

  boolean forbidden(Node a, Node b) {
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
}
