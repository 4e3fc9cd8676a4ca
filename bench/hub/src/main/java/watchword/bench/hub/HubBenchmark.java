package watchword.bench.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import watchword.seal.GenerationHeader;
import watchword.seal.SealedSize;

/// Measures the hub and writes one table with the machine's load before and after.
final class HubBenchmark {
  private static final int WIDE = 16_384;
  private static final int BURST = 8_000;
  private static final int SENDERS = 16;
  private static final int PAGES = 60_000;
  private static final int PAGE_BYTES = 10_000;
  private static final int FLOOD = 100_000;
  private static final int FLOOD_AT_ONCE = 64;
  private static final double TICKS_PER_SECOND = 100;

  private final Path folder;
  private final List<String> rows = new ArrayList<>();
  private final byte[] filling = new byte[SealedSize.SMALL.bytes()];

  private HubBenchmark(Path folder) {
    this.folder = folder;
    new Random(1).nextBytes(filling);
  }

  /// Measures everything and writes the table.
  ///
  /// @param args the file to write, the commit
  public static void main(String[] args) throws Exception {
    String before = load();
    Path folder = Files.createTempDirectory("hub-bench-");
    try {
      HubBenchmark benchmark = new HubBenchmark(folder);
      benchmark.burst();
      benchmark.pages();
      benchmark.flood("-Xmx512m");
      benchmark.flood("-Xmx64m");
      Files.writeString(Path.of(args[0]), "# Hub, " + Instant.now().truncatedTo(ChronoUnit.MINUTES) + "\n\nCommit " + args[1] + ", Java "
          + Runtime.version().feature() + ", " + Runtime.getRuntime().availableProcessors()
          + " processors shared by hub and load; load average before: " + before + ", after: " + load()
          + ". How to repeat it: `bench/hub/run`.\n\n| what | aim | measured |\n|---|---|---|\n" + String.join("\n", benchmark.rows) + "\n");
    } finally {
      delete(folder);
    }
  }

  private void burst() throws Exception {
    try (Child hub = hub("burst", "-Xmx512m", WIDE)) {
      awaitPrepared("burst");
      double before = hub.cpuSeconds();
      Load.Result result = Load.run(hub.port, BURST, SENDERS, number -> Load.report(filling, number), 204);
      double cpu = hub.cpuSeconds() - before;
      row("durable 16 KiB reports a second, burst of 8,000 into 16,384 slots, 16 senders", "≥ 500", rounded(result.wanted() / result.seconds(), 0));
      row("p95 of a report, ms", "≤ 100", rounded(result.p95Millis(), 1));
      Set<Integer> lost = new HashSet<>(result.right());
      lost.removeAll(held("burst"));
      row(
          "acknowledged; of these not in the generation; requests that broke", "0 lost",
          result.wanted() + "; " + lost.size() + "; " + result.broken());
      row("hub's processor time per report, ms", "≤ 2", rounded(cpu * 1000 / result.requests(), 2));
    }
  }

  private void pages() throws Exception {
    try (Child hub = hub("pages", "-Xmx512m", 64); Child nginx = nginx(folder.resolve("pages/board"))) {
      double ours = 0;
      double theirs = 0;
      for (int round = 0; round < 3; round++) { // the last one counts: the JVM is warm by then
        ours = pagesPerSecond(hub.port);
        theirs = pagesPerSecond(nginx.port);
      }
      row(
          "pages of 10 KB a second, 16 readers; nginx in the same run; share", "≥ 5,000; ≥ 0.3",
          rounded(ours, 0) + "; " + rounded(theirs, 0) + "; " + rounded(ours / theirs, 2));
    }
  }

  /// Pages that came whole; a failed request is no page.
  private static double pagesPerSecond(int port) throws InterruptedException {
    Load.Result result = Load.run(port, PAGES, SENDERS, _ -> Load.page(), 200);
    if (result.wanted() < PAGES) {
      System.out.println((PAGES - result.wanted()) + " of " + PAGES + " pages did not come: " + result.broken());
    }
    return result.wanted() / result.seconds();
  }

