package watchword.core.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.core.text.Folding;

class GazetteerTest {

  private static final Gazetteer TOWNS = new Gazetteer("test 1", List.of(
      town("lodz", "Łódź", 51.77, 19.46, 700_000),
      town("brest", "Brest", 52.10, 23.69, 340_000, "Брэст", "Брест"),
      town("lida", "Lida", 53.88, 25.30, 100_000, "Ліда", "Лида"),
      town("minsk", "Minsk", 53.90, 27.57, 1_740_000, "Мінск", "Минск", "Minskas", "Mińsk"),
      town("kyiv", "Kyiv", 50.45, 30.52, 2_900_000, "Київ", "Киев", "Kijów", "Kijevas"),
      town("kharkiv", "Kharkiv", 49.98, 36.25, 1_430_000, "Харків", "Харьков"),
      town("vilnius", "Vilnius", 54.69, 25.28, 540_000, "Вільня", "Вильнюс", "Wilno"),
      town("kaunas", "Kaunas", 54.90, 23.91, 300_000, "Коўна", "Каунас"),
      town("siauliai", "Šiauliai", 55.93, 23.32, 100_000),
      town("krakow", "Kraków", 50.06, 19.94, 770_000, "Кракаў", "Краков"),
      town("gdansk", "Gdańsk", 54.35, 18.65, 470_000),
      town("barysau", "Barysaw", 54.23, 28.50, 140_000, "Барысаў", "Борисов"),
      town("new", "Old Dal", 53.1, 20.1, 5_000),
      town("dal", "Dal", 53.0, 20.0, 50_000),
      town("masty", "Masty", 53.41, 24.54, 16_000, "Мосты", "Масты"),
      town("dubrava-1", "Dubrava", 52.0, 27.0, 900, "Дубрава"),
      town("dubrava-2", "Dubrava", 54.0, 30.0, 1_100, "Дубрава")));

