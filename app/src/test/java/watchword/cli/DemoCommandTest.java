package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import watchword.drill.QuestionScore;
import watchword.drill.Score;
import watchword.seal.Epoch;

/// `demo` as who starts it sees it: where to look, what is left when it ends.
@Tag("slow")
class DemoCommandTest {

  private static final String[] FIGURES = {
    "seed", "sent", "acknowledged", "opened", "lost", "incidents", "trueIncidents", "published", "truePublished",
    "plantedPublished", "markerLeaks", "pairF1", "medianMinutesToPublish", "questionBaseBrier", "questionComputedBrier",
    "questionJudgedBrier", "judgementsTold"
  };

  @TempDir Path home;

  @Test
  void ctrl_c_keeps_the_board_that_was_asked_for_and_removes_all_else() throws Exception {
    Machine machine = Machine.at(home);
    Path board = home.resolve("kept");
    try (Machine.Running demo = machine.start(
        "demo", "--port", "0", "--reports", "20", "--planted", "2", "--json", "--keep-board", board.toString())) {
      assertThat(demo.said().get("members")).hasSize(2);
      assertThat(get(demo.said().get("board").asText())).contains("<title>");
      assertThat(get(demo.said().get("console").asText() + "unlock")).contains("Passphrase");
      // Bundles follow the machine's clock, or no page would seal.
      String bundle = "bundle/" + Epoch.of(Instant.now()).date() + ".bin";
      assertThat(get(demo.said().get("board").asText() + bundle)).startsWith("watchword.bundle");
      assertThat(left()).isNotEmpty();
    }
    verify(machine, board);
    assertThat(left()).isEmpty();
    assertThat(errors()).as("stopping is no fault").allSatisfy(file -> assertThat(file).isEmptyFile());
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0, 0", "1, 0, 0, 1", "0, 1, 0, 1", "0, 0, 1, 1"})
  void an_evening_that_lost_published_or_leaked_what_it_should_not_exits_1(int lost, int planted, int leaks, int exit) {
    Score score = new Score(1, 300, 300, 300 - lost, lost, 60, 20, 25, 19, planted, leaks, 0.9, 7, new QuestionScore(0.008, 0.02, 0.01, 3));
    StringWriter alone = new StringWriter();
    StringWriter table = new StringWriter();
    assertThat(DemoCommand.tell(new PrintWriter(alone), score, true)).isEqualTo(exit);
    assertThat(DemoCommand.tell(new PrintWriter(table), score, false)).isEqualTo(exit);
    assertThat(table.toString()).startsWith("One evening in Lorne, seed 1\n").contains("planted and published", "  by the desk's judgements                   0.0100", "judgements told");
    assertThat(table.toString()).endsWith("\n" + alone);
    assertThat(Machine.parse(alone.toString()).propertyStream().map(Map.Entry::getKey)).containsExactly(FIGURES);
  }

  @ParameterizedTest
  @CsvSource({"--planted, 400", "--planted, -1", "--reports, 0", "--speed, 0", "--speed, 1e9", "--speed, fast"})
  void an_option_out_of_its_range_is_misuse_in_one_sentence(String option, String value) throws Exception {
    StringWriter err = new StringWriter();
    CommandLine line = Main.line();
    line.setErr(new PrintWriter(err));
    assertThat(line.execute("demo", option, value)).isEqualTo(2);
    String about = value.equals("fast") ? option : "is a number";
    assertThat(err.toString().lines().findFirst()).hasValueSatisfying(said -> assertThat(said).contains(about));
    assertThat(left()).isEmpty();
  }

  @Test
  void an_evening_played_at_once_leaves_nothing_when_it_is_stopped() throws Exception {
    Path output = home.resolve("said");
    Process demo = Machine.at(home).process("demo", "--once").redirectErrorStream(true).redirectOutput(output.toFile()).start();
    while (demo.isAlive() && left().isEmpty()) {
      Thread.sleep(20);
    }
    demo.destroy();
    demo.waitFor();
    assertThat(output).isEmptyFile();
    assertThat(left()).isEmpty();
  }

  @Test
  void a_port_that_is_taken_is_said_and_nothing_is_left() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      Machine.Ended ended = Machine.at(home).run("demo", "--port", String.valueOf(taken.getLocalPort()));
      assertThat(ended.exit()).isEqualTo(1);
      assertThat(ended.err()).contains("is taken; choose another with --port").hasLineCount(1);
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void a_taken_port_of_the_console_is_said_too() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      Machine.Ended ended = Machine.at(home).run("demo", "--port", String.valueOf(taken.getLocalPort() - 1));
      assertThat(ended.exit()).isEqualTo(1);
      assertThat(ended.err()).contains("is taken; choose another with --port").hasLineCount(1);
    }
    assertThat(left()).isEmpty();
  }

  /// As the board's own "check" page tells a reader to do.
  private static void verify(Machine machine, Path board) throws Exception {
    String key = Files.readAllLines(board.resolve("minisign.pub")).get(1);
    assertThat(Files.readString(board.resolve("check.html"))).contains("./watchword board verify --key " + key);
    Machine.Ended whole = machine.run("board", "verify", "--key", key, board.toString(), "--json");
    assertThat(whole.exit()).as(whole.out() + whole.err()).isZero();
    assertThat(whole.json().get("whole").booleanValue()).isTrue();
    assertThat(machine.run("board", "verify", "--key", key, board.toString()).out().lines().findFirst().orElseThrow())
        .as("to the second").matches("Whole: .* signed them at [-0-9]{10}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?Z\\.");
    Files.writeString(board.resolve("now.txt"), "all is quiet");
    Machine.Ended broken = machine.run("board", "verify", "--key", key, board.toString());
    assertThat(broken.exit()).isEqualTo(1);
    assertThat(broken.out().lines()).containsExactly("now.txt is not the file that was signed");
    assertThat(machine.run("board", "verify", "--key", "RWnonsense", board.toString()).exit()).isEqualTo(2);
  }

  private List<Path> left() throws IOException {
    return named("watchword-demo");
  }

  private List<Path> errors() throws IOException {
    return named("err");
  }

  private List<Path> named(String start) throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.filter(file -> file.getFileName().toString().startsWith(start)).toList();
    }
  }

  private static String get(String address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}
