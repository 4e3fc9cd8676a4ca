package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `assess` as its users call it.
class AssessCommandTest {

  private static final Path EXAMPLE = Path.of("../docs/example");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_sheet_goes_from_base_rate_over_evidence_and_drop_one_to_judgement_and_sentence() {
    assertThat(run("assess", EXAMPLE.resolve("question").toString(), "--as-of", "2026-11-20T12:00", "--language", "en")).isZero();
    assertThat(out.toString()).containsSubsequence("1  Base rate", "attack   5.0 %  very unlikely (5–20 %)", "2  Evidence", "   attack   +0.26",
        "   none     -0.35",
        "3  Without one", "4  Indicators", "fuel (logistics): looked for too long ago, so it tells nothing", "while the network was cut",
            "5  Judgement of heron", "dissent   crane", "6  Public sentence", "We judge it unlikely (20–45 %) that");
  }

  @Test
  void the_median_stands_under_the_heading_of_the_judgement_or_of_its_absence() throws IOException {
    assertThat(run("assess", EXAMPLE.resolve("question").toString(), "--as-of", "2026-11-20T12:00", "--language", "en")).isZero();
    assertThat(out.toString()).containsSubsequence("5  Judgement of heron", "Median of the desk's estimates: attack 20.0 %");
    String judgements = Files.readString(EXAMPLE.resolve("question/judgements.json"));
    String none = judgements.substring(0, judgements.indexOf(",\n  \"judgements\"")) + ", \"judgements\": []}";
    out.getBuffer().setLength(0);
    assertThat(wrong("question", "judgements.json", none)).isEmpty();
    assertThat(out.toString()).containsSubsequence("5  Judgement: none yet", "Median of the desk's estimates: attack 20.0 %");
  }

  @Test
  void what_is_judged_once_the_answer_is_out_is_not_scored() throws IOException {
    String question = Files.readString(EXAMPLE.resolve("question/question.json")).strip();
    String came = question.substring(0, question.length() - 1) + ", \"outcomes\": [{\"came\": \"attack\", \"on\": \"2026-11-12\", \"why\": \"two agencies\"}, "
        + "{\"came\": \"attack\", \"on\": \"2026-11-18\", \"why\": \"three agencies\"}]}";
    assertThat(wrong("question", "question.json", came)).isEmpty();
    // Of the eleven days from 1 to 11 November the judgement of the 2nd at noon stood nine and a half; that of the 19th came too late.
    assertThat(out.toString()).contains("judgement            Brier 0.8836", "by how long each stood: Brier 0.8836 over 86 % of the time");
    assertThat(wrong("question", "question.json", came.replace("2026-11-12", "2026-11-01"))).isEmpty();
  }

  @Test
  void what_was_not_known_at_a_time_is_not_on_its_sheet() {
    assertThat(run("assess", EXAMPLE.resolve("question").toString(), "--as-of", "2026-11-02T12:00", "--language", "en")).isZero();
    assertThat(out.toString()).contains("very unlikely (5–20 %) that ground forces").doesNotContain("trains-17", "two nights of", "Our judgement of",
        "Median");
  }

  @Test
  void json_is_one_object_on_the_last_line_whose_lines_add_up_and_that_names_no_member() throws IOException {
    assertThat(run("assess", EXAMPLE.resolve("question").toString(), "--as-of", "2026-11-20T12:00", "--json")).isZero();
    assertThat(out.toString().lines()).hasSize(1);
    assertThat(out.toString()).doesNotContain("heron", "crane", "stork");
    JsonNode sheet = new JsonMapper().readTree(out.toString());
    double odds = Math.log(sheet.at("/base/0").asDouble() / sheet.at("/base/1").asDouble());
    for (JsonNode one : sheet.get("evidence")) {
      odds += one.at("/weights/0").asDouble() - one.at("/weights/1").asDouble();
    }
    assertThat(sheet.at("/probabilities/0").asDouble()).isCloseTo(1 / (1 + Math.exp(-odds)), within(1e-12));
    assertThat(sheet.get("sentences")).hasSize(6);
    assertThat(sheet.at("/median/0").asDouble()).isCloseTo(.2, within(1e-12));
    assertThat(sheet.get("ceiling").asText()).isEqualTo("low");
  }

