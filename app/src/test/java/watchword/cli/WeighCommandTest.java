package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/// `weigh` as its users call it.
class WeighCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void answers_come_as_rows_with_an_interval() throws Exception {
    Path claims = write("claims.csv", "task,worker,label\n1,a,x\n1,b,x\n1,c,y\n2,a,y\n2,b,y\n2,c,y\n");
    assertThat(run("weigh", claims.toString())).isZero();
    assertThat(out.toString().lines()).first().isEqualTo("item,value,probability,low,high");
    assertThat(out.toString().lines().skip(1)).hasSize(2).allMatch(line -> line.matches("[12],[xy],[01]\\.\\d{4},[01]\\.\\d{4},[01]\\.\\d{4}"));
  }

  @Test
  void a_truth_scores_and_teaches_nothing() throws Exception {
    Path claims = write("claims.csv", "item,source,value\n1,a,10:00\n1,b,10:04\n1,c,18:00\n2,a,4\n2,b,4\n");
    Path truth = write("truth.csv", "item,value\n1,10:02\n2,5\n3,9\n");
    assertThat(run("weigh", claims.toString(), "--truth", truth.toString(), "--tolerance", "3", "--json")).isZero();
    JsonNode score = new JsonMapper().readTree(out.toString());
    assertThat(score.get("accuracy").asDouble()).isEqualTo(1);
    assertThat(score.properties()).extracting(Map.Entry::getKey)
        .containsExactly("accuracy", "f1", "brier", "logLoss", "ece", "eceFloor", "seconds");
    assertThat(score.properties()).allMatch(number -> number.getValue().isNumber());
    Path file = folder.resolve("answers.csv");
    assertThat(run("weigh", claims.toString(), "--tolerance", "3", "--out", file.toString())).isZero();
    String alone = Files.readString(file);
    assertThat(run("weigh", claims.toString(), "--truth", truth.toString(), "--tolerance", "3", "--out", file.toString())).isZero();
    assertThat(Files.readString(file)).isEqualTo(alone);
  }

  @Test
  void rows_that_say_nothing_are_named_and_the_others_count() throws Exception {
    Path claims = write("claims.csv", "item,source,value\n1,a,x\n2,,x\n3,a\n4,b,y\n4,b,z\n");
    assertThat(run("weigh", claims.toString())).isZero();
    assertThat(err.toString()).contains("row 2: the source is missing", "row 3: ", "1 time a source says two things");
  }

  @Test
  void verdicts_that_contradict_each_other_are_named_and_no_file_is_overwritten() throws Exception {
    Path claims = write("claims.csv", "item,source,value\n1,a,x\n1,b,y\n");
    Path verdicts = write("verdicts.csv", "item,value\n1,x\n1,y\n2\n");
    assertThat(run("weigh", claims.toString(), "--verdicts", verdicts.toString())).isZero();
    assertThat(out.toString()).contains("1,x,1.0000,1.0000,1.0000");
    assertThat(err.toString()).contains("verdicts.csv row 2: an earlier row says something else of its item", "verdicts.csv row 3: ");
    assertThat(run("weigh", claims.toString(), "--verdicts", verdicts.toString(), "--out", verdicts.toString())).isEqualTo(2);
    assertThat(Files.readString(verdicts)).startsWith("item,value");
  }

  @Test
  void what_a_verdict_told_is_not_scored_and_a_truth_of_other_items_fails() throws Exception {
    Path claims = write("claims.csv", "item,source,value\n1,a,x\n1,b,y\n2,a,x\n2,b,x\n");
    Path verdicts = write("verdicts.csv", "item,value\n1,y\n");
    Path truth = write("truth.csv", "item,value\n1,y\n2,z\n");
    assertThat(run("weigh", claims.toString(), "--verdicts", verdicts.toString(), "--truth", truth.toString(),
        "--json")).isZero();
    assertThat(new JsonMapper().readTree(out.toString()).get("accuracy").asDouble()).isZero();
    assertThat(run("weigh", claims.toString(), "--truth", write("other.csv", "item,value\nA,x\n").toString()))
        .isEqualTo(1);
    assertThat(err.toString()).contains("nothing to score");
  }

  @Test
  void a_reversed_verdict_leaves_no_trace_of_the_first() throws Exception {
    StringBuilder said = new StringBuilder("item,source,value\n");
    StringBuilder first = new StringBuilder("item,value\n");
    StringBuilder second = new StringBuilder("item,value\n");
    for (int item = 0; item < 60; item++) {
      said.append("%d,a,x%d\n%d,b,y%d\n".formatted(item, item, item, item));
      first.append(item < 30 ? "%d,x%d\n".formatted(item, item) : "");
      second.append(item < 30 ? "%d,y%d\n".formatted(item, item) : "");
    }
    Path claims = write("claims.csv", said.toString());
    Path verdicts = write("verdicts.csv", first.toString());
    assertThat(run("weigh", claims.toString(), "--verdicts", verdicts.toString())).isZero();
    assertThat(out.toString()).contains("\n40,x40,");
    write("verdicts.csv", second.toString());
    assertThat(run("weigh", claims.toString(), "--verdicts", verdicts.toString())).isZero();
    assertThat(out.toString()).contains("\n40,y40,").doesNotContain(",x");
  }

  @Test
  void one_claim_twice_counts_once() throws Exception {
    Path once = write("once.csv", "task,worker,label\n1,a,x\n1,b,y\n1,c,y\n2,a,z\n");
    Path twice = write("twice.csv", "task,worker,label\n1,a,x\n1,a,x\n1,b,y\n1,c,y\n1,a,x\n2,a,z\n");
    assertThat(run("weigh", once.toString())).isZero();
    String alone = out.toString();
    assertThat(run("weigh", twice.toString())).isZero();
    assertThat(out.toString()).isEqualTo(alone);
  }

  @Test
  void a_file_without_such_columns_is_told_what_it_has() throws Exception {
    Path claims = write("claims.csv", "a,b,c\n1,2,3\n");
    assertThat(run("weigh", claims.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("claims.csv has no column for an item", "it has a, b, c");
    assertThat(run("weigh", claims.toString(), "--item", "nothing")).isEqualTo(2);
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private int run(String... args) {
    CommandLine line = Main.line();
    out.getBuffer().setLength(0);
    return line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true)).execute(args);
  }
}
