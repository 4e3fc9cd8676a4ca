package watchword.core.merging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was worked out about the clusters of a component, so that it need not be worked out again.
sealed interface Recall {

  /// How well two clusters match.
  double average(Cluster a, Cluster b);

  /// Which members are of a second happening.
  Optional<boolean[]> parted(List<Node> members);

  /// Nothing is recalled: a component that is resolved once.
  record Nothing() implements Recall {
    @Override
    public double average(Cluster a, Cluster b) {
      return a.average(b);
    }

    @Override
    public Optional<boolean[]> parted(List<Node> members) {
      return Parting.of(members);
    }
  }

  /// All that the last resolution worked out, by the nodes themselves: nodes that changed are told apart by whoever
  /// keeps it.
  final class Last implements Recall {

    private record Two(List<Node> one, List<Node> other) {}

    private final Map<Two, Double> averages = new HashMap<>();
    private final Map<List<Node>, Optional<boolean[]>> partings = new HashMap<>();
    private Map<Two, Double> averagesBefore;
    private Map<List<Node>, Optional<boolean[]>> partingsBefore;

    Last() {
      averagesBefore = Map.of();
      partingsBefore = Map.of();
    }

    /// Begins with what another one knows; of that only what is asked for again is kept.
    Last(Last before) {
      averagesBefore = before.averages;
      partingsBefore = before.partings;
    }

    /// Lets go of what was not asked for again.
    void done() {
      averagesBefore = Map.of();
      partingsBefore = Map.of();
    }

    @Override
    public double average(Cluster a, Cluster b) {
      Two two = new Two(List.copyOf(a.latest()), List.copyOf(b.latest()));
      return averages.computeIfAbsent(two, any -> {
        Double known = averagesBefore.get(two);
        return known == null ? a.average(b) : known;
      });
    }

    @Override
    public Optional<boolean[]> parted(List<Node> members) {
      List<Node> all = List.copyOf(members);
      return partings.computeIfAbsent(all, any -> {
        Optional<boolean[]> known = partingsBefore.get(all);
        return known == null ? Parting.of(all) : known;
      });
    }
  }
}