  @Test
  void of_three_hypotheses_the_one_that_a_piece_moves_most_is_told_whichever_it_is() throws IOException {
    write("question.json", """
        {"format": "watchword.question/1", "id": "q", "territory": "the border", "asks": "What will they do?", "rule": "as two agencies report", "resolver": "two agencies",
         "opened": "2026-11-01", "closes": "2026-11-30",
         "hypotheses": [{"id": "attack", "text": "they attack"}, {"id": "blockade", "text": "they close the road"}, {"id": "none", "text": "none of these"}],
         "baseRate": {"probabilities": {"attack": 0.1, "blockade": 0.6, "none": 0.3}, "why": "counted"}}
        """);
    write("evidence.json", """
        {"format": "watchword.evidence/1", "evidence": [{"id": "order", "type": "document", "text": "an order", "origin": "the order", "on": "2026-11-14T00:00", "reliability": 1,
         "seen": {"attack": "roughly even", "blockade": "very likely", "none": "very unlikely"}}]}
        """);
    write("indicators.json", """
        {"format": "watchword.indicators/1", "indicators": [{"id": "home", "domain": "forces", "text": "a convoy goes home", "halfLifeDays": 7,
         "seen": {"attack": "likely", "blockade": "very unlikely", "none": "almost certain"}}]}
        """);
    write("judgements.json", """
        {"format": "watchword.judgements/1", "judgements": [], "estimates": [
         {"member": "a", "on": "2026-11-02T10:00", "probabilities": {"attack": 0.1, "blockade": 0.6, "none": 0.3}, "why": "w"},
         {"member": "b", "on": "2026-11-02T10:00", "probabilities": {"attack": 0.1, "blockade": 0.6, "none": 0.3}, "why": "w"},
         {"member": "c", "on": "2026-11-02T10:00", "probabilities": {"attack": 0.1, "blockade": 0.6, "none": 0.3}, "why": "w"}]}
        """);
    assertThat(run("assess", folder.toString(), "--as-of", "2026-11-20T12:00")).isZero();
    assertThat(out.toString()).contains("Median of the desk's estimates: attack 10.0 %, blockade 60.0 %, none 30.0 %").containsPattern("seen blockade would be [0-9.]+ % \\(-");
    assertThat(out.toString()).contains("E1   blockade now 85.7 %, without it 60.0 %, without its origin 60.0 %  RESTS ON IT: another word", "it rests on one source");
    out.getBuffer().setLength(0);
    assertThat(run("assess", folder.toString(), "--as-of", "2026-11-20T12:00", "--json")).isZero();
    JsonNode piece = new JsonMapper().readTree(out.toString()).at("/evidence/0");
    assertThat(piece.get("moves").asText()).isEqualTo("blockade");
    assertThat(piece.at("/withoutOrigin/1").asDouble()).isCloseTo(.6, within(1e-12));
  }

  @Test
  void origins_too_slight_to_count_are_told_of_beside_those_that_do() throws IOException {
    Files.copy(EXAMPLE.resolve("interview/question.json"), folder.resolve("question.json"));
    write("evidence.json", """
        {"format": "watchword.evidence/1", "evidence": [
         {"id": "a", "type": "document", "text": "a", "origin": "a paper", "on": "2026-10-14T00:00", "reliability": 0.3, "seen": {"attack": "likely", "none": "roughly even"}},
         {"id": "b", "type": "document", "text": "b", "origin": "another", "on": "2026-10-14T00:00", "reliability": 0.4, "seen": {"attack": "likely", "none": "roughly even"}}]}
        """);
    assertThat(run("assess", folder.toString(), "--as-of", "2026-10-16T12:00")).isZero();
    assertThat(out.toString()).contains("1 independent origin (1 more too slight to count); it ");
    out.getBuffer().setLength(0);
    assertThat(run("assess", folder.toString(), "--as-of", "2026-10-16T12:00", "--json")).isZero();
    JsonNode sheet = new JsonMapper().readTree(out.toString());
    assertThat(sheet.get("origins").asInt()).isEqualTo(1);
    assertThat(sheet.get("trifles").asInt()).isEqualTo(1);
  }

