package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `--speed N` means N simulated seconds a second.
class PaceTest {

  private static final long BEGUN = -7_000_000_000L;

  @ParameterizedTest
  @CsvSource({"1, PT1M, 60000", "60, PT1M, 1000", "60, PT1H, 60000", "3600, PT1H, 1000", "0.5, PT1M, 120000"})
  void so_much_of_the_evening_takes_so_many_milliseconds(double speed, Duration played, long millis) {
    assertThat(new Pace(speed, BEGUN).until(played, BEGUN)).isEqualTo(Duration.ofMillis(millis).toNanos());
  }

  @ParameterizedTest
  @CsvSource({"400, 600", "1000, 0", "1700, -700"})
  void what_playing_a_minute_took_is_taken_off_the_wait(long tookMillis, long waitMillis) {
    long now = BEGUN + Duration.ofMillis(tookMillis).toNanos();
    assertThat(new Pace(60, BEGUN).until(Duration.ofMinutes(1), now)).isEqualTo(Duration.ofMillis(waitMillis).toNanos());
  }
}
