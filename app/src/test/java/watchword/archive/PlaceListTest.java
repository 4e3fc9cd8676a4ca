package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.place.Place;
import watchword.core.place.Town;

class PlaceListTest {

  @TempDir Path folder;

  @Test
  void a_row_is_a_place_with_all_its_names() throws IOException {
    PlaceList list = list("""
        id,name,names,lat,lon,uncertainty,inhabitants,kind
        17,School 5,Школа № 5|Школа 5,53.9,27.5,150,,polling station
        ,Vyse,,53.8,27.1,,2300,
        """);

    assertThat(list.rejects()).isEmpty();
    Town school = list.towns().getFirst();
    assertThat(school.id()).isEqualTo("p17");
    assertThat(school.names()).containsExactly("Школа № 5", "Школа 5");
    assertThat(school.radiusMetres()).isEqualTo(150);
    assertThat(school.kind()).isEqualTo("polling station");
    Town village = list.towns().getLast();
    assertThat(village.id()).isEqualTo("p2");
    assertThat(village.own()).isTrue();
    assertThat(village.population()).isEqualTo(2_300);
    assertThat(village.radiusMetres()).isGreaterThan(1_000);
  }

  @Test
  void a_bad_row_is_told_by_number_and_reason_and_loses_no_other() throws IOException {
    PlaceList list = list("""
        id,name,lat,lon,uncertainty
        1,Dal,53.9,27.5,
        2,,53.9,27.5,
        3,North,93.9,27.5,
        4,East,53.9,east,
        5,West,53.9,,
        6,Wide,53.9,27.5,0
        1,Dal again,53.9,27.5,
        8,–,53.9,27.5,
        9,Short,53.9
        10,Marrow,53.8,27.4,300
        """);

    assertThat(list.towns()).extracting(Town::name).containsExactly("Dal", "Marrow");
    assertThat(list.rejects()).extracting(reject -> reject.sentence(false)).containsExactly(
        "row 2: the name is missing",
        "row 3: latitude 93.9 is not between −90 and 90",
        "row 4: the longitude is not a number",
        "row 5: the longitude is missing",
        "row 6: uncertainty 0 is not between 1 and 2000000",
        "row 7: its id is that of row 1 too",
        "row 8: the name is not of 1 to 120 characters on one line with a letter or digit among them",
        "row 9: 3 fields where the header has 5");
  }

  @Test
  void rows_of_a_road_are_its_points_and_no_places() throws IOException {
    PlaceList list = list("""
        name,names,lat,lon,kind
        M10,М-10,53.9,27.5,road
        Dal,,53.8,27.5,crossing
        M10,,53.8,27.4,road
        M10,,53.8,27.4,road
        M11,,53.9,27.5,road
        M10,,53.7,27.3,road
        """);

    assertThat(list.towns()).extracting(Town::name).containsExactly("Dal");
    assertThat(list.roads()).singleElement().satisfies(road -> {
      assertThat(road.names()).containsExactly("М-10");
      assertThat(road.course()).extracting(Place::latitude).containsExactly(53.9, 53.8, 53.7);
    });
    assertThat(list.rejects()).extracting(reject -> reject.sentence(false)).containsExactly(
        "row 4: it is the point before it on its road",
        "row 5: a road needs two points at least, each a row of its name");
  }

  @Test
  void a_road_has_a_bounded_number_of_points() throws IOException {
    String points = IntStream.range(0, 33).mapToObj(i -> "M10,53." + (100 + i) + ",27.5,road\n").collect(Collectors.joining());
    PlaceList list = list("name,lat,lon,kind\n" + points);
    assertThat(list.roads().getFirst().course()).hasSize(32);
    assertThat(list.rejects()).singleElement().satisfies(reject -> assertThat(reject.sentence(false)).startsWith("row 33: its road has 32 points already"));
  }

  @Test
  void a_list_without_a_needed_column_is_refused_in_one_sentence() {
    assertThatThrownBy(() -> list("name,lat\nDal,53.9\n")).isInstanceOf(ArchiveException.class)
        .hasMessage("places.csv has no column lon; a place list has name, lat and lon at least");
  }

  @Test
  void another_content_is_another_version() throws IOException {
    assertThat(list("name,lat,lon\nDal,53.9,27.5\n").version()).isNotEqualTo(list("name,lat,lon\nDal,53.9,27.6\n").version());
  }

  private PlaceList list(String content) throws IOException {
    return PlaceList.read(Files.writeString(folder.resolve("places.csv"), content));
  }
}
