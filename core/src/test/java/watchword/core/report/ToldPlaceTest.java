package watchword.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.Story;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.place.Road;
import watchword.core.place.Town;
import watchword.core.time.Span;

/// Where a report is placed by its words, and how sure that is.
class ToldPlaceTest {

  private static final Town DAL = town("dal", "Dal", 52.10, 60_000, "Дал", "Дала");
  private static final Town OLD_DAL = town("old-dal", "Old Dal", 52.20, 2_000, "Стары Дал", "Старога Дала");
  private static final Town MARROW = town("marrow", "Marrow", 52.30, 12_000, "Мароў");
  private static final Road M10 = new Road("M10", List.of("M-10"), List.of(point(52.3), point(52.4), point(52.7)));
  private static final Gazetteer TOWNS = new Gazetteer("test", List.of(DAL, OLD_DAL, MARROW));

  @Test
  void a_town_is_its_surroundings() {
    assertThat(places("smoke near Marrow")).singleElement().satisfies(place -> {
      assertThat(place.value().latitude()).isEqualTo(52.30);
      assertThat(place.value().uncertaintyMetres()).isGreaterThan(MARROW.radiusMetres());
      assertThat(place.weight()).isEqualTo(1);
    });
  }

  @Test
  void several_towns_share() {
    assertThat(places("Dal or Marrow, I cannot tell")).extracting(Weighted::weight).containsExactly(0.5, 0.5);
  }

