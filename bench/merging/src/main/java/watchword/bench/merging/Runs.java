package watchword.bench.merging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs the product and its peers, each in a process of its own with the same heap and the same patience.
///
/// @param project holds `app/target` and `bench/peers/target`
/// @param scratch is filled with what the processes write
public record Runs(Path project, Path scratch) {

  /// Longer than this, and the table says that a peer did not finish.
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String HEAP = "-Xmx2g";
  private static final long LOOK_MILLIS = 50;

  /// What a process took.
  ///
  /// @param wallSeconds from start to end of the process, its virtual machine's start among them
  /// @param cpuSeconds as the system last told while it ran, so up to a twentieth of a second short
  public record Spent(double wallSeconds, double cpuSeconds) {}

  /// What a way made of a file by each of its settings; the product has one.
  public record Outcome(Map<String, Map<String, String>> clusters, Optional<Spent> spent, String note) {}

  /// `merge FILE… --clusters OUT.csv` with no other option.
  Outcome product(Path... files) throws IOException, InterruptedException {
    Path out = Files.createTempFile(scratch, "clusters", ".csv");
    List<String> command = java();
    command.addAll(List.of("-jar", project.resolve("app/target/watchword-app-0.1.0.jar").toString(), "merge"));
    Stream.of(files).map(Path::toString).forEach(command::add);
    command.addAll(List.of("--clusters", out.toString()));
    Outcome outcome = run(command);
    return outcome.spent().isEmpty() ? outcome : new Outcome(Map.of("default", Table.read(out).column("id",
        "incident")), outcome.spent(), "");
  }

  Outcome peer(String name, Path file) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(scratch, name);
    List<String> command = java();
    String jars = project.resolve("bench/peers/target/*") + File.pathSeparator
        + project.resolve("bench/peers/target/lib/*");
    command.addAll(List.of("-cp", jars, "watchword.bench.peers.PeerMain", name, file.toString(), folder.toString()));
    Outcome outcome = run(command);
    if (outcome.spent().isEmpty()) {
      return outcome;
    }
    Map<String, Map<String, String>> clusters = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.sorted().toList()) {
        clusters.put(each.getFileName().toString().replace(".csv", ""), Table.read(each).column("id", "incident"));
      }
    }
    return new Outcome(clusters, outcome.spent(), "");
  }

  /// The beginning of a command line: this JDK, the same heap for all.
  public static List<String> java() {
    return new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP,
        "-XX:+UseSerialGC"));
  }

  /// Runs a command to its end; what it prints is in `last.log`.
  public Outcome run(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true).redirectOutput(scratch.resolve("last.log").toFile()).start();
    Duration cpu = Duration.ZERO;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      cpu = process.info().totalCpuDuration().orElse(cpu);
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        process.destroyForcibly().waitFor();
        return new Outcome(Map.of(), Optional.empty(), "did not finish in " + PATIENCE.toSeconds() + " s");
      }
    }
    if (process.exitValue() != 0) {
      return new Outcome(Map.of(), Optional.empty(), "failed with exit code " + process.exitValue());
    }
    return new Outcome(Map.of(), Optional.of(new Spent((System.nanoTime() - start) / 1e9, cpu.toMillis() / 1e3)), "");
  }
}
