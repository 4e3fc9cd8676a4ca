package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import watchword.archive.KindsFile;
import watchword.archive.PlaceList;
import watchword.core.bulletin.BulletinId;
import watchword.core.decision.Policy;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.desk.Case;
import watchword.desk.Desk;
import watchword.desk.Founding;
import watchword.desk.Models;
import watchword.desk.Office;
import watchword.member.Pseudonym;

class DeskImportTest {

  private static final Pseudonym HERON = new Pseudonym("heron");
  private static final String PASSPHRASE = "seven quiet herons";
  private static final String NAME = "QUILLFEATHER";

  @TempDir Path folder;

  private record Run(int exit, String out, String err) {}

  @BeforeEach
  void found() throws IOException {
    try (Office office = Founding.found(folder.resolve("lorne"), "Lorne Watch", 1, HERON, PASSPHRASE.toCharArray(), tools()).office()) {
      assertThat(office.isLocked()).isFalse();
    }
    file("words.txt", PASSPHRASE + "\n");
  }

  @Test
  void what_files_tell_stands_in_the_casebook_once_with_its_words_under_the_importers_name() throws Exception {
    Path csv = file("a.csv", """
        id,time,lat,lon,kind,text,source
        1,2026-01-02T10:00Z,54.1,-33.2,Shelling,three shells by the mill,Radio Dal
        2,2026-01-02T10:05Z,54.1,-33.2,dragons,smoke over the mill,Radio Dal
        3,2026-01-02T10:05Z,95,-33.2,fire,too far,Radio Dal
        """);
    Path chat = file("result.json", """
        {"name":"Lorne roads","type":"public_channel","id":1,"messages":[
         {"id":1,"type":"service","actor":"QUILLFEATHER","date_unixtime":"1767348000"},
         {"id":2,"type":"message","from":"QUILLFEATHER","from_id":"QUILLFEATHER","date_unixtime":"1767348000","text":["tanks\\x1F ",{"type":"bold","text":"at the ford"}]}]}
        """);

    Run first = run(csv, chat, "--rejects", folder.resolve("rejects.csv").toString(), "--json");
    Run again = run(csv, chat, "--json");
    Run renamed = run(Files.copy(csv, folder.resolve("b.csv")), "--json");

    assertThat(first).isEqualTo(new Run(0, "{\"added\":3,\"known\":0,\"rejected\":1}\n", """
        watchword: result.json: 1 message of the messenger itself left out
        watchword: a.csv row 3: latitude 95 is not between −90 and 90; is it the longitude?
        """));
    assertThat(again.out()).isEqualTo("{\"added\":0,\"known\":3,\"rejected\":1}\n");
    assertThat(renamed.out()).isEqualTo("{\"added\":0,\"known\":2,\"rejected\":1}\n");
    assertThat(Files.readString(folder.resolve("rejects.csv"))).contains("too far").doesNotContain(NAME);
    try (Office office = unlocked()) {
      Desk desk = desk(office);
      List<Reading> readings = readings(desk);
      assertThat(readings).extracting(reading -> reading.kind().id()).containsExactlyInAnyOrder("shelling", "other", "other");
      assertThat(readings).extracting(reading -> reading.source().value()).containsExactlyInAnyOrder("Radio Dal", "Radio Dal", "Lorne roads");
      assertThat(readings).extracting(Reading::channel).containsOnly(Channel.PUBLIC);
      List<String> words = readings.stream().map(reading -> desk.words("heron", reading.id(), Instant.now()).orElseThrow()).toList();
      assertThat(words).containsExactlyInAnyOrder("three shells by the mill", "smoke over the mill", "tanks\u001F at the ford");
    }
    assertNothingNames(folder.resolve("lorne"));
  }

  @Test
  void a_row_added_to_a_file_is_all_that_a_second_import_takes() throws Exception {
    Path csv = file("a.csv", "time,lat,lon,text\n2026-01-02T10:00Z,54.1,-33.2,a fire\n");
    run(csv, "--channel", "by-hand", "--as", "fire");
    Files.writeString(csv, "time,lat,lon,text\n2026-01-02T09:00Z,54.2,-33.2,a flood\n2026-01-02T10:00Z,54.1,-33.2,a fire\n");

    assertThat(run(csv, "--channel", "by-hand").out()).isEqualTo("1 report added, 1 the desk had, 0 rows not used. New ones stand in the queue from the desk's next start.\n");
    try (Office office = unlocked()) {
      assertThat(readings(desk(office))).extracting(reading -> reading.kind().id() + " " + reading.channel()).containsExactlyInAnyOrder("fire BY_HAND", "other BY_HAND");
    }
  }

  @Test
  void a_place_known_only_by_name_is_left_to_the_desks_own_places() throws Exception {
    run(file("a.csv", "time,place,text\n2026-01-02T10:00Z,Old Ford,a fire\n"));

    try (Office office = unlocked()) {
      Desk desk = desk(office);
      Reading reading = readings(desk).getFirst();
      assertThat(reading.place()).isEmpty();
      assertThat(desk.words("heron", reading.id(), Instant.now())).contains("a fire\nOld Ford");
    }
  }

