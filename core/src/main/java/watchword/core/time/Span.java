package watchword.core.time;

import java.time.Duration;
import java.time.Instant;

/// The time between two instants within which something happened, both ends included.
public record Span(Instant earliest, Instant latest) {

  private static final long NANOS = 1_000_000_000;

  public Span {
    if (latest.isBefore(earliest)) {
      throw new IllegalArgumentException("span ends before it starts");
    }
  }

  public static Span at(Instant instant) {
    return new Span(instant, instant);
  }

  public Instant middle() {
    // As a duration divides, towards the start, without its decimals: every report asks.
    Duration length = length();
    long odd = length.getSeconds() % 2;
    return earliest.plusSeconds(length.getSeconds() / 2).plusNanos((odd * NANOS + length.getNano()) / 2);
  }

  public Duration length() {
    return Duration.between(earliest, latest);
  }

  /// How long lies between the two spans; zero where they touch or overlap.
  public Duration gap(Span other) {
    if (latest.isBefore(other.earliest)) {
      return Duration.between(latest, other.earliest);
    }
    if (other.latest.isBefore(earliest)) {
      return Duration.between(other.latest, earliest);
    }
    return Duration.ZERO;
  }

  /// The smallest span that holds both.
  public Span union(Span other) {
    return new Span(
        earliest.isBefore(other.earliest) ? earliest : other.earliest,
        latest.isAfter(other.latest) ? latest : other.latest);
  }
}
