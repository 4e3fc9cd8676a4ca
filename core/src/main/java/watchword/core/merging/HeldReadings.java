package watchword.core.merging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.core.incident.Constraints;
import watchword.core.incident.Pair;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;

/// The readings held, and the node that each is part of, as [Gathering] and [Sames] would have it.
final class HeldReadings {

  /// Readings that stand as one unless members say otherwise.
  private record Alike(long hour, Gathering.Twin twin) {}

  private final Map<ReportId, Reading> readings = new HashMap<>();
  private final Map<ReportId, Node> nodes = new HashMap<>();
  private final Map<Alike, Set<ReportId>> alike = new HashMap<>();
  private final TreeMap<Long, Set<ReportId>> byHour = new TreeMap<>();
  private Set<ReportId> apart = Set.of();
  private Map<ReportId, Set<ReportId>> same = Map.of();

  /// What a change makes of nodes.
  ///
  /// @param gone nodes that are no more
  /// @param come the readings of new ones, each in order
  record Change(List<Node> gone, List<List<Reading>> come) {}

  Optional<Reading> find(ReportId id) {
    return Optional.ofNullable(readings.get(id));
  }

  void add(Reading reading) {
    readings.put(reading.id(), reading);
    alike(reading).ifPresent(key -> alike.computeIfAbsent(key, any -> new LinkedHashSet<>(2)).add(reading.id()));
    byHour.computeIfAbsent(Gathering.hour(reading), hour -> new LinkedHashSet<>()).add(reading.id());
  }

  void remove(Reading reading) {
    readings.remove(reading.id());
    alike(reading).ifPresent(key -> leave(alike, key, reading.id()));
    leave(byHour, Gathering.hour(reading), reading.id());
  }

  /// Takes over what members say now.
  void constrain(Constraints constraints) {
    Set<ReportId> before = apart;
    Set<ReportId> now = named(constraints.different());
    Set<ReportId> changed = new HashSet<>(before);
    changed.addAll(now);
    changed.removeIf(id -> before.contains(id) == now.contains(id));
    List<Reading> renewed = changed.stream().flatMap(id -> find(id).stream()).toList();
    renewed.forEach(reading -> alike(reading).ifPresent(key -> leave(alike, key, reading.id())));
    apart = now;
    renewed.forEach(reading -> alike(reading).ifPresent(key -> alike.computeIfAbsent(key, any -> new LinkedHashSet<>(2)).add(reading.id())));
    same = new HashMap<>();
    for (Pair pair : constraints.same()) {
      same.computeIfAbsent(pair.first(), id -> new HashSet<>()).add(pair.second());
      same.computeIfAbsent(pair.second(), id -> new HashSet<>()).add(pair.first());
    }
  }

  /// Readings of later hours than this.
  List<ReportId> after(long hour) {
    return byHour.tailMap(hour, false).values().stream().flatMap(Set::stream).toList();
  }

  /// Gathers readings anew, with all that stands or stood in one node with them.
  ///
  /// @param seeds held or just removed
  /// @param anew whether nodes of the same readings are made anew, too
  Change regroup(Collection<ReportId> seeds, boolean anew) {
    Set<Node> old = new LinkedHashSet<>();
    TreeSet<Reading> pool = new TreeSet<>(Reading.ORDER);
    Deque<ReportId> open = new ArrayDeque<>(seeds);
    Set<Alike> seen = new HashSet<>();
    while (!open.isEmpty()) {
      ReportId id = open.remove();
      Node node = nodes.get(id);
      if (node != null && old.add(node)) {
        node.readings.forEach(reading -> open.add(reading.id()));
      }
      find(id).filter(pool::add).ifPresent(reading -> open.addAll(partners(reading, seen)));
    }
    List<List<Reading>> come = new ArrayList<>();
    while (!pool.isEmpty()) {
      SortedSet<Reading> together = together(pool.first());
      pool.removeAll(together);
      Node standing = nodes.get(together.first().id());
      if (anew || standing == null || !standing.readings.equals(List.copyOf(together))) {
        come.add(List.copyOf(together));
      } else {
        old.remove(standing);
      }
    }
    old.forEach(node -> node.readings.forEach(reading -> nodes.remove(reading.id())));
    return new Change(List.copyOf(old), come);
  }

  void stands(Node node) {
    node.readings.forEach(reading -> nodes.put(reading.id(), node));
  }

  private SortedSet<Reading> together(Reading reading) {
    TreeSet<Reading> together = new TreeSet<>(Reading.ORDER);
    Deque<Reading> open = new ArrayDeque<>(List.of(reading));
    Set<Alike> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Reading next = open.remove();
      if (together.add(next)) {
        partners(next, seen).forEach(id -> find(id).ifPresent(open::add));
      }
    }
    return together;
  }

  /// What a reading stands together with; the likes of each kind once.
  private Set<ReportId> partners(Reading reading, Set<Alike> seen) {
    Set<ReportId> partners = new HashSet<>(same.getOrDefault(reading.id(), Set.of()));
    partners.retainAll(readings.keySet());
    alike(reading).filter(seen::add).ifPresent(key -> partners.addAll(alike.getOrDefault(key, Set.of())));
    return partners;
  }

  private Optional<Alike> alike(Reading reading) {
    return apart.contains(reading.id())
        ? Optional.empty() : Gathering.Twin.of(reading).map(twin -> new Alike(Gathering.hour(reading), twin));
  }

  private static Set<ReportId> named(Set<Pair> pairs) {
    return pairs.stream().flatMap(pair -> Stream.of(pair.first(), pair.second())).collect(Collectors.toSet());
  }

  private static <K> void leave(Map<K, Set<ReportId>> sets, K key, ReportId id) {
    Set<ReportId> set = sets.get(key);
    if (set != null && set.remove(id) && set.isEmpty()) {
      sets.remove(key);
    }
  }
}
