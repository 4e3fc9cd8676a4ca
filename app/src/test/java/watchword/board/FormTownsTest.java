package watchword.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import watchword.archive.Atlas;
import watchword.archive.Territory;
import watchword.core.kind.Language;
import watchword.core.place.Town;

class FormTownsTest {

  private static final List<Town> UKRAINE = Atlas.packed().towns(Territory.parse("UA"));

  @Test
  void the_largest_towns_are_offered_as_far_as_the_bytes_allow() {
    List<Town> offered = FormTowns.of(UKRAINE);

    assertThat(offered).hasSizeBetween(60, 400).startsWith(UKRAINE.getFirst());
    long least = offered.getLast().population();
    assertThat(UKRAINE.stream().filter(town -> !offered.contains(town))).allSatisfy(town -> assertThat(town.population()).isLessThanOrEqualTo(least));
  }

  @Test
  void the_desk_s_own_places_come_first_and_leave_room_for_towns() {
    List<Town> all = new ArrayList<>(UKRAINE);
    for (int i = 0; i < 2_000; i++) {
      all.add(new Town("p" + i, "Polling station " + i, List.of(), 50 + i * 0.001, 30, 0, "", Optional.of(200.0), "polling station"));
    }
    List<Town> offered = FormTowns.of(all);

    assertThat(offered.getFirst().name()).isEqualTo("Polling station 0");
    assertThat(offered.stream().filter(Town::own)).hasSizeGreaterThan(25);
    assertThat(offered.stream().filter(town -> !town.own())).hasSizeGreaterThan(25).first().isEqualTo(UKRAINE.getFirst());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void the_places_of_a_page_weigh_no_more_than_their_budget(Language language) throws IOException {
    List<Town> offered = FormTowns.of(UKRAINE);
    StringBuilder json = new StringBuilder();
    for (Town town : offered) {
      json.append("[\"").append(town.name()).append("\",").append(FormTowns.latitude(town)).append(',').append(FormTowns.longitude(town))
          .append(',').append(FormTowns.people(town)).append(",0,").append(FormTowns.spellings(town, language)).append("],");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(json.toString().getBytes(StandardCharsets.UTF_8));
    }
    assertThat(bytes.size()).isLessThan(FormTowns.BUDGET_BYTES + 100);
  }

  @Test
  void a_town_is_placed_to_a_hundred_metres_and_an_own_place_as_its_list_has_it() {
    Town town = new Town("t", "Dal", List.of(), 50.45466, 30.52382, 2_952_301, "");
    Town own = new Town("p", "School 7", List.of(), 50.45466, 30.52382, 0, "", Optional.of(200.0), "polling station");

    assertThat(FormTowns.latitude(town)).isEqualTo(50.455);
    assertThat(FormTowns.longitude(town)).isEqualTo(30.524);
    assertThat(FormTowns.people(town)).isEqualTo(2_900_000);
    assertThat(FormTowns.people(new Town("v", "Vyse", List.of(), 0, 0, 870, ""))).isEqualTo(870);
    assertThat(FormTowns.latitude(own)).isEqualTo(50.45466);
    assertThat(FormTowns.longitude(own)).isEqualTo(30.52382);
  }

  @Test
  void a_spelling_is_carried_only_where_the_name_does_not_find_it() {
    Town hrodna = new Town("g1", "Hrodna", List.of("Grodno", "Гродна", "Гродно", "Gardinas"), 53.7, 23.8, 373_000, "");

    assertThat(FormTowns.spellings(hrodna, Language.RU)).containsExactly("Гродно");
    assertThat(FormTowns.spellings(hrodna, Language.LT)).containsExactly("Grodno", "Gardinas");
  }
}
