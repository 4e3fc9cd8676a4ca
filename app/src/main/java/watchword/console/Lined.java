package watchword.console;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import watchword.core.incident.Incident;
import watchword.core.place.Place;
import watchword.core.report.Reading;
import watchword.core.report.Weighted;
import watchword.core.time.Span;

/// What a page tells of reports that nobody asked to read: the cell and the hour, without figures and the names their words gave a place.
///
/// The minute and the yard stand with the words, behind the act that is noted and counted: collected from lines, they would tell who reported as well as words do.
/// What is public already, what another desk shares, and what a member typed in is told as it is.
final class Lined {

  /// A cell is about a kilometre wide; a crowd of reports in one still looks like one.
  private static final double CELL_DEGREES = 0.01;

  private static final double CELL_METRES = 1_000;

  private Lined() {}

  /// An incident of which some reports are told as lines is itself told no finer.
  static Incident of(Incident incident) {
    if (!applies(incident)) {
      return incident;
    }
    List<Reading> readings = incident.readings().stream().map(Lined::of).toList();
    return new Incident(incident.id(), incident.kind(), incident.place().map(Lined::cell), hours(incident.when()), readings);
  }

  static Reading of(Reading reading) {
    if (!applies(reading)) {
      return reading;
    }
    List<Weighted<Place>> places = reading.places().stream().map(place -> new Weighted<>(cell(place.value()), place.weight())).toList();
    return new Reading(
        reading.id(), reading.channel(), reading.source(), reading.kind(), reading.stance(), places, hours(reading.when()), reading.words(), reading.towns(),
        reading.foretells(), List.of(), reading.media());
  }

  static boolean applies(Incident incident) {
    return incident.readings().stream().anyMatch(Lined::applies);
  }

  private static boolean applies(Reading reading) {
    return switch (reading.channel()) {
      case SEALED, OBSERVER, MAILBOX -> true;
      case PUBLIC, PARTNER, BY_HAND -> false;
    };
  }

  static Place cell(Place place) {
    double latitude = Math.round(place.latitude() / CELL_DEGREES) * CELL_DEGREES;
    double wide = CELL_DEGREES / Math.max(0.1, Math.cos(Math.toRadians(latitude)));
    double longitude = Math.max(-180, Math.min(180, Math.round(place.longitude() / wide) * wide));
    return new Place(Math.max(-90, Math.min(90, latitude)), longitude, Math.max(CELL_METRES, place.uncertaintyMetres()), "");
  }

  static Span hours(Span span) {
    return new Span(hour(span.earliest()), span.latest().equals(hour(span.latest())) && span.latest().isAfter(span.earliest())
        ? span.latest() : hour(span.latest()).plus(1, ChronoUnit.HOURS));
  }

  static Instant hour(Instant instant) {
    return instant.truncatedTo(ChronoUnit.HOURS);
  }
}
