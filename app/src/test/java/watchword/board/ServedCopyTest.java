package watchword.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import watchword.board.BoardVerdict.Broken;
import watchword.board.BoardVerdict.Fault;
import watchword.board.BoardVerdict.Whole;

/// What a server does to who checks its copy: serve other files, other packed files, too much, or nothing more.
@Timeout(120)
class ServedCopyTest {

  private static final Duration SHORT = Duration.ofMillis(500);
  private static final String TOLD = "now.txt";

  @TempDir Path folder;

  private final Lorne.BoardKey key = Lorne.BoardKey.generate();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private Path copy;

  /// How a server answers for one file.
  private interface Answering {
    void answer(HttpExchange exchange, byte[] content) throws IOException;
  }

  @BeforeEach
  void serve() throws IOException {
    Instant now = Instant.parse("2026-11-22T13:45:10Z");
    Board board = new Board(folder.resolve("home"), Lorne.assets(folder.resolve("assets")), key.key(), key.signer(), () -> now);
    board.publish(Lorne.night().board());
    copy = board.current().toRealPath();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.close();
  }

  private URI mirror(Answering odd) {
    server.createContext("/mirror/", exchange -> {
      try (exchange) {
        String name = exchange.getRequestURI().getPath().substring("/mirror/".length());
        Path file = copy.resolve(name);
        if (!Files.isRegularFile(file)) {
          exchange.sendResponseHeaders(404, -1);
        } else if (name.equals(TOLD)) {
          odd.answer(exchange, Files.readAllBytes(file));
        } else {
          asAHubDoes(exchange, file);
        }
      }
    });
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mirror");
  }

  private static boolean asksForPacked(HttpExchange exchange) {
    return "gzip".equals(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
  }

  private static void asAHubDoes(HttpExchange exchange, Path file) throws IOException {
    Path twin = file.resolveSibling(file.getFileName() + Twin.END);
    boolean packed = asksForPacked(exchange) && Files.isRegularFile(twin);
    send(exchange, Files.readAllBytes(packed ? twin : file), packed);
  }

  private static void send(HttpExchange exchange, byte[] body, boolean packed) throws IOException {
    if (packed) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  private BoardVerdict check(URI address) throws IOException {
    try (ServedCopy served = new ServedCopy(address, SHORT.multipliedBy(40))) {
      return BoardCheck.check(served, key.key());
    }
  }

  private List<String> faults(URI address) throws IOException {
    return ((Broken) check(address)).faults().stream().map(Fault::sentence).toList();
  }

  @Test
  void a_served_copy_is_whole_or_says_which_files_differ() throws Exception {
    URI address = mirror((exchange, content) -> send(exchange, content, false));
    assertThat(BoardCheck.check(address, key.key())).isInstanceOf(Whole.class);

    Files.writeString(copy.resolve("check.html"), Files.readString(copy.resolve("check.html")).replace("harbor", "harbar"));
    Files.writeString(copy.resolve("assets/tell.js"), "alert(1)".repeat(100));
    Files.delete(copy.resolve(TOLD));
    assertThat(faults(address)).containsExactlyInAnyOrder(
        "check.html is not the file that was signed", "assets/tell.js is not the file that was signed", TOLD + " is missing");
    assertThat(check(URI.create(address + "/elsewhere/"))).isInstanceOf(Broken.class);
  }

  @Test
  void a_server_that_gives_browsers_another_packed_file_is_caught() throws Exception {
    Files.write(copy.resolve("index.html.gz"), Files.readAllBytes(copy.resolve("check.html.gz")));
    Files.write(copy.resolve("check.html.gz"), new byte[] {1, 2, 3});
    Files.write(copy.resolve("manifest.json.gz"), gzip(new byte[] {1}));
    assertThat(faults(mirror((exchange, content) -> send(exchange, asksForPacked(exchange) ? new byte[9] : content, false))))
        .containsExactlyInAnyOrder(twin("index.html"), twin("check.html"), twin("manifest.json"), twin(TOLD));
  }

  @Test
  void a_server_that_packs_by_itself_is_whole_and_one_that_adds_a_byte_or_a_coding_is_not() throws Exception {
    assertThat(check(mirror((exchange, content) -> send(exchange, asksForPacked(exchange) ? gzip(content) : content, asksForPacked(exchange)))))
        .isInstanceOf(Whole.class);
    server.removeContext("/mirror/");
    assertThat(faults(mirror((exchange, content) -> send(
        exchange, asksForPacked(exchange) ? gzip(Arrays.copyOf(content, content.length + 1)) : content, asksForPacked(exchange)))))
        .containsExactly(twin(TOLD));
    server.removeContext("/mirror/");
    assertThat(faults(mirror((exchange, content) -> {
      if (asksForPacked(exchange)) {
        exchange.getResponseHeaders().set("Content-Encoding", "br");
      }
      send(exchange, content, false);
    }))).containsExactly(twin(TOLD));
  }

  @Test
  void a_packed_file_that_unpacks_without_end_is_read_no_further_than_the_file_is_long() throws Exception {
    byte[] bomb = gzip(new byte[200 << 20]);
    assertThat(faults(mirror((exchange, content) -> send(exchange, asksForPacked(exchange) ? bomb : content, asksForPacked(exchange)))))
        .containsExactly(twin(TOLD));
  }

  @Test
  void an_answer_without_end_is_read_no_further_than_the_file_is_long() throws Exception {
    assertThat(faults(mirror((exchange, content) -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] more = new byte[64 * 1024];
      while (over.getCount() > 0) {
        exchange.getResponseBody().write(more);
      }
    }))).containsExactly(TOLD + " is not the file that was signed");
  }

  @Test
  void a_server_that_stops_in_the_middle_of_a_file_ends_the_check_and_so_does_one_that_dribbles() {
    assertStopped((exchange, content) -> {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content, 0, content.length / 2);
      exchange.getResponseBody().flush();
      await();
    });
    server.removeContext("/mirror/");
    assertStopped((exchange, content) -> {
      exchange.sendResponseHeaders(200, 1 << 20);
      while (over.getCount() > 0) {
        exchange.getResponseBody().write(0);
        exchange.getResponseBody().flush();
        await(SHORT.dividedBy(10));
      }
    });
    server.removeContext("/mirror/");
    assertStopped((_, _) -> await());
  }

  private void assertStopped(Answering odd) {
    URI address = mirror(odd);
    assertThatThrownBy(() -> {
      try (ServedCopy served = new ServedCopy(address, SHORT)) {
        served.find(TOLD, 10_000);
      }
    }).isInstanceOf(HttpTimeoutException.class);
  }

  private void await() {
    await(Duration.ofMinutes(1));
  }

  private void await(Duration most) {
    try {
      over.await(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String twin(String path) {
    return path + " is not the file that was signed in its packed form (.gz), which browsers ask for";
  }
}
