package watchword.hub;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import watchword.seal.Bytes;
import watchword.seal.Layout;
import watchword.seal.VerifyKey;

/// A hub, or a server that forgets nothing, in a process of its own: to be killed, or searched.
final class Child implements AutoCloseable {
  /// Room for 375 reports without work in one generation.
  static final Slots MANY = new Slots(new Layout(500, 0, 0, 0, 0), new Layout(0, 2, 1, 0, 0), new Layout(1, 0, 0, 0, 0));

  /// As the product's by the minute, with fewer of the larger sizes.
  private static final Slots USUAL = new Slots(new Layout(64, 0, 0, 0, 0), new Layout(0, 2, 1, 0, 0), new Layout(1, 0, 0, 0, 0));

  private final Process process;
  private final BufferedReader out;
  private final int port;

  private Child(Process process) throws IOException {
    this.process = process;
    this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.port = Integer.parseInt(out.readLine());
  }

  static Child hub(Path folder, VerifyKey gate) throws IOException {
    return start("hub", folder.toString(), gate.raw().toString());
  }

  static Child leaky() throws IOException {
    return start("leaky");
  }

  /// A hub that begins new generations by itself, thirty times as often as the product's, and whose words on standard error go to a file.
  static Child ticking(Path folder, VerifyKey gate, Path errors) throws IOException {
    return start(ProcessBuilder.Redirect.to(errors.toFile()), "ticking", folder.toString(), gate.raw().toString());
  }

  private static Child start(String... args) throws IOException {
    return start(ProcessBuilder.Redirect.INHERIT, args);
  }

  private static Child start(ProcessBuilder.Redirect errors, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-cp",
        System.getProperty("java.class.path"), Child.class.getName()));
    command.addAll(List.of(args));
    return new Child(new ProcessBuilder(command).redirectError(errors).start());
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /// Bytes of objects that are still in use, after a full collection.
  long liveHeap() throws IOException {
    String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process jcmd = new ProcessBuilder(program, Long.toString(pid()), "GC.class_histogram").redirectErrorStream(true).start();
    try (BufferedReader lines = jcmd.inputReader()) {
      String total = lines.lines().filter(line -> line.startsWith("Total")).findFirst().orElseThrow(() -> new IOException("no histogram"));
      return Long.parseLong(total.strip().split(" +", 4)[2]);
    }
  }

  /// KiB of the process's memory that are in the machine's.
  long resident() throws IOException {
    return status("VmRSS:");
  }

  long threads() throws IOException {
    return status("Threads:");
  }

  private long status(String field) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream().filter(line -> line.startsWith(field))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
  }

  /// How many faults of its own a ticking hub counted: it tells when its input ends, and ends.
  String faults() throws IOException {
    process.getOutputStream().close();
    return String.valueOf(out.readLine());
  }

  /// All that a ticking hub has said beside port and faults; it has ended.
  String said(Path errors) throws IOException {
    return out.lines().collect(Collectors.joining("\n")) + Files.readString(errors);
  }

  /// Kills as `kill -9` does: nothing is flushed, nothing closed.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] args) throws Exception {
    if (args[0].equals("ticking")) {
      try (Hub hub = openHub(Path.of(args[1]), args[2], USUAL)) {
        System.out.println(hub.port().orElseThrow());
        tickUntilInputEnds(hub);
        System.out.println(hub.faults());
      }
      return;
    }
    System.out.println(args[0].equals("hub") ? openHub(Path.of(args[1]), args[2], MANY).port().orElseThrow() : openLeaky());
    Thread.sleep(Long.MAX_VALUE);
  }

  private static void tickUntilInputEnds(Hub hub) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Thread ticks = Thread.ofPlatform().start(() -> {
      for (int tick = 0; !over.get(); tick++) {
        try {
          hub.tickSmall();
          if (tick % 15 == 0) {
            hub.tickLarge();
          }
          Thread.sleep(2_000);
        } catch (IOException | InterruptedException _) {
          over.set(true);
        }
      }
    });
    System.in.readAllBytes();
    over.set(true);
    ticks.interrupt();
    ticks.join();
  }

  private static Hub openHub(Path folder, String gate, Slots slots) throws IOException {
    HubConfig config = new HubConfig(folder.resolve("data"), folder.resolve("board"), folder.resolve("bundles"),
        new Listen.Port(0), new VerifyKey(Bytes.ofHex(gate)), slots, 8, 64);
    return Hub.open(config, InstantSource.system());
  }

  /// The JDK's own server, as it comes.
  private static int openLeaky() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    });
    server.start();
    return server.getAddress().getPort();
  }
}
