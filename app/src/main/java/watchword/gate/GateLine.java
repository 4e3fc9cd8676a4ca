package watchword.gate;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The command line of a gate's process: our own classes by the JDK that runs us, with little memory and nothing left behind. No secret stands in it.
///
/// @param main whose `main` it is
/// @param options of the JVM, beside the usual ones
record GateLine(Class<?> main, List<String> options) {

  static final GateLine OURS = new GateLine(GateProcess.class, List.of());

  /// An envelope of 16 MiB is opened in less than 64 (bench/results/2026-11-30-gate-process.md); nothing that a hub or its senders do makes it hold more than one.
  private static final String HEAP = "-Xmx96m";

  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

  GateLine {
    options = List.copyOf(options);
  }

  /// Has no environment: what a desk was started with is nothing to its gate.
  ProcessBuilder builder(URI hub, Path inbox, Duration every) {
    List<String> line = new ArrayList<>();
    if (Files.isExecutable(PRLIMIT)) {
      line.addAll(List.of(PRLIMIT.toString(), "--core=0"));
    }
    line.addAll(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP, "-Xms8m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-XX:ReservedCodeCacheSize=32m", "-XX:CompressedClassSpaceSize=32m", "-XX:-UsePerfData", "-XX:+DisableAttachMechanism",
        "-XX:+ExitOnOutOfMemoryError", "-XX:-HeapDumpOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null"));
    line.addAll(options);
    line.addAll(List.of("-cp", classPath(), main.getName(), hub.toString(), inbox.toAbsolutePath().toString(), Long.toString(every.toMillis())));
    ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    return builder;
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString()).collect(Collectors.joining(File.pathSeparator));
  }
}
