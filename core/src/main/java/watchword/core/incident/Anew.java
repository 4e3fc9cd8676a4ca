package watchword.core.incident;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.text.WordWeights;

/// Merges all that is held anew when it is asked after a change: what any merger can do.
final class Anew implements Merging {

  private final Merger merger;
  private final Map<ReportId, Reading> readings = new LinkedHashMap<>();
  private Constraints constraints = Constraints.NONE;
  private WordWeights weights = WordWeights.NONE;
  private Optional<Merged> merged = Optional.empty();
  private final Map<ReportId, Incident> holders = new HashMap<>();

  Anew(Merger merger) {
    this.merger = merger;
  }

  @Override
  public void arrive(Reading reading) {
    readings.putIfAbsent(reading.id(), reading);
    merged = Optional.empty();
  }

  @Override
  public void leave(ReportId id) {
    readings.remove(id);
    merged = Optional.empty();
  }

  @Override
  public void constrain(Constraints now) {
    constraints = now;
    merged = Optional.empty();
  }

  @Override
  public void weigh(WordWeights now, long hour) {
    weights = now;
    merged = Optional.empty();
  }

  @Override
  public void settle() {
    merged();
  }

  @Override
  public Merged merged() {
    if (merged.isEmpty()) {
      Merged now = merger.merge(readings.values(), constraints, weights);
      holders.clear();
      now.incidents().forEach(incident -> incident.reports().forEach(id -> holders.put(id, incident)));
      merged = Optional.of(now);
    }
    return merged.get();
  }

  @Override
  public Optional<IncidentId> holder(ReportId id) {
    merged();
    return Optional.ofNullable(holders.get(id)).map(Incident::id);
  }

  @Override
  public Optional<Incident> find(IncidentId id) {
    return merged().incidents().stream().filter(incident -> incident.id().equals(id)).findFirst();
  }
}
