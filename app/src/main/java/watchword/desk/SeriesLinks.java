package watchword.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import watchword.core.incident.Incident;
import watchword.core.incident.IncidentId;
import watchword.core.place.Place;
import watchword.core.report.ReportId;

/// What members have linked as a series: happenings that belong together and stay apart (spec/desk.md, "Series").
///
/// A link names reports, as every act does, and merging never hears of it. Which incidents it joins is asked anew
/// whenever incidents change.
final class SeriesLinks {

  /// The disc that merging takes unrelated happenings to be spread over: a town's surroundings, a stretch of road.
  private static final double NEAR_METRES = 50_000;

  private static final Comparator<Incident> BY_BEGINNING =
      Comparator.comparing((Incident incident) -> incident.when().earliest()).thenComparing(Incident::id);

  private final Set<Link> links = new LinkedHashSet<>();

  /// @param one reports of one incident, as it was when a member linked it
  record Link(List<ReportId> one, List<ReportId> other) {
    Link {
      one = List.copyOf(one);
      other = List.copyOf(other);
    }
  }

  void join(Link link) {
    links.add(link);
  }

  /// Takes an incident with these reports out; what was linked through it stays linked.
  void leave(List<ReportId> reports) {
    Set<ReportId> leaving = Set.copyOf(reports);
    List<List<ReportId>> left = new ArrayList<>();
    for (Link link : List.copyOf(links)) {
      boolean one = mostOf(link.one(), leaving);
      boolean other = mostOf(link.other(), leaving);
      if (one || other) {
        links.remove(link);
      }
      if (one != other) {
        left.add(one ? link.other() : link.one());
      }
    }
    for (int i = 1; i < left.size(); i++) {
      if (!left.get(i).equals(left.get(i - 1))) {
        links.add(new Link(left.get(i - 1), left.get(i)));
      }
    }
  }

  private static boolean mostOf(List<ReportId> end, Set<ReportId> reports) {
    return 2 * end.stream().filter(reports::contains).count() > end.size();
  }

  Set<Link> all() {
    return Collections.unmodifiableSet(links);
  }

  /// Each incident that is in a series, with all of that series, in the order in which they began.
  ///
  /// @param holder the incident that holds a report
  static Map<IncidentId, List<Incident>> among(
      Set<Link> links, Stream<Incident> incidents, Function<ReportId, Optional<IncidentId>> holder) {
    if (links.isEmpty()) {
      return Map.of();
    }
    Map<IncidentId, Incident> byId = new HashMap<>();
    incidents.forEach(incident -> byId.put(incident.id(), incident));
    Map<IncidentId, Set<IncidentId>> beside = beside(links, holder);
    Map<IncidentId, List<Incident>> series = new HashMap<>();
    for (IncidentId id : beside.keySet()) {
      if (!series.containsKey(id)) {
        List<Incident> all = reached(id, beside).stream().map(byId::get).sorted(BY_BEGINNING).toList();
        all.forEach(incident -> series.put(incident.id(), all));
      }
    }
    return series;
  }

  /// Links whose ends lie in two incidents; one whose ends came to lie in one says nothing any more.
  private static Map<IncidentId, Set<IncidentId>> beside(
      Set<Link> links, Function<ReportId, Optional<IncidentId>> holder) {
    Map<IncidentId, Set<IncidentId>> beside = new TreeMap<>();
    for (Link link : links) {
      Optional<IncidentId> one = holdsMost(link.one(), holder);
      Optional<IncidentId> other = holdsMost(link.other(), holder);
      if (one.isPresent() && other.isPresent() && !one.equals(other)) {
        beside.computeIfAbsent(one.get(), id -> new TreeSet<>()).add(other.get());
        beside.computeIfAbsent(other.get(), id -> new TreeSet<>()).add(one.get());
      }
    }
    return beside;
  }

  private static Optional<IncidentId> holdsMost(
      List<ReportId> end, Function<ReportId, Optional<IncidentId>> holder) {
    Map<IncidentId, Integer> held = new HashMap<>();
    end.forEach(id -> holder.apply(id).ifPresent(incident -> held.merge(incident, 1, Integer::sum)));
    return held.entrySet().stream().filter(one -> 2 * one.getValue() > end.size()).map(Map.Entry::getKey).findFirst();
  }

  private static Set<IncidentId> reached(IncidentId from, Map<IncidentId, Set<IncidentId>> beside) {
    Set<IncidentId> reached = new TreeSet<>(Set.of(from));
    Deque<IncidentId> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      for (IncidentId id : beside.getOrDefault(next.pop(), Set.of())) {
        if (reached.add(id)) {
          next.push(id);
        }
      }
    }
    return reached;
  }

  /// What a member may want to link with an incident: of like kind and near, the nearest first, then the newest.
  ///
  /// How far a rumour without a place is from anything nobody knows; such come last.
  static List<Incident> offered(Incident incident, Stream<Incident> others) {
    return others
        .filter(other -> !other.id().equals(incident.id()) && incident.kind().likeness(other.kind()) > 0)
        .filter(other -> apart(incident, other).orElse(0.0) <= NEAR_METRES)
        .sorted(Comparator.comparingDouble((Incident other) -> apart(incident, other).orElse(Double.MAX_VALUE))
            .thenComparing(BY_BEGINNING.reversed()))
        .toList();
  }

  private static Optional<Double> apart(Incident one, Incident other) {
    Optional<Place> to = other.place();
    return one.place().flatMap(from -> to.map(from::distanceMetres));
  }
}
