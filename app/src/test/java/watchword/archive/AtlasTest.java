package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.place.Gazetteer;
import watchword.core.place.Outline;
import watchword.core.place.Town;
import watchword.core.text.Folding;

class AtlasTest {

  private static final Atlas ATLAS = Atlas.packed();
  private static final Gazetteer AREA = new Gazetteer("area", ATLAS.towns(Territory.parse("BY,LT,PL,UA")));

  @Test
  void countries_give_their_towns_alone() {
    List<Town> towns = ATLAS.towns(Territory.parse("BY"));

    assertThat(towns).hasSizeBetween(250, 2_000).extracting(Town::name).contains("Minsk", "Hrodna").doesNotContain("Vilnius");
    assertThat(towns).allSatisfy(town -> assertThat(town.district()).isNotEmpty());
    assertThat(ATLAS.version()).contains("GeoNames").contains("CC BY 4.0");
  }

  @Test
  void a_box_gives_what_lies_in_it_of_any_country() {
    List<Town> towns = ATLAS.towns(Territory.parse("23.5,53.5,25.5,54.8"));

    assertThat(towns).extracting(Town::name).contains("Hrodna", "Vilnius").doesNotContain("Minsk");
  }

  @Test
  void a_country_that_there_is_not_is_named() {
    assertThatThrownBy(() -> ATLAS.towns(Territory.parse("BY,QQ"))).isInstanceOf(ArchiveException.class).hasMessageContaining("no country QQ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Belarus", "BY;LT", "1,2,3", "30,51,20,56", "20,51,30,96", "1,2,3,x"})
  void an_area_of_another_spelling_is_refused(String area) {
    assertThatThrownBy(() -> Territory.parse(area)).isInstanceOf(ArchiveException.class).hasMessageContaining("such as");
  }

  @ParameterizedTest
  @CsvSource({"'lt, by','BY,LT'", "'23.1,51.2,32.8,56.2','23.1,51.2,32.8,56.2'"})
  void an_area_is_kept_in_one_spelling(String given, String kept) {
    assertThat(Territory.parse(given).spelling()).isEqualTo(kept);
    assertThat(Territory.parse(kept)).isEqualTo(Territory.parse(given));
  }

  @ParameterizedTest
  @CsvSource({
    "взрывы в Гродно, Hrodna", "стралялі ў Гродне, Hrodna", "пад Баранавічамі, Baranovichi", "колонна под Барановичами, Baranovichi", "у Харкові гучно, Kharkiv",
    "w Suwałkach, Suwałki", "prie Vilniaus, Vilnius", "Kaune sprogimas, Kaunas", "explosion in Lodz, Łódź", "у Маладзечне, Maladziečna", "в Молодечно, Maladziečna"
  })
  void real_towns_are_found_in_the_languages_of_their_area(String text, String town) {
    assertThat(AREA.named(Folding.tokens(text))).extracting(Town::name).containsExactly(town);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "взорван мост через реку", "танки идут колонной", "слышны взрывы и стрельба", "чую стрэлы каля школы", "чути вибухи, світла немає",
    "helicopters over the forest", "widziałem kolumnę wojska na drodze", "girdėjau sprogimą naktį", "люди стоят в очереди за хлебом", "военные остановили машину",
    "в лесу слышна стрельба", "у магазина стоят военные", "каля бальніцы чуваць стрэлы", "возле больницы танки", "біля школи вибухи", "на дороге от завода дым",
    "przy drodze stoją czołgi", "pod lasem słychać strzały", "prie kelio stovi kareiviai", "near the railway soldiers", "by the factory smoke", "of yesterday evening"
  })
  void common_sentences_name_no_town(String text) {
    assertThat(AREA.named(Folding.tokens(text))).isEmpty();
  }

  @Test
  void an_outline_is_the_borders_of_its_countries_and_a_box_has_its_frame() {
    Outline country = ATLAS.outline(Territory.parse("BY"));
    Outline box = ATLAS.outline(Territory.parse("23.5,53.5,25.5,54.8"));

    assertThat(points(country)).hasSizeGreaterThan(100)
        .allSatisfy(point -> assertThat(point.latitude()).isBetween(51.0, 56.3))
        .allSatisfy(point -> assertThat(point.longitude()).isBetween(23.0, 33.0));
    assertThat(points(box)).hasSizeGreaterThan(5)
        .allSatisfy(point -> assertThat(point.latitude()).isBetween(53.5, 54.8));
    assertThat(OutlineJson.write(country)).startsWith("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\"").contains("MultiLineString");
    assertThat(OutlineJson.write(Outline.NONE)).isEqualTo("{\"type\":\"FeatureCollection\",\"features\":[]}");
  }

  private static List<Outline.Point> points(Outline outline) {
    return outline.lines().stream().flatMap(line -> line.points().stream()).toList();
  }
}
