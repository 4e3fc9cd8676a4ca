package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void prepare() throws IOException {
    Files.createDirectories(folder.resolve("bundles"));
    Files.writeString(Files.createDirectories(folder.resolve("board")).resolve("index.html"), "<h1>Now</h1>");
    Files.writeString(folder.resolve("gate.pub"), "ab".repeat(32) + "\n");
  }

  private String[] args(String... more) {
    String[] args = {"hub", "--data", folder.resolve("data").toString(), "--board", folder.resolve("board").toString(),
        "--bundles", folder.resolve("bundles").toString(), "--gate", folder.resolve("gate.pub").toString()};
    String[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return all;
  }

  private static String misuse(String... args) {
    StringWriter err = new StringWriter();
    int exit = Main.line().setErr(new PrintWriter(err)).execute(args);
    assertThat(exit).isEqualTo(2);
    return err.toString();
  }

  @Test
  void the_hub_serves_the_board_until_it_is_stopped_and_says_nothing_of_requests() throws Exception {
    StringWriter err = new StringWriter();
    CompletableFuture<Integer> exit = new CompletableFuture<>();
    try (PipedReader pipe = new PipedReader(); BufferedReader out = new BufferedReader(pipe)) {
      PrintWriter to = new PrintWriter(new PipedWriter(pipe));
      Thread hub = Thread.ofPlatform().start(() -> {
        int code = Main.line().setOut(to).setErr(new PrintWriter(err)).execute(args("--port", "0", "--json"));
        to.close();
        exit.complete(code);
      });
      JsonNode told = JsonMapper.builder().build().readTree(out.readLine());
      String before = err.toString();
      URI now = URI.create("http://127.0.0.1:" + told.get("port").intValue() + "/");
      try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
        assertThat(client.send(HttpRequest.newBuilder(now).build(), HttpResponse.BodyHandlers.ofString()).body()).isEqualTo("<h1>Now</h1>");
      }
      hub.interrupt();
      assertThat(exit.get()).isZero();
      assertThat(err.toString()).isEqualTo(before);
      assertThat(out.readLine()).isNull();
    }
  }

  @Test
  void a_port_that_is_taken_is_named_and_the_folder_is_not_blamed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StringWriter err = new StringWriter();
      int exit = Main.line().setErr(new PrintWriter(err)).execute(args("--port", Integer.toString(other.getLocalPort())));
      assertThat(exit).isEqualTo(1);
      assertThat(err.toString()).contains("port " + other.getLocalPort() + " is taken").doesNotContain("folder");
    }
  }

  @Test
  void what_is_missing_or_wrong_is_said_in_one_sentence() throws IOException {
    assertThat(misuse("hub")).contains("the hub needs --data, --board, --bundles and --gate");
    assertThat(misuse(args("--port", "1", "--socket", "s"))).contains("--port or --socket, not both");
    assertThat(misuse(args("--port", "65536"))).contains("--port must be 0 to 65535");
    Path desk = Files.createDirectories(folder.resolve("data")).resolve("desk.txt");
    Files.writeString(desk, "watchword.desk/1\n");
    assertThat(misuse(args("--port", "0"))).contains("is a desk's folder").contains("on another machine");
    Files.delete(desk);
    Files.delete(folder.resolve("data"));
    Files.writeString(folder.resolve("data"), "");
    assertThat(misuse(args("--port", "0"))).contains("data is not a folder: name a new one or the hub's own").doesNotContain("port");
    Files.delete(folder.resolve("data"));
    Files.writeString(folder.resolve("gate.pub"), "ABC");
    assertThat(misuse(args())).contains("should be one line of 64 lower-case hexadecimal digits");
    Files.delete(folder.resolve("board/index.html"));
    Files.delete(folder.resolve("board"));
    assertThat(misuse(args())).contains("--board").contains("is not a folder");
  }

  @Test
  void check_says_what_to_do_and_exits_by_it() throws IOException {
    StringWriter out = new StringWriter();
    int exit = Main.line().setOut(new PrintWriter(out)).execute("hub", "check", "--json");
    JsonNode todo = JsonMapper.builder().build().readTree(out.toString()).get("todo");
    assertThat(todo.isArray()).isTrue();
    assertThat(exit).isEqualTo(todo.isEmpty() ? 0 : 1);
  }
}
