package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.desk.Fingerprint;
import watchword.seal.Epoch;
import watchword.seal.Root;
import watchword.seal.StopSheet;

class HubStopCommandTest {
  private final Root root = Root.generate(new SecureRandom());
  private final String sheet = sheet(root);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @BeforeEach
  void prepare() throws IOException {
    Files.createDirectories(folder.resolve("bundles"));
    Files.write(Files.createDirectories(folder.resolve("board")).resolve("root.bin"), root.publicPart().raw());
    for (String front : new String[] {"board/index.html", "board/be/index.html"}) {
      Files.writeString(Files.createDirectories(folder.resolve(front).getParent()).resolve("index.html"), "<h1>Now</h1>");
      Files.writeString(folder.resolve(front + ".gz"), "packed");
    }
    Files.writeString(folder.resolve("board/now-7d.html"), "list");
    Files.write(folder.resolve("typed.txt"), sheet.replace("\n", " \r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @AfterEach
  void close() {
    root.close();
  }

  private static String sheet(Root root) {
    byte[] text = StopSheet.sign(root, Fingerprint.of(root.publicPart()), new Epoch(20_779)).text();
    return new String(text, StandardCharsets.US_ASCII);
  }

  private int stop(String... more) {
    String[] args = Stream.concat(
        Stream.of("hub", "stop", "--board", folder.resolve("board").toString(), "--bundles", folder.resolve("bundles").toString(),
            "--sheet", folder.resolve("typed.txt").toString()),
        Stream.of(more)).toArray(String[]::new);
    return Main.line().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
  }

  @Test
  void a_typed_sheet_is_put_beside_the_bundles_in_its_one_spelling() throws IOException {
    assertThat(stop()).isZero();
    assertThat(folder.resolve("bundles/stop.txt")).hasContent(sheet);
    assertThat(out.toString()).startsWith("The desk \"" + Fingerprint.of(root.publicPart()) + "\" is closed here: 2 front pages say so");
    assertThat(stop()).as("done twice, nothing changes").isZero();
    try (Stream<Path> files = Files.list(folder.resolve("bundles"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void front_pages_of_all_languages_say_closed_and_show_the_sheet_and_other_pages_stay() throws IOException {
    assertThat(stop()).isZero();
    assertThat(Files.readString(folder.resolve("board/index.html")))
        .contains("This desk is closed", "Редакция закрыта", "\"assets/board.css\"", "<pre>\n" + sheet + "</pre>")
        .doesNotContain("{sheet}");
    assertThat(Files.readString(folder.resolve("board/be/index.html"))).contains("Рэдакцыя закрытая", "\"../assets/board.css\"");
    assertThat(folder.resolve("board/index.html.gz")).doesNotExist();
    assertThat(folder.resolve("board/be/index.html.gz")).doesNotExist();
    assertThat(folder.resolve("board/now-7d.html")).hasContent("list");
  }

  @Test
  void a_program_is_told_in_one_object() throws IOException {
    assertThat(stop("--json")).isZero();
    JsonNode told = JsonMapper.builder().build().readTree(out.toString());
    assertThat(told.get("closed").booleanValue()).isTrue();
    assertThat(told.get("made").textValue()).isEqualTo("2026-11-22");
  }

  @Test
  void a_sheet_of_another_desk_or_with_a_wrong_letter_closes_nothing_and_says_what_to_compare() throws IOException {
    try (Root other = Root.generate(new SecureRandom())) {
      Files.writeString(folder.resolve("typed.txt"), sheet(other));
      assertThat(stop()).isEqualTo(1);
    }
    Files.writeString(folder.resolve("typed.txt"), sheet.replace("2026-11-22", "2026-11-23"));
    assertThat(stop()).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(2).allSatisfy(line -> assertThat(line)
        .startsWith("watchword: nothing is closed: stop sheet: ").contains("compare the file with the paper", Fingerprint.of(root.publicPart())));
    assertThat(folder.resolve("bundles")).isEmptyDirectory();
    assertThat(folder.resolve("board/index.html")).hasContent("<h1>Now</h1>");
  }

  @Test
  void a_missing_sheet_board_or_folder_is_named() throws IOException {
    Files.delete(folder.resolve("bundles"));
    assertThat(stop()).isEqualTo(2);
    Files.delete(folder.resolve("typed.txt"));
    assertThat(stop()).isEqualTo(2);
    Files.delete(folder.resolve("board/root.bin"));
    assertThat(stop()).isEqualTo(2);
    assertThat(err.toString()).contains(
        "is not a folder", "there is no file " + folder.resolve("typed.txt"), "there is no file " + folder.resolve("board/root.bin"));
  }
}
