package watchword.core.merging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import watchword.core.incident.Incident;
import watchword.core.incident.IncidentId;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;

/// The incidents as they stand, each kept under what makes it: a cluster, a vague node that fits none, a topic.
final class Told {

  private final Map<Object, Incident> byMaker = new HashMap<>();
  private final TreeMap<Reading, Incident> incidents = new TreeMap<>(Reading.ORDER);
  private final Map<ReportId, Incident> holders = new HashMap<>();
  private final Map<IncidentId, Incident> byId = new HashMap<>();

  void put(Object maker, Incident incident) {
    remove(maker);
    byMaker.put(maker, incident);
    incidents.put(incident.readings().getFirst(), incident);
    byId.put(incident.id(), incident);
    incident.readings().forEach(reading -> holders.put(reading.id(), incident));
  }

  void remove(Object maker) {
    Incident was = byMaker.remove(maker);
    if (was != null) {
      incidents.remove(was.readings().getFirst(), was);
      byId.remove(was.id(), was);
      was.readings().forEach(reading -> holders.remove(reading.id(), was));
    }
  }

  List<Incident> incidents() {
    return List.copyOf(incidents.values());
  }

  Optional<Incident> holder(ReportId id) {
    return Optional.ofNullable(holders.get(id));
  }

  Optional<Incident> find(IncidentId id) {
    return Optional.ofNullable(byId.get(id));
  }
}
