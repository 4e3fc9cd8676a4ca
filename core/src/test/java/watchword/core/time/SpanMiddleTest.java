package watchword.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpanMiddleTest {

  @Test
  void the_middle_is_where_half_the_length_ends_to_the_nanosecond() {
    Random random = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      Instant earliest = Instant.ofEpochSecond(random.nextLong(-4_000_000_000L, 4_000_000_000L), random.nextInt(1_000_000_000));
      Span span = new Span(earliest, earliest.plusSeconds(random.nextInt(200_000)).plusNanos(random.nextInt(1_000_000_000)));

      assertThat(span.middle()).isEqualTo(earliest.plus(span.length().dividedBy(2)));
    }
  }
}
