package watchword.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every world begins with happenings that are easily taken for each other.
class RivalsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void two_blasts_shake_neighbouring_towns_within_the_hour(long seed) {
    World world = World.seeded(seed, WorldSize.USUAL);
    Happening first = world.happenings().get(0);
    Happening second = world.happenings().get(1);

    assertThat(first.kind()).isEqualTo(second.kind());
    assertThat(Duration.between(first.begins(), second.begins())).isBetween(Duration.ofMinutes(1), Duration.ofHours(1));
    assertThat(first.site().town()).isNotEqualTo(second.site().town());
    assertThat(first.placeAt(first.begins()).distanceMetres(second.placeAt(second.begins()))).isLessThan(40_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void two_columns_move_along_one_road_at_the_speed_of_their_kind(long seed) {
    World world = World.seeded(seed, WorldSize.USUAL);
    Happening first = world.happenings().get(2);
    Happening second = world.happenings().get(3);

    assertThat(first.site().road()).isPresent().isEqualTo(second.site().road());
    for (Happening column : new Happening[] {first, second}) {
      double metres = column.placeAt(column.begins()).distanceMetres(column.placeAt(column.begins().plusSeconds(600)));
      // A road bends: less than ten minutes at full speed, as the crow flies.
      assertThat(metres).isBetween(2_000.0, column.kind().speedKmh() * 1_000 / 6 * 1.01);
    }
  }
}
