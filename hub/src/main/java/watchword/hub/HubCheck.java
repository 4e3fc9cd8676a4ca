package watchword.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Looks for what would write the hub's memory to a disk: swap and core dumps.
///
/// Each sentence says what to do; none means all is well. It never looks at what a sender sent.
public final class HubCheck {
  private final Path proc;

  private HubCheck(Path proc) {
    this.proc = proc;
  }

  /// Checks this machine and this process.
  public static List<String> run() {
    return of(Path.of("/proc"));
  }

  /// Checks a machine whose `/proc` is here.
  static List<String> of(Path proc) {
    HubCheck check = new HubCheck(proc);
    List<String> todo = new ArrayList<>();
    check.swap(todo);
    check.coreDumps(todo);
    return todo;
  }

  private void swap(List<String> todo) {
    try {
      // The first line is the heading.
      long areas = lines("swaps").stream().skip(1).filter(line -> !line.isBlank()).count();
      if (areas > 0) {
        todo.add("Swap is on, so memory can reach the disk: run `swapoff -a` and take its lines out of /etc/fstab.");
      }
    } catch (IOException _) {
      todo.add("Whether swap is on could not be read: look at /proc/swaps yourself; it must name no area.");
    }
  }

  private void coreDumps(List<String> todo) {
    try {
      boolean off = lines("self/limits").stream()
          .filter(line -> line.startsWith("Max core file size"))
          .anyMatch(line -> line.substring("Max core file size".length()).strip().startsWith("0 "));
      if (!off) {
        todo.add("A crash could write memory to the disk: start the hub with `ulimit -Hc 0`, or LimitCORE=0 in its unit.");
      }
      // A pattern that begins with | hands the dump to a program whatever the limit is.
      if (lines("sys/kernel/core_pattern").stream().anyMatch(line -> line.startsWith("|"))) {
        todo.add("Core dumps go to a program, which heeds no limit: run `sysctl -w kernel.core_pattern=core`.");
      }
    } catch (IOException _) {
      todo.add("Whether core dumps are off could not be read: start the hub with `ulimit -Hc 0`.");
    }
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(proc.resolve(file));
  }
}