  @Test
  void origins_whose_names_differ_little_are_asked_about() throws IOException {
    Files.copy(EXAMPLE.resolve("interview/question.json"), folder.resolve("question.json"));
    write("evidence.json", """
        {"format": "watchword.evidence/1", "evidence": [
         {"id": "a", "type": "document", "text": "a", "origin": "General Orlik", "on": "2026-10-14T00:00", "reliability": 1, "seen": {"attack": "likely", "none": "unlikely"}},
         {"id": "b", "type": "document", "text": "b", "origin": "general ORLIK", "on": "2026-10-14T00:00", "reliability": 1, "seen": {"attack": "likely", "none": "unlikely"}},
         {"id": "c", "type": "document", "text": "c", "origin": "General Orlick", "on": "2026-10-14T00:00", "reliability": 1, "seen": {"attack": "likely", "none": "unlikely"}}]}
        """);
    assertThat(run("assess", folder.toString(), "--as-of", "2026-10-16T12:00")).isZero();
    assertThat(out.toString()).contains("2 independent origins", "TWO ORIGINS OR ONE? \"General Orlick\" and \"General Orlik\" differ little and count as two");
    out.getBuffer().setLength(0);
    assertThat(run("assess", folder.toString(), "--as-of", "2026-10-16T12:00", "--json")).isZero();
    assertThat(new JsonMapper().readTree(out.toString()).get("alikeOrigins")).hasToString("[[\"General Orlick\",\"General Orlik\"]]");
  }

  @Test
  void without_a_judgement_there_is_no_public_sentence() throws IOException {
    assertThat(run("assess", EXAMPLE.resolve("interview").toString(), "--as-of", "2026-10-16T12:00", "--json")).isZero();
    JsonNode sheet = new JsonMapper().readTree(out.toString());
    assertThat(sheet.get("sentences")).isEmpty();
    assertThat(sheet.has("judgement")).isFalse();
  }

  @Test
  void counts_ring_day_by_day_and_json_has_a_list_for_each_detector() throws IOException {
    assertThat(run("assess", "counts", EXAMPLE.resolve("counts.csv").toString(), "--days", "90-110", "--json")).isZero();
    JsonNode days = new JsonMapper().readTree(out.toString());
    assertThat(days.properties()).extracting(Map.Entry::getKey).containsExactly("C1", "C2", "C3", "tail");
    assertThat(days.get("tail")).extracting(JsonNode::asInt).contains(103, 104, 105);
    assertThat(days.get("C2")).allMatch(day -> day.asInt() >= 90 && day.asInt() <= 110);
  }

  @Test
  void days_that_cannot_be_judged_are_said() throws IOException {
    Path counts = write("counts.csv", "day,count\n5,1\n6,2\n7,0\n");
    assertThat(run("assess", "counts", counts.toString())).isZero();
    assertThat(out.toString().lines()).first().isEqualTo("C1    no day (days before 12 cannot be judged)");
  }

  @Test
  void what_is_wrong_with_counts_is_said_with_its_row() throws IOException {
    assertThat(run("assess", "counts", write("a.csv", "day,count\n1,2\n3,4\n").toString())).isEqualTo(1);
    assertThat(run("assess", "counts", write("b.csv", "day,count\n1,2\n2,-4\n").toString())).isEqualTo(1);
    assertThat(run("assess", "counts", write("e.csv", "day,count\n1,2\n2,3\n3,100001\n").toString())).isEqualTo(1);
    assertThat(run("assess", "counts", write("c.csv", "date,n\n1,2\n").toString())).isEqualTo(1);
    assertThat(run("assess", "counts", folder.resolve("none.csv").toString())).isEqualTo(1);
    assertThat(run("assess", "counts", write("d.csv", "day,count\n1,2\n").toString(), "--days", "9-3")).isEqualTo(2);
    assertThat(run("assess", "counts", write("d.csv", "day,count\n1,2\n").toString(), "--days", "7-9")).isEqualTo(2);
    assertThat(err.toString()).contains("row 2: day 3 does not follow", "row 2: count is not a whole number", "row 3: count is not a whole number from 0 to 100000",
        "does not name the columns day and count",
        "is not there; name a CSV file", "--days is two days", "has no day from 7 to 9; it has 1 to 1").doesNotContain("Exception");
  }

