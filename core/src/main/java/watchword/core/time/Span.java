package watchword.core.time;

import java.time.Instant;

/// The time between two instants within which something happened, both ends included.
public record Span(Instant earliest, Instant latest) {

  public Span {
    if (latest.isBefore(earliest)) {
      throw new IllegalArgumentException("span ends before it starts");
    }
  }
}
