package watchword.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks for what would keep what the hub forgets: swap, core dumps, a proxy's log of readers.
///
/// Each sentence says what to do; none means all is well. It never looks at what a sender sent.
public final class HubCheck {
  private static final Pattern ACCESS_LOG = Pattern.compile("(?m)^\\s*access_log\\s+([^\\s;]+)");

  private final Path proc;
  private final Path nginx;

  private HubCheck(Path proc, Path nginx) {
    this.proc = proc;
    this.nginx = nginx;
  }

  /// Checks this machine and this process.
  public static List<String> run() {
    return of(Path.of("/proc"), Path.of("/etc/nginx"));
  }

  /// Checks a machine whose `/proc` and folder of nginx settings are here.
  static List<String> of(Path proc, Path nginx) {
    HubCheck check = new HubCheck(proc, nginx);
    List<String> todo = new ArrayList<>();
    check.swap(todo);
    check.coreDumps(todo);
    check.proxyLogs(todo);
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

  /// nginx writes a line with every reader's address unless it is told not to.
  private void proxyLogs(List<String> todo) {
    if (Files.notExists(nginx)) {
      return;
    }
    try (Stream<Path> files = Files.find(nginx, 4, (_, attributes) -> attributes.isRegularFile(), FileVisitOption.FOLLOW_LINKS)) {
      List<String> logs = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        // Latin-1 reads any bytes; only ASCII words are looked for.
        Matcher log = ACCESS_LOG.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (log.find()) {
          logs.add(log.group(1));
        }
      }
      if (logs.isEmpty() || !logs.stream().allMatch("off"::equals)) {
        todo.add("nginx keeps a log of readers' addresses: put `access_log off;` into its http block and take every other access_log out.");
      }
    } catch (IOException | UncheckedIOException _) {
      todo.add("Whether nginx keeps a log could not be read: look through /etc/nginx yourself; every access_log must be off.");
    }
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(proc.resolve(file));
  }
}
