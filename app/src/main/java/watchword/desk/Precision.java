package watchword.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import watchword.core.place.Place;
import watchword.core.report.Reading;
import watchword.core.report.SourceKey;
import watchword.core.report.Weighted;
import watchword.core.text.Words;
import watchword.core.time.Span;

/// What is left of a report once it is forgotten: kind, a coarse place and hour. What is coarse already stays as it is.
final class Precision {

  /// A tenth of a degree: about 10 km.
  private static final double GRID = 10;

  private static final double GRID_METRES = 10_000;

  private static final SourceKey FORGOTTEN = new SourceKey("forgotten");

  private Precision() {}

  /// Whether this is all that is left of a report.
  static boolean isCoarse(Reading reading) {
    return reading.source().equals(FORGOTTEN);
  }

  static Reading publicOnly(Reading reading) {
    return new Reading(
        reading.id(),
        reading.channel(),
        FORGOTTEN,
        reading.kind(),
        reading.stance(),
        reading.places().stream().map(place -> new Weighted<>(coarse(place.value()), place.weight())).toList(),
        new Span(hour(reading.when().earliest()), hourAfter(reading.when().latest())),
        Words.NONE,
        List.of(),
        reading.foretells(),
        List.of(),
        List.of());
  }

  static Instant hour(Instant instant) {
    return instant.truncatedTo(ChronoUnit.HOURS);
  }

  private static Instant hourAfter(Instant instant) {
    Instant hour = hour(instant);
    return hour.equals(instant) ? hour : hour.plus(1, ChronoUnit.HOURS);
  }

  static Place coarse(Place place) {
    double latitude = Math.round(place.latitude() * GRID) / GRID;
    double longitude = Math.round(place.longitude() * GRID) / GRID;
    return new Place(latitude, longitude, Math.max(GRID_METRES, place.uncertaintyMetres()), "");
  }
}