  @Test
  void where_it_is_heading_is_not_where_it_is() {
    assertThat(places("column near Dal, towards Marrow")).extracting(place -> place.value().name())
        .containsExactly("Dal");
    assertThat(places("калона каля Дала, у бок Мароў")).extracting(place -> place.value().name())
        .containsExactly("Dal");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "column along the M10", "калона на M10", "колонна по трассе М10", "on the road to Marrow", "on the road from Dal to Marrow",
    "калона, дарога на Мароў", "along the Dal–Marrow highway", "трасса Дал — Мароў"})
  void a_road_is_no_place_and_its_ends_are_not_where_something_is(String text) {
    assertThat(places(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "on the road near Marrow", "convoy M1 Marrow 10:30", "driving the M10 past Marrow, empty road", "дарога каля Мароў",
    "Marrow, road blocked", "дорога перекрыта в Мароў", "road blocked, we drive from Marrow"})
  void a_town_beside_a_road_is_a_place(String text) {
    assertThat(places(text)).extracting(place -> place.value().name()).containsExactly("Marrow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"in Marrow district", "somewhere in the district of Marrow", "у раёне Мароў", "Мароў раён"})
  void a_district_is_the_surroundings_of_its_seat(String text) {
    assertThat(places(text)).singleElement().satisfies(place -> {
      assertThat(place.value().latitude()).isEqualTo(52.30);
      assertThat(place.value().uncertaintyMetres()).isBetween(MARROW.radiusMetres(), 5_000.0);
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"fighting in Marrow region", "у Мароў вобласці", "Marrow oblast quiet"})
  void a_region_is_not_its_seat(String text) {
    assertThat(places(text)).isEmpty();
  }

  @Test
  void a_name_that_two_or_three_towns_share_tells_one_of_them_by_their_inhabitants_where_a_place_is_due() {
    Reading two = read(fens(3_000, 2_000), "fire near Fen", Optional.empty());
    assertThat(two.places()).extracting(Weighted::weight).containsExactly(0.6, 0.4);
    assertThat(two.places()).extracting(place -> place.value().latitude()).containsExactly(50.0, 51.0);
    assertThat(two.towns()).containsExactly("fen-0", "fen-1");
    assertThat(two.place()).isEmpty();
    assertThat(two.choice()).contains("one of 2 places named Fen");
    assertThat(read(fens(3_000, 2_000, 400), "fire near Fen", Optional.empty()).places())
        .extracting(Weighted::weight).containsExactly(3_000 / 5_500.0, 2_000 / 5_500.0, 500 / 5_500.0);
  }

  @Test
  void each_of_them_is_told_from_as_it_would_be_alone() {
    assertThat(read(fens(3_000, 2_000), "5 km north of Fen", Optional.empty()).places())
        .extracting(place -> Math.round(place.value().distanceMetres(new Place(50, -33.20, 1, "")) / 1_000.0)).containsExactly(5L, 116L);
  }

  @Test
  void a_name_of_four_towns_or_where_no_place_is_due_tells_none() {
    assertThat(read(fens(3_000, 2_000, 2_500, 2_200), "fire near Fen", Optional.empty()).places()).isEmpty();
    assertThat(read(fens(3_000, 2_000), "Fen burns", Optional.empty()).places()).isEmpty();
    assertThat(read(fens(3_000, 2_000), "fire near Fen region", Optional.empty()).places()).isEmpty();
    assertThat(read(fens(3_000, 2_000), "on the road to Fen", Optional.empty()).places()).isEmpty();
  }

  @Test
  void a_shared_name_counts_neither_beside_a_clear_one_nor_beside_a_pin() {
    List<Town> towns = new ArrayList<>(fens(3_000, 2_000).towns());
    towns.add(MARROW);
    Gazetteer all = new Gazetteer("test", towns);
    assertThat(read(all, "near Fen, Marrow district", Optional.empty()).towns()).containsExactly("marrow");
    assertThat(read(all, "fire near Fen", pin(50.0, 300)).towns()).isEmpty();
  }

  @Test
  void a_town_that_is_dwarfed_or_close_by_is_none_of_several() {
    List<Town> towns = new ArrayList<>(fens(3_000, 2_000, 299).towns());
    towns.add(town("fen-beside", "Fen", 50.1, 1_500));
    assertThat(read(new Gazetteer("test", towns), "fire near Fen", Optional.empty()).towns()).containsExactly("fen-0", "fen-1");
  }

  @Test
  void of_strangers_words_a_shared_name_counts_by_its_largest_town() {
    Reader large = Reader.ofStrangers(fens(30_000, 4_000), ZoneOffset.UTC);
    assertThat(large.read(report("fire near Fen", Optional.empty())).places()).hasSize(2);
    assertThat(large.read(report("Fen fire", Optional.empty())).places()).isEmpty();
    Reader small = Reader.ofStrangers(fens(9_000, 4_000), ZoneOffset.UTC);
    assertThat(small.read(report("fire near Fen", Optional.empty())).places()).isEmpty();
  }

  /// Towns of one name, a degree apart.
  private static Gazetteer fens(long... inhabitants) {
    List<Town> towns = new ArrayList<>();
    for (long people : inhabitants) {
      towns.add(town("fen-" + towns.size(), "Fen", 50 + towns.size(), people));
    }
    return new Gazetteer("test", towns);
  }

  @ParameterizedTest
  @CsvSource({"smoke near Marrow, 1", "каля Мароў дым, 1", "smoke near Marow, 0", "marrow and bones, 0", "smoke near Old Dal, 0", "smoke near Dal or in Marrow, 2"})
  void of_strangers_words_only_a_town_that_is_due_and_not_small_is_a_place(String text, int places) {
    assertThat(Reader.ofStrangers(TOWNS, ZoneOffset.UTC).read(report(text, Optional.empty())).places()).hasSize(places);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "5 km north of Marrow", "5 км на север от Марроу", "5 км на поўнач ад Мароў", "5 км на північ від Марроу",
        "5 km na północ od Marrow"})
  void so_far_from_a_town_is_a_place_of_its_own(String text) {
    Gazetteer towns = new Gazetteer("test", List.of(town("marrow", "Marrow", 52.30, 12_000, "Мароў", "Марроу")));
    assertThat(read(towns, text, Optional.empty()).places()).singleElement().satisfies(place -> {
      assertThat(place.value().distanceMetres(MARROW.place())).isCloseTo(5_000, within(1.0));
      assertThat(place.value().latitude()).isGreaterThan(52.30);
    });
  }

  @Test
  void a_distance_without_a_direction_makes_the_town_vaguer() {
    assertThat(places("20 km from Marrow")).singleElement().satisfies(place -> {
      assertThat(place.value().latitude()).isEqualTo(52.30);
      assertThat(place.value().uncertaintyMetres()).isEqualTo(20_000);
    });
  }

  @Test
  void between_two_towns_is_half_way_and_that_unsure() {
    assertThat(places("a post between Dal and Marrow")).singleElement().satisfies(place -> {
      assertThat(place.value().latitude()).isCloseTo(52.20, within(0.001));
      assertThat(place.value().uncertaintyMetres())
          .isCloseTo(DAL.place().distanceMetres(MARROW.place()) / 2, within(1.0));
    });
  }

  @Test
  void a_list_of_towns_is_no_place() {
    Gazetteer many = new Gazetteer("test", List.of(DAL, OLD_DAL, MARROW, town("fen", "Fenwick", 52.0, 300)));
    assertThat(read(many, "Dal, Old Dal, Marrow, Fenwick", Optional.empty()).places()).isEmpty();
  }

  @Test
  void who_lives_in_old_dal_says_dal() {
    assertThat(read(TOWNS, "blast in Dal", pin(52.20, 300)).towns()).containsExactly("old-dal");
    assertThat(read(TOWNS, "blast in Dal", pin(52.10, 300)).towns()).containsExactly("dal");
  }

  @Test
  void a_pin_far_from_the_town_it_names_is_less_sure_and_stays_where_it_is() {
    Place told = read(TOWNS, "shots in Marrow", pin(52.50, 300)).place().orElseThrow();
    assertThat(told.latitude()).isEqualTo(52.50);
    assertThat(told.uncertaintyMetres()).isGreaterThan(1_000);
    assertThat(read(TOWNS, "shots in Marrow", pin(52.31, 300)).place().orElseThrow().uncertaintyMetres())
        .isEqualTo(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a column along the M10", "калона на трасе М10", "kolumna na drodze M10", "колонна по шоссе М-10"})
  void along_a_listed_road_is_one_of_its_stretches_by_their_lengths(String text) {
    Gazetteer roads = new Gazetteer("test", List.of(DAL, MARROW), List.of(M10));
    List<Weighted<Place>> places = read(roads, text, Optional.empty()).places();
    assertThat(places).extracting(Weighted::weight).usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : 1)
        .containsExactly(0.75, 0.25);
    assertThat(places.getFirst().value().latitude()).isCloseTo(52.55, within(1e-9));
    assertThat(places.getFirst().value().uncertaintyMetres()).as("half the stretch").isCloseTo(16_680, within(5.0));
    assertThat(places(text)).as("a road that nobody listed").isEmpty();
  }

  @Test
  void a_town_tells_more_than_the_road_it_lies_on_and_two_roads_tell_nothing() {
    Road m11 = new Road("M11", List.of(), M10.course());
    Gazetteer roads = new Gazetteer("test", List.of(DAL, MARROW), List.of(M10, m11));
    assertThat(read(roads, "a column on the M10 near Dal", Optional.empty()).places()).singleElement()
        .satisfies(place -> assertThat(place.value().name()).isEqualTo("Dal"));
    assertThat(read(roads, "the M10 or the M11", Optional.empty()).places()).isEmpty();
  }

  private static List<Weighted<Place>> places(String text) {
    return read(TOWNS, text, Optional.empty()).places();
  }

  private static Optional<Place> pin(double latitude, double uncertainty) {
    return Optional.of(new Place(latitude, -33.20, uncertainty, ""));
  }

  private static Reading read(Gazetteer towns, String text, Optional<Place> pin) {
    return new Reader(towns, ZoneOffset.UTC).read(report(text, pin));
  }

  private static Report report(String text, Optional<Place> pin) {
    return new Report(
        new ReportId("r1"), Channel.SEALED, new SourceKey("s"), Story.EXPLOSION, Stance.SIGHTING, pin,
        Span.at(Instant.parse("2026-11-22T10:00:00Z")), text, List.of(), List.of());
  }

  private static Place point(double latitude) {
    return new Place(latitude, -33.20, 200, "");
  }

  private static Town town(String id, String name, double latitude, long population, String... names) {
    return new Town(id, name, List.of(names), latitude, -33.20, population, "");
  }
}
