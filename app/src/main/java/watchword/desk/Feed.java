package watchword.desk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Item;
import watchword.core.assessment.Watched;
import watchword.core.incident.IncidentId;
import watchword.core.report.ReportId;

/// Incidents of the desk as questions are fed by them: those that signs watch for, and those that members added.
///
/// @param placed incidents that have a place, each an origin of its own
/// @param holder the incident that holds a report now
record Feed(List<Watched> placed, Function<ReportId, Optional<Case>> holder) {
  Feed {
    placed = List.copyOf(placed);
  }

  /// The incident that this evidence names, as it is now; empty for any other evidence, and for what the desk does not hold.
  Optional<Case> incident(Evidence evidence) {
    return evidence instanceof Evidence.OfIncident one ? one.incident().map(IncidentId::new).flatMap(IncidentId::first).flatMap(holder) : Optional.empty();
  }

  /// The same evidence, relied on as the desk relies on its incidents now. What was added of two that are one by now is of one origin: the first that members gave.
  List<Evidence> live(List<Evidence> given) {
    Map<Evidence, Case> cases = new LinkedHashMap<>();
    given.forEach(one -> incident(one).ifPresent(now -> cases.put(one, now)));
    Map<IncidentId, String> origins = new HashMap<>();
    cases.forEach((one, now) -> {
      if (!isOwn(one)) {
        origins.putIfAbsent(now.incident().id(), one.item().origin());
      }
    });
    return given.stream().map(one -> Optional.ofNullable(cases.get(one)).map(now -> live(one.item(), now, origins)).orElse(one)).toList();
  }

  private static Evidence live(Item item, Case now, Map<IncidentId, String> origins) {
    IncidentId id = now.incident().id();
    return new Evidence.OfIncident(new Item(item.id(), item.text(), origins.getOrDefault(id, id.value()), now.incident().when().earliest(), item.expectation(), item.indicator(),
        item.halfLife()), now.corroboration().probability());
  }

  /// Whether it goes back to its own reports and nothing else.
  static boolean isOwn(Evidence evidence) {
    return evidence instanceof Evidence.OfIncident one && one.incident().equals(Optional.of(one.item().origin()));
  }

  /// What signs look at: an incident that a member added too has the origin that they gave, so that it counts once.
  List<Watched> watched(List<Evidence> live) {
    Map<String, String> origins = new HashMap<>();
    live.forEach(one -> incident(one).ifPresent(now -> origins.put(now.incident().id().value(), one.item().origin())));
    return placed.stream().map(one -> new Watched(one.id(), one.kind(), one.place(), one.when(), one.probability(), origins.getOrDefault(one.id(), one.origin()))).toList();
  }
}
