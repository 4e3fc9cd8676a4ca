package watchword.core.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import watchword.core.report.Reading;

/// Nodes found to be one happening, in order of joining.
final class Cluster {

  /// A node is held against the latest members of an incident: enough to average noise, few enough to stay bounded.
  private static final int COMPARED = 16;

  final List<Node> members = new ArrayList<>(1);
  final List<Node> vague = new ArrayList<>(0);
  /// Tells the clusters of one component apart, the oldest first.
  final int number;

  Cluster(int number) {
    this.number = number;
  }

  /// The members that others are held against.
  List<Node> latest() {
    return members.subList(Math.max(0, members.size() - COMPARED), members.size());
  }

  /// How well a node matches, on average.
  double average(Node node) {
    List<Node> compared = latest();
    double sum = 0;
    for (Node member : compared) {
      sum += Linkage.score(member, node);
    }
    return sum / compared.size();
  }

  /// How well another cluster's nodes match, on average.
  double average(Cluster other) {
    List<Node> compared = other.latest();
    double sum = 0;
    for (Node node : compared) {
      sum += average(node);
    }
    return sum / compared.size();
  }

  Incident incident() {
    return Summary.of(readings(members), readings(vague));
  }

  IncidentId id() {
    return Summary.id(readings(Stream.concat(members.stream(), vague.stream()).toList()));
  }

  private static List<Reading> readings(List<Node> nodes) {
    return nodes.stream().flatMap(node -> node.readings.stream()).sorted(Reading.ORDER).toList();
  }
}
