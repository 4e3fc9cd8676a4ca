package watchword.drill.year;

import java.time.Duration;
import java.time.Instant;

/// Days of the played year as times. Nothing depends on the date.
final class Days {

  static final Instant START = Instant.parse("2027-01-01T00:00:00Z");

  private static final int NOON = 12;
  private static final int BEFORE_DAWN = 4;

  private Days() {}

  /// When the desk assesses.
  static Instant noon(int day) {
    return at(day, NOON);
  }

  /// When the border is crossed.
  static Instant dawn(int day) {
    return at(day, BEFORE_DAWN);
  }

  static Instant at(int day, int hour) {
    return START.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
  }
}
