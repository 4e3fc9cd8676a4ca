package watchword.cli;

import java.util.concurrent.TimeUnit;

/// Whether this process is being told to stop, by Ctrl-C or otherwise: what fails then fails for that reason alone, and is no fault to report.
final class Stopping {
  /// What a shell returns after Ctrl-C, and the JVM too.
  static final int EXIT_CODE = 130;

  /// A terminal's Ctrl-C reaches the processes that a drill has started as soon as this one, and they may be gone first.
  private static final long GRACE_MILLIS = 300;
  private static final long LOOK_MILLIS = 10;

  private Stopping() {}

  /// Waits a moment for the signal that may have caused a failure.
  static boolean soon() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    while (!now() && System.nanoTime() < end) {
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return now();
  }

  /// The JVM takes no more hooks once it stops.
  private static boolean now() {
    Thread probe = new Thread(() -> {}, "stopping-probe");
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException _) {
      return true;
    }
  }
}
