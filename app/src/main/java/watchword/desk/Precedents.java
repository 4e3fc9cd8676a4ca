package watchword.desk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import watchword.core.corroboration.Precedent;
import watchword.core.corroboration.Verdict;
import watchword.core.corroboration.Verdict.Truth;
import watchword.core.incident.Incident;
import watchword.core.incident.IncidentId;
import watchword.core.report.ReportId;

/// Incidents that were judged, for those that come after them.
final class Precedents {

  private Precedents() {}

  /// Each judged incident by the newest verdict on most of its reports; what could not be verified is no precedent.
  ///
  /// @param holder which incident holds a report
  static Map<IncidentId, Precedent> among(
      List<Verdict> verdicts, Stream<Incident> incidents, Function<ReportId, Optional<IncidentId>> holder) {
    Map<IncidentId, Truth> judged = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      Map<IncidentId, Integer> held = new HashMap<>();
      verdict.reports().forEach(id -> holder.apply(id).ifPresent(incident -> held.merge(incident, 1, Integer::sum)));
      held.forEach((id, count) -> {
        if (2 * count > verdict.reports().size()) {
          judged.put(id, verdict.truth());
        }
      });
    }
    Map<IncidentId, Precedent> precedents = new LinkedHashMap<>();
    incidents.forEach(incident -> {
      Truth truth = judged.getOrDefault(incident.id(), Truth.UNVERIFIABLE);
      if (truth != Truth.UNVERIFIABLE) {
        precedents.put(incident.id(), Precedent.of(incident, truth == Truth.CONFIRMED));
      }
    });
    return precedents;
  }
}
