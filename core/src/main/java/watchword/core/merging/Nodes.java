package watchword.core.merging;

import java.util.function.Consumer;
import watchword.core.incident.Constraints;
import watchword.core.report.Reading;
import watchword.core.text.StemWeights;

/// The nodes that readings make, surveyed; the readings are walked through anew for each use and never kept.
final class Nodes {

  private final Constraints constraints;
  private final Sames sames;
  private final Survey survey = new Survey();

  /// Walks through readings once, to survey.
  ///
  /// @param ahead in order, each id once
  Nodes(Iterable<Reading> ahead, Constraints constraints) {
    this.constraints = constraints;
    this.sames = new Sames(constraints.same());
    Gathering gathering = new Gathering(constraints, group -> {
      if (!sames.keeps(group)) {
        survey.add(new Node(group, StemWeights.NONE));
      }
    });
    ahead.forEach(gathering::offer);
    gathering.end();
    sames.join().forEach(all -> survey.add(new Node(all, StemWeights.NONE)));
  }

  Survey survey() {
    return survey;
  }

  /// Walks through the same readings: hands on each node in order, and each reading after all nodes of earlier hours.
  void forEach(Iterable<Reading> readings, StemWeights weights, Consumer<Reading> passing, Consumer<Node> nodes) {
    Gathering gathering =
        new Gathering(constraints, group -> sames.whole(group).ifPresent(all -> nodes.accept(new Node(all, weights))));
    for (Reading reading : readings) {
      gathering.offer(reading);
      passing.accept(reading);
    }
    gathering.end();
  }
}
