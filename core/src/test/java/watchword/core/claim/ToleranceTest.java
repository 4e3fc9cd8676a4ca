package watchword.core.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What says the same within ten.
class ToleranceTest {

  @ParameterizedTest
  @CsvSource({
    "14:55, 15:05, true", "14:55, 15:06, false", "23:58, 0:03, true", "24:10, 24:11, false", "7:5, 7:6, false",
    "100, 110, true", "100, 110.5, false", "-3, 4, true", "A37, A37, true", "A37, A38, false", "12, 12:00, false", "1.2.3, 1.2.3, true", "1.2.3, 1.2.4, false"
  })
  void numbers_and_times_of_day_may_stray_and_nothing_else(String one, String other, boolean same) {
    assertThat(new Tolerance(10).same(one, other)).isEqualTo(same);
    assertThat(new Tolerance(10).same(other, one)).isEqualTo(same);
  }
}
