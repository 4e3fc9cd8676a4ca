package watchword.core.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import watchword.core.incident.Incident;
import watchword.core.incident.IncidentId;
import watchword.core.incident.Summary;
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

  /// How well a node matches, on average; of a state its silence counts, the time to the nearest sighting.
  double average(Node node) {
    return average(node, node.lasts ? silence(latest(), List.of(node)) : Double.POSITIVE_INFINITY);
  }

  /// How well another cluster's nodes match, on average.
  double average(Cluster other) {
    List<Node> compared = other.latest();
    double silence = silence(members, other.members);
    double sum = 0;
    for (Node node : compared) {
      sum += average(node, silence);
    }
    return sum / compared.size();
  }

  private double average(Node node, double silence) {
    List<Node> compared = latest();
    double sum = 0;
    for (Node member : compared) {
      double gap = Linkage.gap(member, node);
      sum += Linkage.score(member, node, member.lasts && node.lasts ? Math.min(gap, silence) : gap);
    }
    return sum / compared.size();
  }

  /// The shortest time between sightings of a state here and there, seconds; infinite where either has none.
  ///
  /// Denials and questions do not make a state go on, so a node that is alone counts whatever it is.
  private static double silence(List<Node> here, List<Node> there) {
    double[] one = seen(here);
    double[] other = seen(there);
    double shortest = Double.POSITIVE_INFINITY;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      shortest = Math.min(shortest, Math.abs(one[i] - other[j]));
      if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shortest;
  }

  /// When a state was seen, ascending.
  private static double[] seen(List<Node> nodes) {
    return nodes.stream().filter(node -> node.lasts && (nodes.size() == 1 || Linkage.claims(node.first)))
        .mapToDouble(node -> node.seconds).sorted().toArray();
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
