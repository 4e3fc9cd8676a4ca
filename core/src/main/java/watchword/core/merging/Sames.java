package watchword.core.merging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.core.incident.Pair;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;

/// Groups that members have called the same, however far apart in time; only groups of a named report are kept.
final class Sames {

  private final Set<Pair> pairs;
  private final Set<ReportId> named;
  private final List<List<Reading>> kept = new ArrayList<>();
  private final Map<ReportId, List<Reading>> byFirst = new HashMap<>();

  Sames(Set<Pair> pairs) {
    this.pairs = pairs;
    this.named = pairs.stream().flatMap(pair -> Stream.of(pair.first(), pair.second())).collect(Collectors.toSet());
  }

  /// Keeps a group for joining, if it is to be; groups come in order.
  boolean keeps(List<Reading> group) {
    boolean keeps = isNamed(group);
    if (keeps) {
      kept.add(List.copyOf(group));
    }
    return keeps;
  }

  /// All groups have come: joins those kept.
  List<List<Reading>> join() {
    Map<ReportId, Integer> index = new HashMap<>();
    for (int i = 0; i < kept.size(); i++) {
      for (Reading reading : kept.get(i)) {
        index.put(reading.id(), i);
      }
    }
    Groups groups = new Groups(kept.size());
    for (Pair pair : pairs) {
      Integer first = index.get(pair.first());
      Integer second = index.get(pair.second());
      if (first != null && second != null) {
        groups.join(first, second);
      }
    }
    Map<Integer, List<Reading>> joined = new TreeMap<>();
    for (int i = 0; i < kept.size(); i++) {
      joined.computeIfAbsent(groups.find(i), root -> new ArrayList<>()).addAll(kept.get(i));
    }
    kept.clear();
    joined.values().forEach(all -> {
      all.sort(Reading.ORDER);
      byFirst.put(all.getFirst().id(), all);
    });
    return List.copyOf(joined.values());
  }

  /// What a group is part of, under its first reading; empty for the others.
  Optional<List<Reading>> whole(List<Reading> group) {
    return isNamed(group) ? Optional.ofNullable(byFirst.get(group.getFirst().id())) : Optional.of(group);
  }

  private boolean isNamed(List<Reading> group) {
    return !named.isEmpty() && group.stream().anyMatch(reading -> named.contains(reading.id()));
  }
}
