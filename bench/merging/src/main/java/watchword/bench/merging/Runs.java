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
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /// What the product may take of memory on the way: the aim of the issue.
  static final String LEAN_HEAP = "-Xmx1500m";

  private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->(\\d+)M\\(");

  /// What a process took.
  ///
  /// @param wallSeconds from start to end of the process, its virtual machine's start among them
  /// @param cpuSeconds as the system last told while it ran, so up to a twentieth of a second short
  public record Spent(double wallSeconds, double cpuSeconds) {}

  /// A run of the product that is watched from outside.
  ///
  /// @param residentMegabytes the most the system ever held of it in memory
  /// @param heapBefore the most that stood in the heap before a collection, megabytes
  /// @param heapAfter the most after one
  record Watched(Optional<Spent> spent, long residentMegabytes, long heapBefore, long heapAfter, String note) {}

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
    command.addAll(List.of("-cp", peers(), "watchword.bench.peers.PeerMain", name, file.toString(), folder.toString()));
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

  /// `merge FILE --clusters OUT.csv` with the heap of the aim, however long it takes up to a limit.
  Watched watched(Path file, Path out, Duration patience) throws IOException, InterruptedException {
    Path collections = scratch.resolve("collections.log");
    List<String> command = List.of(launcher(), LEAN_HEAP, "-XX:+UseSerialGC", "-Xlog:gc:file=" + collections + "::filecount=0",
        "-jar", project.resolve("app/target/watchword-app-0.1.0.jar").toString(), "merge", file.toString(),
        "--clusters", out.toString());
    long[] resident = new long[1];
    Outcome outcome = run(command, patience, process -> resident[0] = Math.max(resident[0], residentMegabytes(process)));
    long before = 0;
    long after = 0;
    for (Matcher each = COLLECTED.matcher(Files.readString(collections)); each.find(); ) {
      before = Math.max(before, Long.parseLong(each.group(1)));
      after = Math.max(after, Long.parseLong(each.group(2)));
    }
    return new Watched(outcome.spent(), resident[0], before, after, outcome.note());
  }

  /// A process that tells on its standard output how long each of several runs took: `WALL CPU` a line, seconds.
  List<Spent> warm(List<String> rest, Duration patience) throws IOException, InterruptedException {
    List<String> command = java();
    command.addAll(rest);
    Outcome outcome = run(command, patience, process -> {});
    if (outcome.spent().isEmpty()) {
      return List.of();
    }
    List<Spent> runs = new ArrayList<>();
    for (String line : Files.readAllLines(scratch.resolve("last.log"))) {
      String[] seconds = line.split(" ", -1);
      if (line.matches("[0-9.]+ [0-9.]+")) {
        runs.add(new Spent(Double.parseDouble(seconds[0]), Double.parseDouble(seconds[1])));
      }
    }
    return runs;
  }

  /// An archive of so many rows, by the generator that the tests of the product use.
  Path rows(long rows, String shape) throws IOException, InterruptedException {
    Path file = scratch.resolve(shape + rows + ".csv");
    String generator = project.resolve("app/src/test/java/watchword/archive/ManyRows.java").toString();
    Outcome outcome = run(List.of(launcher(), generator, file.toString(), String.valueOf(rows), shape),
        Duration.ofHours(1), process -> {});
    if (outcome.spent().isEmpty()) {
      throw new IllegalStateException("the rows were not written: " + outcome.note());
    }
    return file;
  }

  String peers() {
    return project.resolve("bench/peers/target/*") + File.pathSeparator + project.resolve("bench/peers/target/lib/*");
  }

  private static long residentMegabytes(Process process) {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024).findFirst().orElse(0);
    } catch (IOException e) {
      // It has just ended, or this system tells nothing of the kind.
      return 0;
    }
  }

  private static String launcher() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /// The beginning of a command line: this JDK, the same heap for all.
  public static List<String> java() {
    return new ArrayList<>(List.of(launcher(), HEAP, "-XX:+UseSerialGC"));
  }

  /// Runs a command to its end; what it prints is in `last.log`.
  public Outcome run(List<String> command) throws IOException, InterruptedException {
    return run(command, PATIENCE, process -> {});
  }

  private Outcome run(List<String> command, Duration patience, Consumer<Process> look)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true).redirectOutput(scratch.resolve("last.log").toFile()).start();
    Duration cpu = Duration.ZERO;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      cpu = process.info().totalCpuDuration().orElse(cpu);
      look.accept(process);
      if (System.nanoTime() - start > patience.toNanos()) {
        process.destroyForcibly().waitFor();
        return new Outcome(Map.of(), Optional.empty(), "did not finish in " + patience.toSeconds() + " s");
      }
    }
    if (process.exitValue() != 0) {
      return new Outcome(Map.of(), Optional.empty(), "failed with exit code " + process.exitValue());
    }
    return new Outcome(Map.of(), Optional.of(new Spent((System.nanoTime() - start) / 1e9, cpu.toMillis() / 1e3)), "");
  }
}
