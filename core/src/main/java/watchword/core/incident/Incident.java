package watchword.core.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchword.core.kind.Kind;
import watchword.core.kind.Shape;
import watchword.core.place.Place;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.Stance;
import watchword.core.time.Span;

/// One happening as the reports tell it.
///
/// @param place the readings' places weighed together; empty only where none of them tells one and no other
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

  /// When a state was last seen: the end of its latest sighting, whatever was denied or passed on since. Empty for an
  /// event, which has a moment, and where nobody saw it.
  public Optional<Instant> lastSeen() {
    return kind.shape() == Shape.STATE
        ? readings.stream().filter(reading -> reading.stance().witnessed()).map(reading -> reading.when().latest())
            .max(Comparator.naturalOrder())
        : Optional.empty();
  }

  /// When a state was first denied after it was last seen: nobody sees it since.
  public Optional<Instant> goneSince() {
    return lastSeen().flatMap(seen -> readings.stream().filter(reading -> reading.stance() == Stance.DENIAL)
        .map(reading -> reading.when().earliest()).filter(denied -> !denied.isBefore(seen))
        .min(Comparator.naturalOrder()));
  }

  public List<ReportId> reports() {
    return readings.stream().map(Reading::id).toList();
  }
}
