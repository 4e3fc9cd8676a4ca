package watchword.gate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import watchword.seal.Bytes;
import watchword.seal.Epoch;

/// The hashes of inner files taken, by the day whose gate key opened them.
final class Seen {
  private final Map<Epoch, Set<Bytes>> byDay = new TreeMap<>();

  boolean contains(Bytes sha256) {
    return byDay.values().stream().anyMatch(day -> day.contains(sha256));
  }

  void add(Epoch epoch, Bytes sha256) {
    byDay.computeIfAbsent(epoch, _ -> new HashSet<>()).add(sha256);
  }

  /// Returns a day's hashes in their own order, which says nothing of the order they came in.
  List<Bytes> sorted(Epoch epoch) {
    Set<Bytes> sorted = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    sorted.addAll(byDay.getOrDefault(epoch, Set.of()));
    return List.copyOf(sorted);
  }

  void keepOnly(Collection<Epoch> epochs) {
    byDay.keySet().retainAll(epochs);
  }
}
