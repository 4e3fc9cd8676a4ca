package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InAdvanceTest {

  @Test
  void what_is_read_in_advance_comes_in_its_order_and_ends() {
    List<Integer> numbers = IntStream.range(0, 20_000).boxed().toList();
    List<Integer> read = new ArrayList<>();
    try (InAdvance<Integer> each = new InAdvance<>(numbers.iterator())) {
      each.forEachRemaining(read::add);
      assertThat(each.hasNext()).isFalse();
      assertThat(each.hasNext()).isFalse();
    }
    assertThat(read).isEqualTo(numbers);
  }

  @Test
  void what_breaks_in_advance_breaks_whoever_reads() {
    Iterator<Integer> breaking = IntStream.range(0, 5_000).map(i -> 1 / (4_000 - i)).boxed().iterator();
    try (InAdvance<Integer> each = new InAdvance<>(breaking)) {
      assertThatThrownBy(() -> each.forEachRemaining(number -> {})).isInstanceOf(ArithmeticException.class);
    }
  }

  @Test
  void whoever_has_enough_stops_the_reading() {
    InAdvance<Integer> each = new InAdvance<>(Stream.iterate(1, i -> i + 1).iterator());
    assertThat(each.next()).isEqualTo(1);
    each.close();
    assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().equals("in-advance"));
  }
}