  private void flood(String heap) throws Exception {
    try (Child hub = hub("flood" + heap, heap, WIDE)) {
      awaitPrepared("flood" + heap);
      Load.Result _ = Load.run(hub.port, FLOOD / 20, FLOOD_AT_ONCE, number -> Load.report(filling, number), 204);
      AtomicBoolean over = new AtomicBoolean();
      List<Long> resident = new ArrayList<>();
      Thread watch = Thread.ofPlatform().start(() -> watch(hub, over, resident));
      Load.Result result = Load.run(hub.port, FLOOD, FLOOD_AT_ONCE, number -> Load.report(filling, number), 204);
      over.set(true);
      watch.join();
      long least = resident.stream().mapToLong(Long::longValue).min().orElse(0);
      long most = resident.stream().mapToLong(Long::longValue).max().orElse(0);
      row(
          "resident memory under " + FLOOD + " posts, 64 at once, `" + heap + "`, least to most, MB (posts a second, taken, broken)",
          "flat within 64; runs in 256",
          least / 1024 + " to " + most / 1024 + " (" + rounded(result.perSecond(), 0) + ", " + result.wanted() + ", " + result.broken() + ")");
    }
  }

  private static void watch(Child hub, AtomicBoolean over, List<Long> resident) {
    try {
      while (!over.get()) {
        resident.add(hub.residentKilobytes());
        Thread.sleep(250);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("the hub ended under the flood", e);
    }
  }

  private static String rounded(double figure, int decimals) {
    return BigDecimal.valueOf(figure).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  private void row(String what, String aim, String measured) {
    rows.add("| " + what + " | " + aim + " | " + measured + " |");
    System.out.println(rows.getLast());
  }

  /// A server in a process of its own.
  private record Child(Process process, int port) implements AutoCloseable {

    double cpuSeconds() throws IOException {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 15);
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    long residentKilobytes() throws IOException {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream().filter(line -> line.startsWith("VmRSS"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
    }

    @Override
    public void close() throws IOException {
      process.destroy();
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Child hub(String name, String heap, int slots) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.write(Files.createDirectories(home.resolve("board")).resolve("index.html"), new byte[PAGE_BYTES]);
    Files.createDirectories(home.resolve("bundles"));
    Process process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", heap,
        "-cp", System.getProperty("java.class.path"), Server.class.getName(),
        home.toString(), Integer.toString(slots)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader(); // left open: the hub says no more
    return new Child(process, Integer.parseInt(out.readLine()));
  }

  private Child nginx(Path root) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path home = Files.createDirectories(folder.resolve("nginx"));
    Path file = Files.writeString(home.resolve("nginx.conf"), "user root; worker_processes 2; pid " + home.resolve("pid")
        + "; error_log /dev/null crit; events {} http { access_log off; sendfile on; tcp_nodelay on; keepalive_requests 1000000; "
        + "server { listen 127.0.0.1:" + port + "; root " + root + "; } }\n");
    Process process = new ProcessBuilder("nginx", "-c", file.toString(), "-p", home.toString(), "-g", "daemon off;").inheritIO().start();
    Thread.sleep(2_000);
    return new Child(process, port);
  }

  /// Preparing the next generation takes a core; it happens once a tick, so it is left out of a burst of seconds.
  private void awaitPrepared(String name) throws Exception {
    long size = -1;
    while (size < (long) WIDE * filling.length) {
      Thread.sleep(500);
      try (Stream<Path> files = Files.list(folder.resolve(name + "/data"))) {
        size = files.filter(file -> file.getFileName().toString().startsWith("next-")).mapToLong(file -> file.toFile().length()).max().orElse(0);
      }
    }
    Thread.sleep(2_000);
  }

  /// Returns the numbers of the burst's reports that are in the generation's file.
  private Set<Integer> held(String name) throws IOException {
    Set<Integer> found = new HashSet<>();
    try (Stream<Path> files = Files.list(folder.resolve(name + "/data"))) {
      for (Path file : files.filter(one -> one.getFileName().toString().startsWith("current-")).toList()) {
        try (FileChannel channel = FileChannel.open(file)) {
          ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);
          for (long at = GenerationHeader.BYTES; at < channel.size(); at += filling.length) {
            channel.read(eight.clear(), at);
            long mark = eight.getLong(0);
            if (mark >= Load.mark(0) && mark < Load.mark(BURST)) {
              found.add(Math.toIntExact(mark - Load.mark(0)));
            }
          }
        }
      }
    }
    return found;
  }

  private static String load() throws IOException {
    return String.join(" ", List.of(Files.readString(Path.of("/proc/loadavg")).split(" ", 4)).subList(0, 3));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
