package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrillCommandTest {

  @TempDir Path folder;

  private record Ended(int exit, String out, String err) {}

  private static Ended run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.line().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    return new Ended(exit, out.toString(), err.toString());
  }

  private static List<String> fields(Ended ended) throws Exception {
    JsonNode object = JsonMapper.builder().build().readTree(ended.out().lines().toList().getLast());
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_seizure_answers_a_program_with_hits_and_hits_of_the_control() throws Exception {
    Ended ended = run("drill", "seizure", "--reports", "20", "--json");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(fields(ended)).containsExactly("hits", "controlHits");
    assertThat(ended.out()).startsWith("{\"hits\":0,");
  }

  @Test
  void a_crash_answers_a_program_with_four_numbers() throws Exception {
    Ended ended = run("drill", "crash", "--kills", "4", "--seed", "2", "--json");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(fields(ended)).containsExactly("acknowledged", "opened", "lost", "kills");
    assertThat(ended.out()).contains("\"lost\":0,\"kills\":4");
  }

  @Test
  void an_infiltrator_answers_a_program_with_the_share_that_was_read_and_the_day_of_the_alarm() throws Exception {
    // 200 a day in two lanes: the quota of 60 bounds before the lane does, whatever lanes are drawn.
    Ended ended = run("drill", "infiltrator", "--lanes", "2", "--reports", "400", "--days", "2", "--only", "--json");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(fields(ended)).containsExactly("readShare", "alarmDay");
    assertThat(ended.out().lines().toList().getLast()).isEqualTo("{\"readShare\":0.3,\"alarmDay\":1}");
  }

  @Test
  void a_year_is_a_row_a_month_and_its_score_and_answers_a_program_with_both() throws Exception {
    Ended told = run("drill", "year", "--seed", "12");
    assertThat(told.exit()).as(told.err()).isZero();
    assertThat(told.out().lines().filter(line -> line.matches(" +\\d+ +(nothing|crossed day \\d+) .*"))).hasSize(12);
    assertThat(told.out()).contains("crossed day 5", "Brier 0.", " % better.");
    Ended json = run("drill", "year", "--seed", "12", "--json");
    assertThat(fields(json)).containsExactly("seed", "eventsBefore", "crossings", "brier", "brierOfBaseRate", "skill", "log", "logOfBaseRate",
        "baseline", "baselineOfBaseRate", "months");
    assertThat(json.out().lines()).hasSize(1);
  }

  @Test
  void a_month_of_a_year_is_a_row_a_day_from_quiet_to_warning_to_all_clear() throws Exception {
    Ended ended = run("drill", "year", "--seed", "13", "--month", "2", "--json");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(fields(ended)).containsExactly("month", "came", "brier", "brierOfBaseRate", "days");
    JsonNode days = JsonMapper.builder().build().readTree(ended.out()).get("days");
    List<Double> figures = days.valueStream().map(day -> day.get("probability").asDouble()).toList();
    assertThat(figures).hasSize(30);
    assertThat(figures.getFirst()).isLessThan(.05);
    assertThat(figures).anyMatch(figure -> figure > .45);
    assertThat(figures.getLast()).isLessThan(.05);
    assertThat(run("drill", "year", "--seed", "13", "--month", "2").out()).contains("roughly even (45–55 %)", "Nothing crossed.");
    assertThat(run("drill", "year", "--month", "13")).isEqualTo(new Ended(2, "", "watchword: --month is from 1 to 12\n"));
  }

  @Test
  void too_few_or_too_many_are_misuse_in_one_sentence() {
    assertThat(run("drill", "seizure", "--reports", "19")).isEqualTo(new Ended(2, "", "watchword: --reports is from 20 to 10000\n"));
    assertThat(run("drill", "crash", "--kills", "3")).isEqualTo(new Ended(2, "", "watchword: --kills is from 4 to 10000\n"));
  }

  @Test
  void a_month_in_which_nobody_comes_to_the_quota_is_refused_with_what_to_do() {
    assertThat(run("drill", "infiltrator", "--reports", "1829")).isEqualTo(new Ended(2, "",
        "watchword: --reports is from 1830 to 100000 for 30 days, 61 a day at least, or nobody comes to the quota of 60; "
            + "give more reports or fewer --days\n"));
    assertThat(run("drill", "infiltrator", "--lanes", "9")).isEqualTo(new Ended(2, "", "watchword: --lanes is from 1 to 8\n"));
    assertThat(run("drill", "infiltrator", "--days", "0")).isEqualTo(new Ended(2, "", "watchword: --days is from 1 to 60\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"crash --kills 200", "infiltrator --lanes 1 --only", "seizure --reports 10000"})
  @EnabledOnOs(OS.LINUX)
  void ctrl_c_ends_a_drill_quietly_and_leaves_no_folder(String drill) throws Exception {
    Machine machine = Machine.at(folder.resolve("machine"));
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT")); // who runs the tests may be deaf to it
    command.addAll(machine.process(("drill " + drill).split(" ")).command());
    Path said = folder.resolve("said");
    Process process = new ProcessBuilder(command).directory(machine.home().toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      awaitWork(machine.home(), process);
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readString(said)).isEmpty();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(workplaces(machine.home())).isEmpty();
  }

  /// Until the drill has made something in its folder.
  private static void awaitWork(Path home, Process process) throws Exception {
    for (int i = 0; i < 1_200 && process.isAlive(); i++) {
      List<Path> places = workplaces(home);
      if (!places.isEmpty() && !list(places.getFirst()).isEmpty()) {
        Thread.sleep(3_000);
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the drill did not begin");
  }

  private static List<Path> workplaces(Path home) throws IOException {
    return list(home).stream().filter(file -> file.getFileName().toString().startsWith("watchword-drill-")).toList();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void what_stands_before_a_hub_is_printed_whole() {
    Ended torrc = run("hub", "torrc", "--folder", "/var/lib/tor/lorne", "--port", "8090");
    assertThat(torrc.exit()).isZero();
    assertThat(torrc.out()).contains("HiddenServiceDir /var/lib/tor/lorne\n").contains("HiddenServicePort 80 127.0.0.1:8090\n");
    Ended nginx = run(
        "hub", "nginx", "--name", "lorne.example", "--certificate", "/etc/ssl/l.pem", "--key", "/etc/ssl/l.key", "--socket", "/run/hub.sock");
    assertThat(nginx.exit()).isZero();
    assertThat(nginx.out()).contains("server_name lorne.example;").contains("server unix:/run/hub.sock;");
    assertThat(run("hub", "torrc", "--folder", "/a b")).isEqualTo(
        new Ended(2, "", "watchword: \"/a b\" is not a whole path of letters, digits and . _ + - without blanks\n"));
  }
}
