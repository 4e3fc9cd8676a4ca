package watchword.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Holds the worked sheets to what their commands print.
class WorkedSheetsTest {
  private static final Pattern SHEET = Pattern.compile("^```sh\n\\./watchword (?<command>assess [^\n]*)\n```\n\n```text\n(?<prints>.*?)^```\n",
      Pattern.DOTALL | Pattern.MULTILINE);
  private static final List<String> PAGES = List.of("docs/false-alarms-2022.md", "docs/one-interview.md", "spec/assessment.md");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> every_sheet_of_a_page_is_what_its_command_prints() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String page : PAGES) {
      Matcher sheet = SHEET.matcher(Documents.read(page));
      int before = tests.size();
      while (sheet.find()) {
        String command = sheet.group("command");
        String prints = sheet.group("prints");
        tests.add(DynamicTest.dynamicTest(page + ": " + command, () -> assertThat(run(command)).isEqualTo(prints)));
      }
      assertThat(tests.size()).as(page).isGreaterThan(before);
    }
    return tests.stream();
  }

  @Test
  void an_interview_moves_a_figure_by_about_a_point_and_rail_fuel_and_field_hospitals_would_by_ten() throws Exception {
    JsonNode sheet = new JsonMapper().readTree(run("assess docs/example/interview --as-of 2026-10-16T12:00 --json"));
    double now = sheet.at("/probabilities/0").asDouble();
    assertThat(100 * (now - sheet.at("/evidence/0/without/0").asDouble())).isBetween(.5, 1.5);
    List<String> tenPoints = new ArrayList<>();
    sheet.get("indicators").forEach(one -> {
      if (one.at("/ifSeen/0").asDouble() - now >= .1) {
        tenPoints.add(one.get("id").asText());
      }
      assertThat(one.get("standing").asText()).isNotEqualTo("looked-and-not-seen");
    });
    assertThat(tenPoints).containsExactly("rail", "fuel", "field-hospitals");
  }

  @Test
  void a_second_announcement_of_one_origin_adds_nothing_to_the_first() throws Exception {
    JsonNode sheet = new JsonMapper().readTree(run("assess docs/example/false-alarms-2022 --as-of 2022-03-21T00:00 --json"));
    assertThat(sheet.at("/evidence/1/counts").asBoolean()).isFalse();
    assertThat(sheet.at("/origins").asInt()).isEqualTo(1);
    assertThat(sheet.at("/probabilities/0").asDouble()).isLessThan(.05);
  }

  private String run(String arguments) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dstdout.encoding=UTF-8"));
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "watchword.cli.Main"));
    line.addAll(List.of(arguments.split(" ", -1)));
    Process process = new ProcessBuilder(line).directory(Documents.ROOT.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD)
        .redirectOutput(out.toFile()).start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("%s ends", arguments).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(arguments).isZero();
    return Files.readString(out);
  }
}
