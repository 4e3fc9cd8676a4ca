package watchword.seal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// One UTC day of keys, named by its days since 1970-01-01.
public record Epoch(int day) implements Comparable<Epoch> {
  /// 9999-12-31, the last day whose date has a four-digit year.
  static final int LAST_DAY = 2_932_896;

  public Epoch {
    if (day < 0 || day > LAST_DAY) {
      throw new IllegalArgumentException("epoch day " + day + " is not between 0 and " + LAST_DAY);
    }
  }

  public static Epoch of(Instant instant) {
    return new Epoch(Math.toIntExact(Math.floorDiv(instant.getEpochSecond(), Terms.EPOCH.toSeconds())));
  }

  public Instant begin() {
    return Instant.EPOCH.plus(Terms.EPOCH.multipliedBy(day));
  }

  public Instant end() {
    return begin().plus(Terms.EPOCH);
  }

  /// Returns when the private parts of this day's gate and lane keys are destroyed.
  public Instant destroyAt() {
    return begin().plus(Terms.KEY_LIFETIME);
  }

  public Epoch plusDays(int days) {
    return new Epoch(day + days);
  }

  /// Returns the day as in a bundle's address, `2026-11-22`.
  public LocalDate date() {
    return LocalDate.ofInstant(begin(), ZoneOffset.UTC);
  }

  @Override
  public int compareTo(Epoch other) {
    return Integer.compare(day, other.day);
  }
}
