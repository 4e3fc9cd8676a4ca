package watchword.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.archive.ArchivedIncident;
import watchword.archive.IncidentSink;
import watchword.core.report.ReportId;

/// Notes which incidents hold the few reports that somebody asks for.
final class Holders implements IncidentSink {

  private final List<String> asked;
  private final Map<String, ReportId> holders = new HashMap<>();

  Holders(List<String> asked) {
    this.asked = asked;
  }

  @Override
  public void take(ArchivedIncident incident) {
    if (asked.isEmpty()) {
      return;
    }
    for (ReportId id : incident.incident().reports()) {
      if (asked.contains(id.value())) {
        holders.put(id.value(), incident.name());
      }
    }
  }

  /// The name of the incident that holds a report.
  ReportId of(String id) {
    return Optional.ofNullable(holders.get(id)).orElseThrow(() -> CommandFailure.misused("no report has the id " + id));
  }
}
