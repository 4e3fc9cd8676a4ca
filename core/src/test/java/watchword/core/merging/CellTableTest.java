package watchword.core.merging;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2LatLng;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellTableTest {

  @Test
  void a_table_keeps_what_a_map_keeps() {
    Random random = new Random(3);
    CellTable<String> table = new CellTable<>();
    Map<Long, String> map = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      S2LatLng at = S2LatLng.fromDegrees(random.nextDouble() * 170 - 85, random.nextDouble() * 360 - 180);
      long key = Survey.key(S2CellId.fromLatLng(at).parent(random.nextInt(12)).id());
      String value = "v" + i;
      assertThat(table.at(key, () -> value)).isEqualTo(map.computeIfAbsent(key, any -> value));
      if (i % 5_000 == 4_999) {
        table.removeIf(kept -> kept.endsWith("7"));
        map.values().removeIf(kept -> kept.endsWith("7"));
      }
    }

    assertThat(table.size()).isEqualTo(map.size());
    map.forEach((key, value) -> assertThat(table.find(key)).contains(value));
    assertThat(table.find(Survey.key(S2CellId.fromLatLng(S2LatLng.fromDegrees(1, 2)).id()))).isEmpty();
  }
}
