package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochTest {

  @Test
  void an_epoch_is_a_utc_day_whose_keys_end_96_hours_after_it_began() {
    Epoch epoch = Epoch.of(Instant.parse("2026-11-22T23:59:59Z"));
    assertThat(epoch).isEqualTo(Epoch.of(Instant.parse("2026-11-22T00:00:00Z"))).isEqualTo(new Epoch(20_779));
    assertThat(epoch.begin()).isEqualTo("2026-11-22T00:00:00Z");
    assertThat(epoch.end()).isEqualTo("2026-11-23T00:00:00Z");
    assertThat(epoch.destroyAt()).isEqualTo("2026-11-26T00:00:00Z");
    assertThat(epoch.date()).hasToString("2026-11-22");
  }

  @Test
  void a_courier_term_is_thirty_days_and_each_day_is_in_one() {
    for (int day = 20_760; day < 20_790; day++) {
      assertThat(new Epoch(day).courierFrom()).isEqualTo(new Epoch(20_760));
    }
    assertThat(new Epoch(20_790).courierFrom()).isEqualTo(new Epoch(20_790));
    assertThat(KeyName.courier(new Epoch(20_760)).destroyAt()).isEqualTo(new Epoch(20_789).destroyAt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gate-20779", "lane-20779-0", "lane-20779-7", "courier-20760", "gate-0"})
  void a_key_name_has_one_spelling(String spelling) throws FormatException {
    assertThat(KeyName.parse(spelling)).hasToString(spelling);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "gate", "gate-", "gate-020779", "gate-20779-0", "lane-20779", "lane-20779-8", "courier-1-1", "Gate-1",
    "gate-9999999", "gate-1 "
  })
  void another_spelling_is_no_key_name(String spelling) {
    assertThatThrownBy(() -> KeyName.parse(spelling)).isInstanceOf(FormatException.class);
  }
}
