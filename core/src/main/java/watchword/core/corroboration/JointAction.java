package watchword.core.corroboration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import watchword.core.report.Reading;
import watchword.core.report.SourceKey;

/// Notices sources that come together again and again: several that reported within two minutes of each other on three judged incidents.
///
/// It stands beside a flag and lowers nothing: neighbours who see the same street do the same (bench/results/2026-11-30-attack.md).
final class JointAction {

  private static final Duration TOGETHER = Duration.ofMinutes(2);

  private static final int AGAIN = 3;

  /// A pair may be a couple at one window.
  private static final int SOURCES = 3;

  private JointAction() {}

  /// What an editor reads of it.
  static Optional<String> among(List<Reading> readings, Experience experience) {
    Map<SourceKey, List<Spoke>> named = named(readings, experience);
    Map<Set<SourceKey>, Integer> together = new HashMap<>();
    incidents(named).values().forEach(spoken -> pairs(spoken, (one, other) -> together.merge(Set.of(one, other), 1, Integer::sum)));
    Set<SourceKey> joint = new HashSet<>();
    together.forEach((pair, times) -> joint.addAll(times >= AGAIN ? pair : Set.of()));
    return joint.size() < SOURCES
        ? Optional.empty()
        : Optional.of("%d of its sources reported within %d minutes of each other on %d earlier incidents or more".formatted(joint.size(), TOGETHER.toMinutes(), AGAIN));
  }

  /// The first fifty that support and have come before; one that tells many reports is one.
  private static Map<SourceKey, List<Spoke>> named(List<Reading> readings, Experience experience) {
    Map<SourceKey, List<Spoke>> named = new HashMap<>();
    for (Reading one : readings) {
      List<Spoke> spoke = experience.track(one).spoke();
      if (!Origins.denies(one) && spoke.size() >= AGAIN) {
        named.put(one.source(), spoke);
      }
      if (named.size() == Lesson.CROWD) {
        break;
      }
    }
    return named;
  }

  private record Told(SourceKey source, Spoke spoke) {}

  private static Map<Integer, List<Told>> incidents(Map<SourceKey, List<Spoke>> named) {
    Map<Integer, List<Told>> incidents = new HashMap<>();
    named.forEach((source, spoken) -> spoken.stream().filter(Spoke::supports)
        .forEach(spoke -> incidents.computeIfAbsent(spoke.incident(), any -> new ArrayList<>()).add(new Told(source, spoke))));
    return incidents;
  }

  private static void pairs(List<Told> spoken, BiConsumer<SourceKey, SourceKey> pair) {
    for (int i = 0; i < spoken.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (Duration.between(spoken.get(i).spoke.at(), spoken.get(j).spoke.at()).abs().compareTo(TOGETHER) <= 0) {
          pair.accept(spoken.get(i).source, spoken.get(j).source);
        }
      }
    }
  }
}
