package watchword.drill.seizure;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/// An ordinary server: the JDK's own, with an access log as servers have them, and no thought of what stays behind.
///
/// The same search has to find visitors here, or it is blind.
final class LeakyServer {
  private static final int THREADS = 8;
  private static final int TAKEN = 204;

  private LeakyServer() {}

  /// Serves until it is killed; tells its port.
  public static void main(String[] args) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    BufferedWriter log = Files.newBufferedWriter(Path.of("access.log"), StandardCharsets.UTF_8);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    server.createContext("/", exchange -> serve(exchange, log));
    server.start();
    System.out.println(server.getAddress().getPort());
  }

  private static void serve(HttpExchange exchange, BufferedWriter log) throws IOException {
    try (exchange; InputStream body = exchange.getRequestBody()) {
      note(exchange, log);
      body.readAllBytes();
      exchange.sendResponseHeaders(TAKEN, -1);
    }
  }

  private static void note(HttpExchange exchange, BufferedWriter log) throws IOException {
    Headers told = exchange.getRequestHeaders();
    String line = String.join(" ",
        exchange.getRemoteAddress().getAddress().getHostAddress(), exchange.getRequestMethod(), exchange.getRequestURI().toString(),
        '"' + told.getFirst("Referer") + '"', '"' + told.getFirst("User-Agent") + '"');
    synchronized (log) {
      log.write(line + "\n");
      log.flush();
    }
  }
}
