package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import watchword.core.place.Place;

/// The invented country has a border, and what is told of it lies there.
class BorderTest {

  private static final Country COUNTRY = Country.builtIn();
  private static final List<World> TWENTY =
      LongStream.rangeClosed(1, 20).mapToObj(seed -> World.seeded(seed, WorldSize.USUAL)).toList();

  /// As far as a village may be from which somebody watches it.
  private static final double NEAR_METRES = 20_000;

  @Test
  void the_border_is_an_edge_of_the_country_with_another_one_behind_it() {
    assertThat(COUNTRY.outline()).containsSubsequence(COUNTRY.border());
    assertThat(COUNTRY.neighbour().names()).containsOnlyKeys(COUNTRY.languages());
    assertThat(COUNTRY.neighbour().names()).doesNotContainValue(COUNTRY.names().get("en"));
  }

  @Test
  void troops_at_the_border_stand_near_it_and_other_things_happen_elsewhere() {
    assertThat(happenings("troops-at-border")).hasSizeGreaterThan(5)
        .allSatisfy(one -> assertThat(metresToBorder(one.placeAt(one.begins()))).isLessThan(NEAR_METRES));
    List<Happening> all = TWENTY.stream().flatMap(world -> world.happenings().stream()).toList();
    assertThat(all.stream().filter(one -> metresToBorder(one.placeAt(one.begins())) > NEAR_METRES).count())
        .as("or the country is all border").isGreaterThan(all.size() / 2);
  }

  @Test
  void who_tells_of_the_border_and_says_where_means_a_place_near_it() {
    List<Place> told = TWENTY.stream().flatMap(BorderTest::toldOfTheBorder).toList();
    assertThat(told).hasSizeGreaterThan(20);
    long near = told.stream().filter(place -> metresToBorder(place) < NEAR_METRES + place.uncertaintyMetres()).count();
    assertThat(near / (double) told.size()).as("but for those who err").isGreaterThan(0.9);
  }

  private static List<Happening> happenings(String kind) {
    return TWENTY.stream().flatMap(world -> world.happenings().stream()).filter(one -> one.kind().id().equals(kind)).toList();
  }

  private static Stream<Place> toldOfTheBorder(World world) {
    List<HappeningId> there = world.happenings().stream()
        .filter(one -> one.kind().id().equals("troops-at-border")).map(Happening::id).toList();
    return world.sendings().stream()
        .filter(sending -> sending.truth() instanceof Truth.Of of && there.contains(of.happening()))
        .flatMap(sending -> sending.report().place().stream());
  }

  /// To the nearest point of its steps, a hundred to each.
  private static double metresToBorder(Place place) {
    List<Point> line = COUNTRY.borderLine();
    return IntStream.range(1, line.size()).boxed()
        .flatMap(i -> IntStream.rangeClosed(0, 100).mapToObj(step -> line.get(i - 1).towards(line.get(i), step / 100.0)))
        .mapToDouble(point -> point.place(1, "").distanceMetres(place))
        .min().orElseThrow();
  }
}
