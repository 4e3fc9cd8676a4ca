package watchword.hub;

import java.time.Duration;

/// How long a connection may still take, so that slow ones cannot hold every place.
///
/// Written by the connection's worker, read by the listener's watch: only the moments are shared.
final class Pace {
  enum Phase { FREE, IDLE, HEAD, BODY, ANSWER }

  /// Between two requests of one reader; a browser opens a new connection without asking.
  private static final long IDLE_NANOS = Duration.ofSeconds(15).toNanos();
  /// A head is one packet; over a bad mobile network it may be sent four times.
  private static final long HEAD_NANOS = Duration.ofSeconds(15).toNanos();
  /// What a body or answer may take before its speed is looked at: three round trips through Tor at their worst.
  private static final long GRACE_NANOS = Duration.ofSeconds(20).toNanos();
  /// Nothing may stand still longer than this.
  private static final long STALL_NANOS = Duration.ofSeconds(30).toNanos();
  /// A quarter of what a GPRS phone does: whoever is slower on average is not sending.
  private static final long BYTES_PER_SECOND = 4 * 1024;

  /// A head older than this gives way when every place is taken.
  private static final long HEAD_GIVES_WAY_NANOS = Duration.ofSeconds(2).toNanos();
  /// A body this old and still under the least speed gives way when every place is taken.
  private static final long BODY_GIVES_WAY_NANOS = Duration.ofSeconds(8).toNanos();

  private volatile Phase phase = Phase.FREE;
  private volatile long since;
  private volatile long moved;
  private volatile long deadline;

  void enter(Phase next) {
    long now = System.nanoTime();
    since = now;
    moved = 0;
    deadline = now + switch (next) {
      case IDLE -> IDLE_NANOS;
      case HEAD -> HEAD_NANOS;
      case FREE, BODY, ANSWER -> GRACE_NANOS;
    };
    phase = next;
  }

  /// Notes that bytes went through; only a body or an answer earns time with them.
  void moved(long bytes) {
    if (phase != Phase.BODY && phase != Phase.ANSWER) {
      return;
    }
    long total = moved + bytes;
    moved = total;
    long earned = since + GRACE_NANOS + Duration.ofSeconds(1).toNanos() * total / BYTES_PER_SECOND;
    deadline = Math.min(earned, System.nanoTime() + STALL_NANOS);
  }

  Phase phase() {
    return phase;
  }

  boolean overdue(long now) {
    return phase != Phase.FREE && now - deadline > 0;
  }

  /// Returns how much sooner than others this one gives way when all places are taken; 0 for not at all.
  long givesWay(long now) {
    long age = now - since;
    return switch (phase) {
      case FREE -> 0;
      case IDLE -> Long.MAX_VALUE / 2 + Math.max(0, age);
      case HEAD -> age > HEAD_GIVES_WAY_NANOS ? age : 0;
      case BODY, ANSWER -> {
        long due = BYTES_PER_SECOND * age / Duration.ofSeconds(1).toNanos();
        yield age > BODY_GIVES_WAY_NANOS && moved < due ? age : 0;
      }
    };
  }
}
