package watchword.hub;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import watchword.seal.Bytes;
import watchword.seal.Layout;
import watchword.seal.VerifyKey;

/// A hub, or a server that forgets nothing, in a process of its own: to be killed, or searched.
final class Child implements AutoCloseable {
  /// Room for 375 reports without work in one generation.
  static final Slots MANY = new Slots(new Layout(500, 0, 0, 0, 0), new Layout(0, 2, 1, 0, 0), new Layout(1, 0, 0, 0, 0));

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

  private static Child start(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-cp",
        System.getProperty("java.class.path"), Child.class.getName()));
    command.addAll(List.of(args));
    return new Child(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
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
    System.out.println(args[0].equals("hub") ? openHub(Path.of(args[1]), args[2]) : openLeaky());
    Thread.sleep(Long.MAX_VALUE);
  }

  private static int openHub(Path folder, String gate) throws IOException {
    HubConfig config = new HubConfig(folder.resolve("data"), folder.resolve("board"), folder.resolve("bundles"),
        new Listen.Port(0), new VerifyKey(Bytes.ofHex(gate)), MANY, 8, 64);
    return Hub.open(config, InstantSource.system()).port().orElseThrow();
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
