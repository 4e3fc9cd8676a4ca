package watchword.core.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenTwiceTest {

  @Test
  void what_came_again_is_told_from_what_came_once_and_what_never_came() {
    Random random = new Random(3);
    SeenTwice seen = new SeenTwice();
    Map<Long, Integer> counts = new HashMap<>();
    for (int i = 0; i < 30_000; i++) {
      long odd = random.nextLong(20_000) * 0x1_0000_0000L | 1;
      seen.add(odd);
      counts.merge(odd, 1, Integer::sum);
    }

    for (long i = 0; i < 20_000; i++) {
      long odd = i * 0x1_0000_0000L | 1;
      assertThat(seen.contains(odd)).isEqualTo(counts.getOrDefault(odd, 0) > 1);
    }
    assertThat(seen.any()).isTrue();
  }

  @Test
  void none_came_again_as_long_as_all_differ() {
    SeenTwice seen = new SeenTwice();
    for (long odd = -9_999; odd < 10_000; odd += 2) {
      seen.add(odd);
    }
    assertThat(seen.any()).isFalse();
    assertThatThrownBy(() -> seen.add(4)).isInstanceOf(IllegalArgumentException.class);
  }
}
