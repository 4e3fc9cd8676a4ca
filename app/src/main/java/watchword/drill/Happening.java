package watchword.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import watchword.core.kind.Kind;
import watchword.core.place.Place;

/// Something that really happens, from its beginning to its end.
///
/// @param site the place its witnesses name
/// @param count how many explosions, vehicles or people there are
public record Happening(HappeningId id, Kind kind, Instant begins, Instant ends, Course course, Site site, long count) {

  private static final Duration APART = Duration.ofMinutes(75);
  private static final double APART_METRES = 12_000;

  public Happening {
    if (ends.isBefore(begins)) {
      throw new IllegalArgumentException("a happening ends before it begins");
    }
  }

  /// What people there call the place.
  ///
  /// @param named a square, an airfield, or the town itself
  /// @param spreadMetres how far apart the places are from which it is seen: a power cut is everywhere in its town
  public record Site(
      Country.Locality town,
      Optional<Named> named,
      Optional<String> road,
      Optional<Country.Locality> towards,
      double spreadMetres) {}

  /// Whether readers of both would take them for one: alike, in one town, and within an hour and a quarter.
  boolean looksLike(Happening other) {
    return kind.likeness(other.kind()) >= 0.05 && near(other.begins(), other.ends(), other.pointAt(other.begins()));
  }

  /// Whether something so placed in time and space lies too near to be told apart.
  boolean near(Instant from, Instant to, Point point) {
    return from.minus(APART).isBefore(ends) && begins.minus(APART).isBefore(to) && pointAt(begins).metresTo(point) < APART_METRES;
  }

  Point pointAt(Instant instant) {
    return course.at(StrictMath.max(0, Duration.between(begins, instant).toMillis() / 1_000.0));
  }

  /// Where it truly was at an instant.
  public Place placeAt(Instant instant) {
    return pointAt(instant).place(1, "");
  }
}
