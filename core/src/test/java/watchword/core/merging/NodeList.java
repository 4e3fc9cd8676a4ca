package watchword.core.merging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import watchword.core.incident.Constraints;
import watchword.core.report.Reading;
import watchword.core.text.WordWeights;

/// The nodes that readings make, all at once, as tests look at them.
final class NodeList {

  private NodeList() {}

  static List<Node> of(Collection<Reading> readings) {
    List<Reading> ordered = readings.stream().sorted(Reading.ORDER).toList();
    List<Node> nodes = new ArrayList<>();
    new Nodes(ordered, Constraints.NONE).forEach(ordered, WordWeights.NONE, reading -> {}, nodes::add);
    return nodes;
  }
}