  @ParameterizedTest
  @CsvSource({
    "lodz, lodz", "выбух у Брэсце, brest", "взрыв в Бресте, brest", "в Лиде тихо, lida", "каля Ліды, lida", "у Лідзе, lida",
    "под Минском, minsk", "у Мінску, minsk", "pod Mińskiem, minsk", "prie Minsko, minsk", "у Києві, kyiv", "в Киеве, kyiv", "w Kijowie, kyiv",
    "під Харковом, kharkiv", "у Харкові, kharkiv", "Vilniuje, vilnius", "в Вильнюсе, vilnius", "у Вільні, vilnius", "w Wilnie, vilnius",
    "Kaune, kaunas", "Šiauliuose, siauliai", "w Krakowie, krakow", "w Łodzi, lodz", "w Gdańsku, gdansk", "near Minsk's ring road, minsk", "у Барысаве, barysau", "пад Барысавам, barysau"
  })
  void a_town_is_found_in_the_cases_of_six_languages(String text, String id) {
    assertThat(named(text)).containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource({"лидер партии", "minskers", "взорван мост", "на мостах", "dalmatian", "лид"})
  void a_word_that_only_begins_like_a_name_is_none(String text) {
    assertThat(named(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"near Minks, minsk", "sirens at Vilnus, vilnius", "каля Барыаава, barysau", "under Kharkkiv no / near Kharkkiv, kharkiv", "w Krakwoie, krakow"})
  void a_name_one_slip_away_is_read_where_a_place_is_due(String text, String id) {
    assertThat(named(text)).containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource({"they saw minks in the wood", "near minx", "saw Kharkkiv", "near Krkw"})
  void a_slip_is_not_read_elsewhere_nor_are_two(String text) {
    assertThat(named(text)).isEmpty();
  }

  @Test
  void a_namesake_close_by_has_the_longer_name() {
    assertThat(TOWNS.namesakes(TOWNS.find("dal").orElseThrow())).extracting(Town::id).containsExactly("new");
    assertThat(TOWNS.namesakes(TOWNS.find("minsk").orElseThrow())).isEmpty();
  }

  @Test
  void the_longer_name_goes_before_the_shorter() {
    assertThat(named("smoke over Old Dal and Dal")).containsExactly("new", "dal");
  }

  @Test
  void a_name_that_towns_far_apart_share_tells_no_place() {
    assertThat(named("у Дубраве")).isEmpty();
    assertThat(TOWNS.mentions(Folding.tokens("у Дубраве"))).singleElement().satisfies(mention -> {
      assertThat(mention.shared()).isTrue();
      assertThat(mention.among()).extracting(Town::id).containsExactly("dubrava-2", "dubrava-1");
    });
    assertThat(TOWNS.mentions(Folding.tokens("Дубрава"))).as("where no place is due").isEmpty();
    assertThat(TOWNS.meaning("Дубрава")).isInstanceOfSatisfying(Gazetteer.Found.Several.class, several ->
        assertThat(several.towns()).extracting(Town::id).containsExactly("dubrava-2", "dubrava-1"));
  }

  @Test
  void a_name_means_its_far_largest_town_and_one_of_several_together() {
    Gazetteer towns = new Gazetteer("test", List.of(
        town("paris", "Paris", 48.85, 2.35, 2_100_000), town("paris-texas", "Paris", 33.66, -95.55, 25_000),
        town("twin-1", "Twin", 50, 20, 800), town("twin-2", "Twin", 50.1, 20.1, 900)));

    assertThat(towns.meaning("paris")).isEqualTo(new Gazetteer.Found.One(towns.towns().getFirst()));
    assertThat(towns.meaning("Twin")).isEqualTo(new Gazetteer.Found.One(towns.towns().getLast()));
    assertThat(towns.meaning("Elsewhere")).isEqualTo(new Gazetteer.Found.None());
  }

  @Test
  void a_cell_is_a_town_only_as_a_whole() {
    assertThat(TOWNS.meaning("Minsk region")).isEqualTo(new Gazetteer.Found.None());
    assertThat(TOWNS.meaning("Мосты")).isInstanceOf(Gazetteer.Found.One.class);
  }

  @Test
  void a_place_of_the_desk_s_own_list_goes_before_towns_and_may_be_an_everyday_word() {
    Town bridge = new Town("p1", "Мост", List.of(), 53.0, 25.0, 0, "", Optional.of(50.0), "crossing");
    List<Town> all = new ArrayList<>(TOWNS.towns());
    all.add(bridge);
    Gazetteer own = new Gazetteer("test 2", all);

    assertThat(own.named(Folding.tokens("стоят на мосту"))).containsExactly(bridge);
    assertThat(bridge.radiusMetres()).isEqualTo(50);
  }

  @Test
  void the_nearest_town_is_the_one_that_looking_at_all_finds() {
    Random dice = new Random(7);
    List<Town> many = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      many.add(town("t" + i, "T", dice.nextDouble(-90, 90), dice.nextDouble(-180, 180), dice.nextInt(2_000)));
    }
    Gazetteer towns = new Gazetteer("test", many);
    for (int i = 0; i < 500; i++) {
      Place place = new Place(dice.nextDouble(-90, 90), dice.nextDouble(-180, 180), 1, "");
      assertThat(towns.nearest(place, 1_000)).isEqualTo(many.stream().filter(town -> town.population() >= 1_000)
          .min(Comparator.comparingDouble((Town town) -> town.place().distanceMetres(place)).thenComparing(Town::id)));
    }
    assertThat(towns.nearest(new Place(0, 0, 1, ""), 5_000)).isEmpty();
  }

  private static List<String> named(String text) {
    return TOWNS.named(Folding.tokens(text)).stream().map(Town::id).toList();
  }

  private static Town town(String id, String name, double latitude, double longitude, long population, String... names) {
    return new Town(id, name, List.of(names), latitude, longitude, population, "");
  }
}
