package watchword.cli;

import java.time.Duration;

/// How fast an evening is played: so many simulated seconds a second, from a moment on.
///
/// @param begun the machine's running nanoseconds when the evening began
record Pace(double speed, long begun) {

  /// Nanoseconds until so much of the evening should have been played, negative where it is late.
  ///
  /// Counted from the beginning, so that what a slow minute lost is made up for by the next.
  long until(Duration played, long now) {
    return begun + Math.round(played.toNanos() / speed) - now;
  }
}
