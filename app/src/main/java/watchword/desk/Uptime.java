package watchword.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/// How long this machine has run, by a count that nobody sets.
public interface Uptime {

  /// A count and what it is counted from.
  ///
  /// @param boot names what is counted from; two readings compare only where it is the same
  /// @param up since then, to the millisecond
  record Reading(String boot, Duration up) {
    public Reading {
      if (!boot.matches("[0-9a-f-]{36}") || up.isNegative()) {
        throw new IllegalArgumentException("an uptime has a boot's id and is not negative");
      }
    }
  }

  Reading read();

  /// The system's count since it was switched on, sleep included, where it tells (Linux); elsewhere the process's own, which begins anew with each start.
  static Uptime ofMachine() {
    Path boot = Path.of("/proc/sys/kernel/random/boot_id");
    Path up = Path.of("/proc/uptime");
    if (Files.isReadable(boot) && Files.isReadable(up)) {
      return () -> {
        try {
          double seconds = Double.parseDouble(Files.readString(up).split(" ", 2)[0]);
          return new Reading(Files.readString(boot).strip(), Duration.ofMillis((long) (seconds * 1_000)));
        } catch (IOException e) {
          throw new UncheckedIOException("the system does not tell how long it has run", e);
        }
      };
    }
    String process = UUID.randomUUID().toString();
    long start = System.nanoTime();
    return () -> new Reading(process, Duration.ofMillis((System.nanoTime() - start) / 1_000_000));
  }
}
