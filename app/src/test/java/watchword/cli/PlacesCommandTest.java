package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.desk.DeskFolder;

class PlacesCommandTest {

  private static final String LIST = """
      name,names,lat,lon,kind
      School 5,Школа 5,53.68,23.83,polling station
      Nowhere,,193.68,23.83,
      """;

  @TempDir Path folder;

  private record Run(int exit, String out, String err) {}

  @Test
  void a_list_is_checked_without_a_desk() throws IOException {
    Run run = run("places", "--places", list(), "--area", "BY", "--json");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEqualTo("watchword: stations.csv row 2: latitude 193.68 is not between −90 and 90\n");
    var json = JsonMapper.builder().build().readTree(run.out());
    assertThat(json.get("places").intValue()).isEqualTo(1);
    assertThat(json.get("rejects").intValue()).isEqualTo(1);
    assertThat(json.get("towns").intValue()).isGreaterThan(200);
    assertThat(json.get("version").textValue()).contains("GeoNames").contains("area BY");
  }

  @Test
  void what_cannot_be_checked_is_said_in_one_sentence() {
    assertThat(run("places").err()).contains("nothing to check");
    assertThat(run("places", "--area", "Belarus").err()).contains("an area is countries by two letters");
    assertThat(run("places", "--area", "QQ").err()).contains("there is no country QQ");
    assertThat(run("places", "--places", folder.resolve("none.csv").toString())).isEqualTo(
        new Run(2, "", "watchword: none.csv does not exist\n"));
    assertThat(run("places", "--folder", folder.toString(), "--area", "BY").err()).contains("no desk in this folder");
  }

  @Test
  void a_new_desk_s_board_shows_its_area_and_offers_its_places_and_another_area_can_be_set() throws IOException {
    Path desk = folder.resolve("desk");
    Files.writeString(folder.resolve("phrase"), "canoe lantern mint orbit\n");
    Run init = run("init", "--folder", desk.toString(), "--name", "Watch", "--member", "heron", "--passphrase-file", folder.resolve("phrase").toString(),
        "--area", "by", "--places", list());

    assertThat(init.exit()).as(init.err()).isZero();
    assertThat(init.err()).contains("row 2: latitude 193.68");
    Path board = desk.resolve("board").resolve("current");
    assertThat(Files.readString(board.resolve("country.geojson"))).contains("MultiLineString");
    assertThat(Files.readString(board.resolve("index.html"))).contains("School 5").contains("Minsk");
    DeskPlaces places = DeskPlaces.of(new DeskFolder(desk));
    assertThat(places.own().towns()).hasSize(1);
    assertThat(places.gazetteer().towns().getFirst().district()).isEqualTo("Hrodna");
    assertThat(Files.readString(desk.resolve("area.txt"))).isEqualTo("BY\n");

    Run again = run("places", "--folder", desk.toString(), "--area", "BY,LT");

    assertThat(again.exit()).isZero();
    assertThat(again.out()).startsWith("1 place and 0 roads of the desk's own, 1 row that cannot be used, ").contains("from its next start");
    assertThat(DeskPlaces.of(new DeskFolder(desk)).gazetteer().version()).contains("area BY,LT");
  }

  private String list() throws IOException {
    return Files.writeString(folder.resolve("stations.csv"), LIST).toString();
  }

  private static Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.line().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    return new Run(exit, out.toString(), err.toString());
  }
}
