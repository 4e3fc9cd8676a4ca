package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `statements` as its users call it.
class StatementsCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void each_sentence_is_a_line_with_the_keys_of_the_format() throws Exception {
    JsonNode line = lines(write("a.bin", "Perhaps the depot burnt down.")).getFirst();

    assertThat(line.properties()).extracting(Map.Entry::getKey)
        .containsExactly("start", "end", "text", "voice", "speaker", "chain", "type", "polarity", "tense", "hedge", "figures");
    assertThat(line.get("hedge").asText()).isEqualTo("possible");
    assertThat(line.get("end").asInt()).isEqualTo(29);
  }

  @Test
  void html_is_told_from_its_content_and_loses_its_markup() throws Exception {
    Path page = write("page.txt", "<!DOCTYPE html><html><head><title>x</title></head><body><p>Perhaps the <b>depot</b> burnt&nbsp;down.</p><script>Perhaps();</script><p>It&#8217;s closed.</p></body></html>");

    assertThat(lines(page)).extracting(line -> line.get("text").asText()).containsExactly("Perhaps the depot burnt down.", "It’s closed.");
  }

  @Test
  void a_part_of_a_page_is_told_from_its_content_too() throws Exception {
    for (String part : List.of("<h2>News</h2>It is <i>closed</i>.", "<!-- saved --><html lang=en>It is <i>closed</i>.", "<p\nclass=x>It is <i>closed</i>.", "<ul><li>It is <i>closed</i>.</ul>", "<section>It is <i>closed</i>.")) {
      assertThat(lines(write("part.txt", part)).getLast().get("text").asText()).as(part).isEqualTo("It is closed.");
    }
    assertThat(lines(write("plain.txt", "If a<b and b>c, it is <closed>.")).getFirst().get("text").asText()).isEqualTo("If a<b and b>c, it is <closed>.");
  }

  @Test
  void a_question_that_a_page_sets_out_is_the_interviewers_and_an_answer_the_speakers() throws Exception {
    for (String question : List.of("<p><b>Is the road open?</b></p>", "<p><strong>Is the road </strong> <b><i>open?</i></b> </p>", "<h3>Is the road open?</h3>", "<p class=\"lead interview__question\">Is the road open?",
        "<div class=question><div>Is the road</div> <p>open?</p></div>", "<p><b>Well.<br/>Is the road open?</b><br>", "<b/><p><b>Is the road open?</b>", "<p><b>&mdash; Is the road open?</b></p>", "<p>&#160;<b>Is the&#xA0;road open?</b>\u00A0</p>")) {
      List<JsonNode> lines = lines(write("page.html", "<html><body>" + question + "<p>It is <b>closed</b>.</p><p>Why <b>ask?</b></p><p class=questionnaire>Who knows?</p></body></html>"));
      assertThat(lines).as(question).extracting(line -> line.get("text").asText()).contains("It is closed.", "Why ask?", "Who knows?");
      assertThat(lines.subList(0, lines.size() - 3)).as(question).isNotEmpty().filteredOn(line -> line.get("text").asText().endsWith("?")).isNotEmpty()
          .extracting(line -> line.get("voice").asText()).containsOnly("interviewer");
      assertThat(lines.subList(lines.size() - 3, lines.size())).as(question).extracting(line -> line.get("voice").asText()).containsOnly("speaker");
    }
    assertThat(run("statements", write("page.html", "<html><body><p><b>Ansa Holm:</b></p><p>It is <b>closed</b>.</p><p> <b> </b> </p></body></html>").toString(), "--text")).isZero();
    assertThat(out.toString()).isEqualTo("**Ansa Holm:**\nIt is closed.");
  }

  @Test
  void a_chat_that_telegram_exported_is_told_from_its_content() throws Exception {
    Path chat = write("notes.md", """
        {"name":"x","type":"public_channel","id":1,"messages":[
        {"id":1,"type":"message","date":"2026-03-01T10:00:00","date_unixtime":"1772359200","from":"N","text":["Perhaps the depot ",{"type":"bold","text":"burnt"}," down."]},
        {"id":2,"type":"message","date":"2026-03-01T10:01:00","date_unixtime":"1772359260","from":"N","text":"It is closed."}]}
        """);

    List<JsonNode> lines = lines(chat);
    assertThat(lines).extracting(line -> line.get("text").asText()).containsExactly("Perhaps the depot burnt down.", "It is closed.");
    assertThat(run("statements", chat.toString(), "--text")).isZero();
    int[] points = out.toString().codePoints().toArray();
    assertThat(new String(points, lines.get(1).get("start").asInt(), 13)).isEqualTo("It is closed.");
  }

  @Test
  void a_channel_is_the_outlet_of_its_posts_and_what_it_forwards_goes_back_to_nobody_named() throws Exception {
    String export = """
        {"name":"Lorne\\n  daily","type":"public_channel","id":1,"messages":[
        {"id":1,"type":"message","date_unixtime":"1772359200","from":"Lorne daily","author":"QUILLFEATHER","text":"Translated from Lithuanian.\\nThe depot burnt down."},
        {"id":2,"type":"message","date_unixtime":"1772359260","from":"Lorne daily","forwarded_from":"QUILLFEATHER","text":"The ferry sank."},
        {"id":3,"type":"message","date_unixtime":"1772359320","from":"Lorne daily","forwarded_from":null,"text":"They say the road is closed.\\n\\n\\nAnsa Holm: It is open."},
        {"id":4,"type":"message","date_unixtime":"1772359380","from":"Lorne daily","text":"They say the bridge went. The ministry said the bridge stands."}]}
        """;
    List<JsonNode> lines = lines(write("result.json", export));

    assertThat(lines).extracting(line -> line.get("text").asText() + " | " + line.get("speaker").asText() + " | " + line.get("voice").asText()).containsExactly(
        "Translated from Lithuanian. | Lorne daily | speaker", "The depot burnt down. | Lorne daily | speaker", "The ferry sank. |  | reported",
        "They say the road is closed. |  | reported", "It is open. | Ansa Holm | reported", "They say the bridge went. |  | reported", "The ministry said the bridge stands. | The ministry | reported");
    assertThat(lines).extracting(line -> line.get("chain").toString()).containsExactly(
        "[\"Lorne daily\",\"Translated from Lithuanian\"]", "[\"Lorne daily\",\"Translated from Lithuanian\"]", "[\"Lorne daily\",\"forwarded\",\"unnamed\"]",
        "[\"Lorne daily\",\"forwarded\",\"They say\",\"unnamed\"]", "[\"Lorne daily\",\"forwarded\",\"Ansa Holm\"]", "[\"Lorne daily\",\"They say\",\"unnamed\"]",
        "[\"Lorne daily\",\"The ministry\"]");
    assertThat(lines.toString()).doesNotContain("QUILLFEATHER");

    for (String persons : List.of("public_supergroup", "private_group", "personal_chat", "bot_chat", "saved_messages")) {
      List<JsonNode> unnamed = lines(write("result.json", export.replace("public_channel", persons)));
      assertThat(unnamed.toString()).as(persons).doesNotContain("Lorne daily", "QUILLFEATHER");
      assertThat(unnamed.get(2).get("chain").toString()).isEqualTo("[\"forwarded\",\"unnamed\"]");
    }
    assertThat(lines(write("result.json", export.replace("public_channel", "private_channel"))).get(1).get("speaker").asText()).isEqualTo("Lorne daily");
  }

  @Test
  void reasons_and_conflicts_are_told_on_request() throws Exception {
    Path file = write("a.md", "# News\n\nThe railway bridge near Tarmun burnt down. The railway bridge near Tarmun did not burn down.");
    assertThat(run("statements", file.toString(), "--why")).isZero();
    JsonNode last = new JsonMapper().readTree(out.toString().lines().toList().getLast());

    assertThat(last.get("conflict").asInt()).isEqualTo(1);
    assertThat(last.get("why").toString()).contains("not: not");
  }

  @Test
  void broken_bytes_are_named_and_read_as_a_replacement() throws Exception {
    Path file = folder.resolve("broken.txt");
    Files.write(file, new byte[] {'P', 'e', 'r', 'h', 'a', 'p', 's', ' ', (byte) 0xC3, '(', ' ', 'b', 'u', 'r', 'n', 't', '.'});

    assertThat(run("statements", file.toString())).isZero();
    assertThat(err.toString()).contains("UTF-8");
  }

  @Test
  void what_turns_words_round_is_spelled_out() throws Exception {
    assertThat(run("statements", write("bidi.txt", "The depot \u202Eburnt down.").toString())).isZero();

    assertThat(out.toString()).contains("\\u202e").doesNotContain("\u202E");
  }

  @Test
  void what_cannot_be_seen_is_spelled_out_as_on_the_board() throws Exception {
    assertThat(run("statements", write("hidden.txt", "The depot\uDB40\uDC41 burnt\u3164 down.").toString())).isZero();

    assertThat(out.toString()).contains("\\udb40\\udc41", "\\u3164").doesNotContain("\uDB40", "\u3164");
    assertThat(new JsonMapper().readTree(out.toString()).get("text").asText()).isEqualTo("The depot\uDB40\uDC41 burnt\u3164 down.");
  }

  @Test
  void what_cannot_be_read_is_refused_by_name() throws Exception {
    assertThat(run("statements", folder.resolve("none.txt").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("there is no file");
    assertThat(run("statements", write("zero.txt", "a\0b").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("no text in UTF-8");
    Path large = folder.resolve("large.txt");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(100_000_000);
    }
    assertThat(run("statements", large.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("larger than 32 MB");
    assertThat(run("statements", write("long.txt", "a ".repeat(4_000_001)).toString())).isEqualTo(1);
    assertThat(err.toString()).contains("8,000,000 characters");
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void what_never_ends_is_refused_by_name_and_a_page_of_nothing_but_marks_takes_no_more_than_its_length() throws Exception {
    assertThat(run("statements", "/dev/zero")).isEqualTo(1);
    assertThat(err.toString()).contains("zero is larger than 32 MB");
    assertThat(run("statements", write("marks.html", "<p>" + "&".repeat(3_000_000)).toString(), "--text")).isZero();
    assertThat(out.toString()).hasSize(3_000_000);
  }

  private List<JsonNode> lines(Path file) throws IOException {
    assertThat(run("statements", file.toString())).as(err.toString()).isZero();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      lines.add(new JsonMapper().readTree(line));
    }
    return lines;
  }

  private Path write(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    CommandLine line = Main.line();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }
}
