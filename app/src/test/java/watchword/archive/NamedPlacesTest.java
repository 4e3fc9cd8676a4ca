package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchword.core.place.Place;

class NamedPlacesTest {

  @Test
  void a_name_is_the_same_place_in_english_and_ukrainian() {
    String[][] spellings = {
      {"Kharkivska oblast", "Харківська область"}, {"Khmelnytska oblast", "Хмельницька область"}, {"Zhytomyrska oblast", "Житомирська область"},
      {"Cherkaska oblast", "Черкаська область"}, {"Vinnytska oblast", "Вінницька область"}, {"Donetska oblast", "Донецька область"},
      {"Ivano-Frankivska oblast", "Івано-Франківська область"}, {"Zakarpatska oblast", "Закарпатська область"}, {"Kyiv City", "Київ"}, {"Sumska oblast", "СУМСЬКА ОБЛАСТЬ"}
    };
    for (String[] pair : spellings) {
      assertThat(NamedPlaces.key(pair[0])).isEqualTo(NamedPlaces.key(pair[1]));
    }
  }

  @Test
  void a_city_is_not_its_region() {
    assertThat(NamedPlaces.key("Kyiv City")).isNotEqualTo(NamedPlaces.key("Kyivska oblast"));
  }

  @Test
  void equal_names_meet_and_different_ones_are_far_apart() {
    List<String> names = IntStream.range(0, 400).mapToObj(i -> "Region " + i).toList();
    NamedPlaces sheet = NamedPlaces.of(names, new NamedPlaces.Free());

    assertThat(sheet.place("Region 7").distanceMetres(sheet.place("REGION 7"))).isZero();
    for (String a : names) {
      for (String b : names) {
        if (!a.equals(b)) {
          assertThat(sheet.place(a).distanceMetres(sheet.place(b))).isGreaterThan(0.99 * NamedPlaces.APART_METRES);
        }
      }
    }
  }

  @Test
  void the_order_of_rows_moves_no_name() {
    List<String> names = new ArrayList<>(IntStream.range(0, 50).mapToObj(i -> "Region " + i).toList());
    NamedPlaces before = NamedPlaces.of(names, new NamedPlaces.Free());
    Collections.shuffle(names, new Random(1));
    NamedPlaces after = NamedPlaces.of(names, new NamedPlaces.Free());

    assertThat(names).allSatisfy(name -> assertThat(after.place(name)).isEqualTo(before.place(name)));
  }

  @Test
  void no_name_comes_near_a_pin() {
    List<Place> pins = List.of(new Place(-79.9, -179.9, 100, ""), new Place(-79.9, 179.95, 100, ""), new Place(-79.2, -170, 100, ""), new Place(-90, 0, 100, ""));
    List<String> names = IntStream.range(0, 300).mapToObj(i -> "Region " + i).toList();
    NamedPlaces.Free free = new NamedPlaces.Free();
    pins.forEach(free::keep);
    NamedPlaces sheet = NamedPlaces.of(names, free);

    for (String name : names) {
      for (Place pin : pins) {
        assertThat(sheet.place(name).distanceMetres(pin)).isGreaterThan(0.99 * NamedPlaces.APART_METRES);
      }
    }
  }
}