  @Test
  void words_alone_are_placed_by_the_towns_of_the_desks_area_and_counted() throws Exception {
    file("lorne/area.txt", "BY\n");
    Run run = run(file("a.csv", "time,text\n2026-01-02T10:00Z,a fire near Mazyr\n2026-01-02T10:00Z,a column along the M10\n"));

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEqualTo("watchword: 1 report without coordinates placed by a town in the words\n");
    try (Office office = unlocked()) {
      assertThat(readings(desk(office))).extracting(reading -> reading.places().size()).containsExactlyInAnyOrder(1, 0);
    }
  }

  @Test
  void a_taxonomy_makes_the_desks_kinds_of_a_partners_words_and_no_second_report() throws Exception {
    Path csv = file("south.csv", "dataset,event,date,latitude,longitude,act_tax\nsouth,1,2026-01-02,54.1,-33.2,ART\nsouth,2,2026-01-02,54.1,-33.2,XYZ\n");
    Path taxonomy = file("taxonomy_act_tax.csv", "data.source,base.categories,fine,coarse\nsouth,ART,heavy guns,Shelling\n");

    Run run = run(csv, "--taxonomy", taxonomy, "--json");

    assertThat(run.out()).isEqualTo("{\"added\":2,\"known\":0,\"rejected\":0}\n");
    assertThat(run.err()).contains("south.csv: 1 row has a act_tax that is not in taxonomy_act_tax.csv; kept, the first is row 2");
    assertThat(run(csv, "--json").out()).as("without it").isEqualTo("{\"added\":0,\"known\":2,\"rejected\":0}\n");
    try (Office office = unlocked()) {
      assertThat(readings(desk(office))).extracting(reading -> reading.kind().id()).containsExactlyInAnyOrder("shelling", "other");
    }
  }

  @Test
  void what_cannot_be_done_is_one_sentence() throws Exception {
    Path csv = file("a.csv", "time,text\n2026-01-02T10:00Z,a fire\n");

    assertThat(run(csv, "--channel", "sealed")).isEqualTo(new Run(2, "", "watchword: no such channel; say public, partner or by-hand\n"));
    assertThat(run(csv, "--as", "dragon")).isEqualTo(new Run(2, "", "watchword: there is no kind dragon; spec/kinds.md lists them\n"));
    assertThat(run(csv, "--lane", "3")).isEqualTo(new Run(2, "", "watchword: heron is not in lane 3\n"));
    assertThat(run(folder.resolve("none.csv"))).isEqualTo(new Run(2, "", "watchword: none.csv does not exist\n"));
    assertThat(run(csv, "--rejects", csv.toString()).exit()).isEqualTo(2);
    assertThat(execute("desk", "import", "--folder", folder.resolve("lorne").toString(), csv.toString()).err()).isEqualTo("watchword: say who acts: --member PSEUDONYM\n");
    assertThat(execute("desk", "--folder", folder.resolve("lorne").toString())).isEqualTo(new Run(2, "", "watchword: say where to collect: --hub ADDRESS\n"));
    file("words.txt", "seven loud herons\n");
    assertThat(run(csv).exit()).isEqualTo(1);
  }

  @Test
  void help_has_an_example() {
    assertThat(execute("desk", "import", "--help").out()).contains("Example:", "./watchword desk import --folder", "--folder=DIR", "--member=PSEUDONYM");
  }

  /// In no file of the desk, sealed or not, and in no name of one.
  private static void assertNothingNames(Path desk) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(desk)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain(NAME);
    }
  }

  private static List<Reading> readings(Desk desk) {
    return desk.queue(Instant.now()).stream().map(Case::incident).flatMap(incident -> incident.readings().stream()).toList();
  }

  private Office unlocked() throws Exception {
    Office office = Office.open(folder.resolve("lorne"), tools());
    assertThat(office.unlock(HERON, PASSPHRASE.toCharArray())).isTrue();
    return office;
  }

  private static Desk desk(Office office) {
    return office.desk(new Desk.Setup(
        Models.standard(Policy.DEFAULT), Policy.DEFAULT, DeskPlaces.of(Optional.empty(), PlaceList.NONE).gazetteer(), ZoneOffset.UTC,
        () -> new BulletinId("0011223344556677")));
  }

  private static Office.Tools tools() {
    return new Office.Tools(InstantSource.system(), new SecureRandom(), 10, KindsFile.builtIn());
  }

  private Run run(Object... more) {
    List<String> arguments = new ArrayList<>(List.of(
        "desk", "import", "--folder", folder.resolve("lorne").toString(), "--member", "heron", "--passphrase-file", folder.resolve("words.txt").toString()));
    Stream.of(more).map(Object::toString).forEach(arguments::add);
    return execute(arguments.toArray(String[]::new));
  }

  private static Run execute(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.line();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return new Run(line.execute(arguments), out.toString(), err.toString());
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
