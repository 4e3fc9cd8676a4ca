package watchword.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The clock of a drill, moved by the drill alone.
public final class DrillClock implements InstantSource {

  private Instant now;

  public DrillClock(Instant start) {
    this.now = start;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
  }

  /// Moves on to the next full multiple of a duration.
  public synchronized void advanceTo(Duration grid) {
    long seconds = grid.toSeconds();
    now = Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), seconds) + 1) * seconds);
  }
}