  @Test
  void what_is_wrong_with_a_folder_is_said_with_its_file_and_what_to_do() throws IOException {
    assertThat(run("assess")).isEqualTo(2);
    assertThat(run("assess", folder.resolve("nowhere").toString())).isEqualTo(2);
    assertThat(run("assess", folder.toString())).isEqualTo(1);
    assertThat(run("assess", EXAMPLE.resolve("question").toString(), "--as-of", "yesterday")).isEqualTo(2);
    assertThat(run("assess", EXAMPLE.resolve("question").toString(), "--language", "xx")).isEqualTo(2);
    assertThat(err.toString()).contains("name the folder of a question", "is not a folder", "holds no question.json", "--as-of is a time in UTC",
        "--language is en")
        .doesNotContain("Exception");
  }

  @Test
  void each_file_is_held_to_one_spelling() throws IOException {
    String question = Files.readString(EXAMPLE.resolve("interview/question.json"));
    assertThat(wrong("question.json", question.replace("\"2026-11-30\"", "\"30.11.2026\""))).contains("closes is not a day");
    assertThat(wrong("question.json", question.replace("\"none\"", "\"other\""))).contains("none of these");
    assertThat(wrong("question.json", question.replace("\"resolver\"", "\"decider\""))).contains("decider");
    assertThat(wrong("question.json", question.replace("question/1", "question/2"))).contains("format is not watchword.question/1");
    assertThat(wrong("question.json", question.substring(0, 60))).contains("question.json is not JSON: line");
    String evidence = Files.readString(EXAMPLE.resolve("interview/evidence.json"));
    assertThat(wrong("evidence.json", evidence.replace("possible\"",
        "perhaps\""))).contains("evidence interview: hedge is none of certain, none, probable");
    assertThat(wrong("evidence.json", evidence.replace("\"likely\"", "\"60 %\""))).contains("attack is none of almost no chance");
    assertThat(wrong("evidence.json", evidence.replace("2026-10-15T10:00", "2026-10-15 10:00"))).contains("is not a time in UTC");
    String indicators = Files.readString(EXAMPLE.resolve("interview/indicators.json"));
    assertThat(wrong("indicators.json", indicators.replace("\"political\"", "\"weather\""))).contains("indicator visits: domain is none of forces");
    assertThat(wrong("indicators.json", indicators.replaceFirst("\"halfLifeDays\": 7",
        "\"halfLifeDays\": 0"))).contains("halfLifeDays is not a number");
  }

  @Test
  void a_judgement_that_claims_too_much_or_words_that_break_the_rules_are_refused() throws IOException {
    String judgements = Files.readString(EXAMPLE.resolve("question/judgements.json"));
    assertThat(wrong("question", "judgements.json", judgements.replaceFirst("\"low\"", "\"high\""))).contains("bears LOW at most");
    assertThat(wrong("question", "judgements.json", judgements.replace("trains with armour", "likely trains with armour"))).isEmpty();
    assertThat(wrong("question", "judgements.json", judgements.replace("field hospitals near", "a probable field hospital near")))
        .contains("the public sentence in en breaks a rule", "\"probable\" stands without its range");
  }

  private String wrong(String file, String text) throws IOException {
    return wrong("interview", file, text);
  }

  /// What is said when one file of an example holds something else.
  private String wrong(String example, String file, String text) throws IOException {
    Path copy = Files.createTempDirectory(folder, "question");
    for (String name : new String[] {"question.json", "indicators.json", "evidence.json", "judgements.json"}) {
      Path from = EXAMPLE.resolve(example).resolve(name);
      if (Files.exists(from)) {
        Files.copy(from, copy.resolve(name));
      }
    }
    Files.writeString(copy.resolve(file), text);
    err.getBuffer().setLength(0);
    run("assess", copy.toString(), "--as-of", "2026-11-20T12:00");
    return err.toString();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(String... arguments) {
    CommandLine line = Main.line();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments);
  }
}
