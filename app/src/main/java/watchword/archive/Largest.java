package watchword.archive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchword.core.incident.Incident;
import watchword.core.kind.Kind;
import watchword.core.report.ReportId;
import watchword.core.time.Span;

/// Counts incidents and their reports as they leave, and remembers those of most reports, without the reports.
public final class Largest implements IncidentSink {

  private final int most;
  private final List<Line> largest = new ArrayList<>();
  private long incidents;
  private long reports;

  /// What is remembered of an incident.
  public record Line(int reports, ReportId name, Kind kind, Optional<String> place, Span when) {}

  /// Remembers so many.
  public Largest(int most) {
    this.most = most;
  }

  @Override
  public void take(ArchivedIncident incident) {
    int size = incident.origins().size();
    incidents++;
    reports += size;
    if (largest.size() == most && size <= largest.getLast().reports()) {
      return;
    }
    Incident found = incident.incident();
    largest.add(new Line(size, incident.name(), found.kind(), incident.placeName(), found.when()));
    largest.sort(Comparator.comparingInt(line -> -line.reports()));
    if (largest.size() > most) {
      largest.removeLast();
    }
  }

  /// The largest first, the earlier first where equal.
  public List<Line> list() {
    return Collections.unmodifiableList(largest);
  }

  public long incidents() {
    return incidents;
  }

  public long reports() {
    return reports;
  }
}
