package watchword.bench.hub;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import watchword.seal.SealedSize;

/// How long an honest sender waits for its `204`, alone and beside 64 who hold connections open.
///
/// A sender opens a connection for each report, as a browser does that comes once. Rounds alone and beside holders follow each other, so that
/// both see the machine's other load.
final class HoldersBenchmark {
  private static final int HOLDERS = 64;
  private static final int ROUNDS = 7;
  private static final int REPORTS = 500;
  private static final int WARM_UP = 600;
  /// Half of a generation is free of work, and all rounds go into one: no tick falls into a round.
  private static final int SLOTS = 16_384;
  /// An honest sender does not come the moment the one before is done.
  private static final Duration BETWEEN = Duration.ofMillis(3);

  private final int port;
  private final byte[] filling = new byte[SealedSize.SMALL.bytes()];
  private int number;

  private HoldersBenchmark(int port) {
    this.port = port;
    new Random(1).nextBytes(filling);
  }

  /// Measures and prints a table.
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("hub-holders-");
    Process hub = hub(folder);
    try (BufferedReader out = hub.inputReader()) {
      HoldersBenchmark benchmark = new HoldersBenchmark(Integer.parseInt(out.readLine()));
      awaitPrepared(folder.resolve("data"));
      benchmark.run();
    } finally {
      hub.destroy();
      hub.waitFor(10, TimeUnit.SECONDS);
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void run() throws Exception {
    double _ = p95(WARM_UP);
    List<Double> alone = new ArrayList<>();
    List<Double> beside = new ArrayList<>();
    System.out.println("| round | p95 alone, ms | p95 beside " + HOLDERS + " holders, ms | cut meanwhile | load |\n|---|---|---|---|---|");
    for (int round = 1; round <= ROUNDS; round++) {
      alone.add(p95(REPORTS));
      int cut;
      try (Holders holders = Holders.of(port, HOLDERS)) {
        beside.add(p95(REPORTS));
        cut = holders.cut();
      }
      String load = Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
      System.out.printf("| %d | %.1f | %.1f | %d | %s |%n", round, alone.getLast(), beside.getLast(), cut, load);
    }
    System.out.printf("| median | %.1f | %.1f | | ratio %.2f |%n", median(alone), median(beside), median(beside) / median(alone));
  }

  /// Sends so many reports one after another; returns the p95 in milliseconds from connecting to the last byte of the answer.
  private double p95(int reports) throws Exception {
    double[] millis = new double[reports];
    for (int i = 0; i < reports; i++) {
      byte[] request = Load.report(filling, number++);
      Thread.sleep(BETWEEN);
      long begun = System.nanoTime();
      String status = exchange(request);
      millis[i] = (System.nanoTime() - begun) / 1e6;
      if (!status.startsWith("HTTP/1.1 204")) {
        throw new IOException("an honest report was not taken: " + status);
      }
    }
    Arrays.sort(millis);
    return millis[reports * 95 / 100];
  }

  private String exchange(byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(request);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int b = in.read();
        if (b < 0) {
          throw new IOException("an honest sender was cut");
        }
        head.append((char) b);
      }
      return head.substring(0, head.indexOf("\r\n"));
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static Process hub(Path folder) throws IOException {
    Files.write(Files.createDirectories(folder.resolve("board")).resolve("index.html"), "<p>".getBytes(StandardCharsets.US_ASCII));
    Files.createDirectories(folder.resolve("bundles"));
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp", System.getProperty("java.class.path"),
        Server.class.getName(), folder.toString(), Integer.toString(SLOTS)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /// Preparing the next generation takes a core; it happens once a tick, so it is left out.
  private static void awaitPrepared(Path data) throws Exception {
    long size = -1;
    while (size < (long) SLOTS * SealedSize.SMALL.bytes()) {
      Thread.sleep(500);
      try (Stream<Path> files = Files.list(data)) {
        size = files.filter(file -> file.getFileName().toString().startsWith("next-")).mapToLong(file -> file.toFile().length()).max().orElse(0);
      }
    }
    Thread.sleep(2_000);
  }
}
