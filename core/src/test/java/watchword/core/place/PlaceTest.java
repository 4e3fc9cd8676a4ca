package watchword.core.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaceTest {

  @Test
  void a_place_moved_is_as_far_away_and_in_that_direction() {
    Random dice = new Random(5);
    for (int i = 0; i < 1_000; i++) {
      Place place = new Place(dice.nextDouble(-80, 80), dice.nextDouble(-180, 180), 10, "");
      double metres = dice.nextDouble(100, 100_000);
      double bearing = dice.nextDouble(0, 360);
      Place moved = place.moved(metres, bearing, 20);
      assertThat(moved.distanceMetres(place)).isCloseTo(metres, within(0.1));
      assertThat(Math.abs(Math.floorMod(Math.round(place.bearing(moved) - bearing) + 180, 360) - 180)).isZero();
      assertThat(moved.uncertaintyMetres()).isEqualTo(20);
    }
  }
}
