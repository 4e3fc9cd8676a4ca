package watchword.cli;

import java.io.Closeable;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A line on the terminal that tells how far long work has come; nothing where there is no terminal, nothing in the first two seconds.
final class Progress implements Closeable {

  private static final long QUIET_MILLIS = 2_000;
  private static final long REDRAW_MILLIS = 200;
  private static final int CELLS = 30;

  private final PrintWriter err;
  private final AtomicLong done = new AtomicLong();
  private final Thread painter;
  private final String unit;
  private volatile String what;
  private volatile long total;

  private Progress(PrintWriter err, String what, long total, String unit) {
    this.err = err;
    this.what = what;
    this.total = total;
    this.unit = unit;
    painter = Thread.ofPlatform().daemon().name("progress").unstarted(this::paint);
  }

  /// @param total of whatever `advance` counts
  static Progress start(PrintWriter err, String what, long total) {
    return start(err, what, total, "");
  }

  /// @param unit of what `advance` counts, said with the total; empty for none
  static Progress start(PrintWriter err, String what, long total, String unit) {
    Progress progress = new Progress(err, what, total, unit);
    progress.painter.start();
    return progress;
  }

  void advance(long more) {
    done.addAndGet(more);
  }

  /// Says what is done now; the count goes on.
  void step(String now) {
    what = now;
  }

  /// Goes on to a step that cannot tell how far it is.
  void next(String step) {
    what = step;
    total = 0;
  }

  /// The bar as it stands.
  String bar(long seconds) {
    return bar(what, done.get(), total, unit, seconds);
  }

  /// The bar at a moment.
  static String bar(String what, long done, long total, String unit, long seconds) {
    if (total <= 0) {
      return String.format(Locale.ROOT, "%s … %d s", what, seconds);
    }
    int full = (int) Math.min(CELLS, CELLS * done / total);
    String of = unit.isEmpty() ? "" : String.format(Locale.ROOT, " of %,d %s", total, unit);
    return String.format(
        Locale.ROOT, "%s [%s%s] %d %%%s", what, "#".repeat(full), " ".repeat(CELLS - full),
        Math.min(100, 100 * done / total), of);
  }

  private void paint() {
    long start = System.nanoTime();
    boolean painted = false;
    try {
      Thread.sleep(QUIET_MILLIS);
      while (onTerminal()) {
        err.print("\r\u001b[K" + bar((System.nanoTime() - start) / 1_000_000_000));
        err.flush();
        painted = true;
        Thread.sleep(REDRAW_MILLIS);
      }
    } catch (InterruptedException e) {
      if (painted) {
        err.print("\r\u001b[K");
        err.flush();
      }
    }
  }

  private static boolean onTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  @Override
  public void close() {
    painter.interrupt();
    try {
      painter.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
