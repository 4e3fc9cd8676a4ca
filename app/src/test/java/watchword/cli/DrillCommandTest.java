package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class DrillCommandTest {

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
  void too_few_or_too_many_are_misuse_in_one_sentence() {
    assertThat(run("drill", "seizure", "--reports", "19")).isEqualTo(new Ended(2, "", "watchword: --reports is from 20 to 10000\n"));
    assertThat(run("drill", "crash", "--kills", "3")).isEqualTo(new Ended(2, "", "watchword: --kills is from 4 to 10000\n"));
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
