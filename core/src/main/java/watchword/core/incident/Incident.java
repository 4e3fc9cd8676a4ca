package watchword.core.incident;

import java.util.List;
import java.util.Optional;
import watchword.core.kind.Kind;
import watchword.core.place.Place;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.time.Span;

/// One happening as the reports tell it.
///
/// @param place the readings' places weighed together; empty only where none of them has one
/// @param readings in order, at least one
public record Incident(
    IncidentId id, Kind kind, Optional<Place> place, Span when, List<Reading> readings) {

  public Incident {
    if (readings.isEmpty()) {
      throw new IllegalArgumentException("an incident without a reading");
    }
    readings = List.copyOf(readings);
  }

  /// The incident that these readings make, whatever merging would say of them.
  ///
  /// @param readings in order, at least one
  public static Incident of(List<Reading> readings) {
    return Summary.of(readings, List.of());
  }

  public List<ReportId> reports() {
    return readings.stream().map(Reading::id).toList();
  }
}
