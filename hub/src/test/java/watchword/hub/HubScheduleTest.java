package watchword.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HubScheduleTest {

  @Test
  void ticks_come_at_full_minutes_and_quarter_hours_whenever_the_hub_was_started() {
    Instant start = Instant.parse("2026-11-22T12:07:12.250Z");
    assertThat(start.plus(HubSchedule.untilNext(start, Duration.ofMinutes(1)))).isEqualTo("2026-11-22T12:08:00Z");
    assertThat(start.plus(HubSchedule.untilNext(start, Duration.ofMinutes(15)))).isEqualTo("2026-11-22T12:15:00Z");
  }

  @Test
  void started_on_the_minute_it_waits_a_whole_one() {
    Instant start = Instant.parse("2026-11-22T12:15:00Z");
    assertThat(HubSchedule.untilNext(start, Duration.ofMinutes(15))).isEqualTo(Duration.ofMinutes(15));
  }
}
