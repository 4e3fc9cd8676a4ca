package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MergeCommandTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  private record Run(int exit, String out, String err) {}

  @Test
  void reports_of_one_happening_become_one_incident_named_by_the_first() throws IOException {
    Path in = file("in.csv", """
        id,time,lat,lon,kind,text,source,truth
        b,2026-01-02T10:05Z,54.1001,-33.2,explosion,loud explosion at the mill,s2,1
        a,2026-01-02T10:00Z,54.1,-33.2,explosion,explosion near the mill,s1,1
        c,2026-01-09T10:00Z,58.1,-30.2,explosion,explosion on the bridge,s3,2
        """);

    Run run = merge(in, "--clusters", out("c.csv"), "--out", out("o.jsonl"), "--truth", "truth");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(Files.readString(folder.resolve("c.csv"))).isEqualTo("id,incident\na,a\nb,a\nc,c\n");
    assertThat(run.out())
        .startsWith("3 reports became 2 incidents in ")
        .contains("  2 reports from a: explosion, 2026-01-02 10:00 to 2026-01-02 10:05 UTC")
        .contains("Against truth: pairs P 1.000, R 1.000, F1 1.000; B-cubed F1 1.000; adjusted Rand 1.000.");
    JsonNode incident = JSON.readTree(Files.readAllLines(folder.resolve("o.jsonl")).getFirst());
    assertThat(incident.get("incident").asText()).isEqualTo("a");
    assertThat(incident.get("reports").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(incident.get("files").toString()).isEqualTo("[\"in.csv\"]");
    assertThat(incident.get("place").get("latitude").asDouble()).isBetween(54.1, 54.1001);
  }

  @Test
  void json_is_one_object_on_the_last_line() throws IOException {
    Path in = file("in.csv", "id,time,lat,lon,text,truth\na,2026-01-02T10:00Z,54.1,-33.2,x,1\nb,2026-03-02T10:00Z,54.1,-33.2,y,1\n");

    JsonNode scored = JSON.readTree(merge(in, "--json", "--truth", "truth").out());
    assertThat(scored.propertyStream().map(java.util.Map.Entry::getKey)).containsExactly("pairP", "pairR", "pairF1", "b3", "ari", "incidents", "reports", "seconds");
    assertThat(scored.get("incidents").asInt()).isEqualTo(2);
    assertThat(scored.get("pairR").asDouble()).isZero();
    JsonNode plain = JSON.readTree(merge(in, "--json").out());
    assertThat(plain.propertyStream().map(java.util.Map.Entry::getKey)).containsExactly("incidents", "reports", "seconds");
  }

  @Test
  void two_reports_are_explained_field_by_field() throws IOException {
    Path in = file("in.csv", "id,time,lat,lon,text\na,2026-01-02T10:00Z,54.1,-33.2,fire at the mill\nb,2026-01-02T10:05Z,54.1,-33.2,fire at the old mill\nc,2026-02-02T10:00Z,54.1,-33.2,fire\n");

    assertThat(merge(in, "--explain", "a", "b").out()).startsWith("One incident holds both.").containsPattern("\\n  place +\\+").containsPattern("\\n  sum +\\+");
    assertThat(merge(in, "--explain", "a", "c").out()).startsWith("Two incidents hold them.").containsPattern("\\n  time +-").containsPattern("\\n  sum +-");
    assertFails(2, "no report has the id d", merge(in, "--explain", "a", "d"));
  }

  @Test
  void a_report_that_leaves_several_places_open_is_explained_as_one_of_them() throws IOException {
    Path in = file("in.csv", "id,time,lat,lon,text\na,2026-01-02T10:00Z,53.69,23.83,fire\nb,2026-01-02T10:05Z,,,fire near Hrodna or in Lida\n");

    assertThat(merge(in, "--area", "BY", "--explain", "a", "b").out())
        .startsWith("One incident holds both.").containsOnlyOnce("tells one of").contains("\n  b tells one of 2 places: Hrodna, Lida\n");
  }

  @Test
  void what_steers_a_terminal_is_not_printed() throws IOException {
    Path in = file("in.csv", "id,time,place,text\na\u001b[2J,2026-01-02T10:00Z,Old\u202eDal,fire at the mill\nb,2026-01-02T10:05Z,Old\u202eDal,fire at the mill\n");

    assertThat(merge(in).out()).contains("2 reports from a [2J: event, Old Dal, ").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void shuffled_rows_give_the_same_clusters() throws IOException {
    List<String> rows = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      rows.add("r" + i + ",2026-01-0" + (1 + random.nextInt(4)) + "," + (54 + random.nextInt(5) / 200.0) + ",-33.2," + random.nextInt(3) + ",word" + random.nextInt(9) + " at the mill");
    }
    List<List<String>> clusters = new ArrayList<>();
    for (int seed = 0; seed < 3; seed++) {
      Collections.shuffle(rows, new Random(seed));
      merge(file("in.csv", "id,time,lat,lon,kind,text\n" + String.join("\n", rows)), "--clusters", out("c.csv"));
      clusters.add(Files.readAllLines(folder.resolve("c.csv")).stream().sorted().toList());
    }

    assertThat(clusters.get(0)).hasSize(301).isEqualTo(clusters.get(1)).isEqualTo(clusters.get(2));
    assertThat(clusters.getFirst().stream().map(line -> line.substring(line.indexOf(','))).distinct().count()).isBetween(3L, 299L);
  }

  @Test
  void coordinates_made_for_a_name_never_leave() throws IOException {
    Path in = file("in.csv", "region,started_at,finished_at,naive\nKyiv City,2022-02-25 16:36:22+00:00,,True\nКиїв,2022-02-25 16:36:50+00:00,,True\n");

    merge(in, "--out", out("o.jsonl"));

    List<String> incidents = Files.readAllLines(folder.resolve("o.jsonl"));
    assertThat(incidents).hasSize(1);
    assertThat(JSON.readTree(incidents.getFirst()).get("place").toString()).isEqualTo("{\"name\":\"Kyiv City\"}");
  }

  @Test
  void rows_placed_by_their_words_are_counted_and_written_with_how_sure_that_is() throws IOException {
    Path in = file("in.csv", "id,time,text\na,2026-01-02T10:00Z,column near Mazyr\nb,2026-01-02T10:04Z,a column standing near Mazyr\nc,2026-03-02T10:04Z,along the M10\n");

    Run run = merge(in, "--area", "BY", "--out", out("o.jsonl"));

    assertThat(run.err()).startsWith("watchword: 2 of 3 rows with neither coordinates nor a place name were placed by a town in their words (");
    List<String> incidents = Files.readAllLines(folder.resolve("o.jsonl"));
    assertThat(incidents).hasSize(2);
    JsonNode placed = JSON.readTree(incidents.getFirst());
    assertThat(placed.get("reports").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(placed.get("place").get("uncertaintyMetres").asDouble()).isGreaterThan(1_000);
    assertThat(JSON.readTree(incidents.getLast()).get("place").isNull()).isTrue();
  }

  @Test
  void taxonomies_are_named_by_file_or_by_column_and_no_result_overwrites_one() throws IOException {
    Path in = file("in.csv", "time,lat,lon,act_tax\n2026-01-02,54.1,-33.2,ART\n2026-01-02,54.1,-33.2,DET\n");
    Path taxonomy = file("acts.csv", "data.source,base.categories,level\nin,ART,strike\nin,DET,custody\n");

    assertThat(merge(in, "--taxonomy", "act_tax=" + taxonomy).out()).startsWith("2 reports became 2 incidents");
    assertFails(2, "no column is the one that acts.csv is for; name it: --taxonomy COLUMN=acts.csv", merge(in, "--taxonomy", taxonomy.toString()));
    assertFails(2, taxonomy + " is a file to read; write the result to another one", merge(in, "--taxonomy", "act_tax=" + taxonomy, "--out", taxonomy.toString()));
  }

  @Test
  void several_files_are_one_input_and_gzip_is_one_of_them() throws IOException {
    Path csv = file("a.csv", "time,lat,lon,text\n2026-01-02T10:00Z,54.1,-33.2,a fire at the mill\n");
    Path zipped = folder.resolve("b.jsonl.gz");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write("{\"time\":\"2026-01-02T10:10Z\",\"lat\":54.1,\"lon\":-33.2,\"text\":\"fire at the mill\"}\nnonsense\n".getBytes(StandardCharsets.UTF_8));
    }
    Files.write(zipped, bytes.toByteArray());

    Run run = merge(csv, zipped.toString(), "--clusters", out("c.csv"));

    assertThat(Files.readString(folder.resolve("c.csv"))).isEqualTo("id,incident\na.csv:1,a.csv:1\nb.jsonl.gz:1,a.csv:1\n");
    assertThat(run.err()).startsWith("watchword: b.jsonl.gz row 2: not JSON");
    assertThat(run.exit()).isZero();
  }

  @Test
  void a_bad_row_is_told_and_kept_as_it_stands() throws IOException {
    Path in = file("in.csv", "id,time,lat,lon,text\n1,2026-01-02T10:00Z,54.1,-33.2,\"a, b\"\n2,2026-01-02T10:00Z,91.3,-133.2,\"c, \"\"d\"\"\"\n");

    Run run = merge(in, "--rejects", out("r.csv"));

    assertThat(run.err()).isEqualTo("watchword: row 2: latitude 91.3 is not between −90 and 90\n");
    assertThat(Files.readString(folder.resolve("r.csv"))).isEqualTo(
        "file,row,reason,text\nin.csv,2,latitude 91.3 is not between −90 and 90,\"2,2026-01-02T10:00Z,91.3,-133.2,\"\"c, \"\"\"\"d\"\"\"\"\"\"\"\n");
  }

  @Test
  void many_bad_rows_are_counted_not_listed() throws IOException {
    Run run = merge(file("in.csv", "time,text\n2026-01-02T10:00Z,a\n" + "x,y\n".repeat(1_025)));

    assertThat(run.err().lines()).hasSize(21).last().isEqualTo("watchword: and 1,005 more rows that cannot be used; --rejects FILE writes them all");
  }

  @Test
  void utc_is_said_aloud_where_times_have_no_offset() throws IOException {
    Path in = file("in.csv", "time,text\n2026-01-02 10:00,a\n");

    assertThat(merge(in).err()).isEqualTo("watchword: times without an offset are read as UTC; --zone says otherwise\n");
    assertThat(merge(in, "--zone", "Europe/Minsk").err()).isEmpty();
  }

  @Test
  void what_cannot_be_done_is_one_sentence_and_an_exit_code() throws IOException {
    Path good = file("in.csv", "time,text\n2026-01-02T10:00Z,a\n");

    assertFails(1, "empty.csv is empty", merge(file("empty.csv", "")));
    assertFails(1, "binary.csv is not text", merge(file("binary.csv", "\0\1\2")));
    assertFails(2, "no column of odd.csv tells when something happened; name it with --time", merge(file("odd.csv", "a,b\n1,2\n")));
    assertFails(2, "none.csv does not exist", merge(folder.resolve("none.csv")));
    assertFails(2, "there is no column answer", merge(good, "--truth", "answer"));
    assertFails(2, "there is no time zone Europe/Atlantis; name one such as Europe/Kyiv or +03:00", merge(good, "--zone", "Europe/Atlantis"));
    assertFails(2, good + " is a file to read; write the result to another one", merge(good, "--out", good.toString()));
    assertFails(2, out("no/where.csv") + " cannot be written: its folder does not exist", merge(good, "--clusters", out("no/where.csv")));
    assertThat(run("merge").exit()).isEqualTo(2);
  }

  @Test
  void help_has_an_example() {
    assertThat(run("merge", "--help").out()).contains("Example:", "./watchword merge reports.csv");
  }

  @Test
  void the_bar_fills_with_the_work() {
    assertThat(Progress.bar("reading", 0, 200, "", 3)).isEqualTo("reading [" + " ".repeat(30) + "] 0 %");
    assertThat(Progress.bar("reading", 100, 200, "", 3)).isEqualTo("reading [" + "#".repeat(15) + " ".repeat(15) + "] 50 %");
    assertThat(Progress.bar("reading", 300, 200, "", 3)).isEqualTo("reading [" + "#".repeat(30) + "] 100 %");
    assertThat(Progress.bar("merging", 500, 2_000, "rows", 3)).isEqualTo("merging [#######" + " ".repeat(23) + "] 25 % of 2,000 rows");
    assertThat(Progress.bar("merging", 300, 0, "rows", 3)).isEqualTo("merging … 3 s");
  }

  private static void assertFails(int exit, String sentence, Run run) {
    assertThat(run.err()).isEqualTo("watchword: " + sentence + "\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.exit()).isEqualTo(exit);
  }

  private Run merge(Path file, String... more) {
    return run(Stream.concat(Stream.of("merge", file.toString()), Stream.of(more)).toArray(String[]::new));
  }

  private static Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.line();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return new Run(line.execute(args), out.toString(), err.toString());
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
