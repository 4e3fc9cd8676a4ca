package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
  void a_courier_term_is_thirty_days_whose_keys_end_with_those_of_the_last() {
    Term term = Term.courier(new Epoch(20_760));
    assertThat(term.begin()).isEqualTo(new Epoch(20_760).begin());
    assertThat(term.end()).isEqualTo(new Epoch(20_789).end());
    assertThat(KeyName.gate(term).destroyAt()).isEqualTo(new Epoch(20_789).destroyAt());
    assertThat(KeyName.lane(term, 3).destroyAt()).isEqualTo(term.end().plus(Duration.ofDays(3)));
    assertThat(Term.day(new Epoch(20_779)).destroyAt()).isEqualTo(new Epoch(20_779).destroyAt());
  }

  @Test
  void a_term_is_of_one_day_or_thirty_and_ends_before_the_year_10000() {
    assertThatThrownBy(() -> new Term(new Epoch(1), 7)).hasMessage("7 days, not 1 or 30");
    assertThatThrownBy(() -> Term.courier(new Epoch(Epoch.LAST_DAY))).isInstanceOf(IllegalArgumentException.class);
    assertThat(Term.day(new Epoch(Epoch.LAST_DAY)).end()).isEqualTo("+10000-01-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gate-20779", "lane-20779-0", "lane-20779-7", "gate-courier-20760", "lane-courier-20760-0", "gate-0"})
  void a_key_name_has_one_spelling(String spelling) throws FormatException {
    assertThat(KeyName.parse(spelling)).hasToString(spelling);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "gate", "gate-", "gate-020779", "gate-20779-0", "lane-20779", "lane-20779-8", "courier-20760", "courier-gate-1", "gate-courier-020760", "lane-courier-20760", "Gate-1",
    "gate-9999999", "gate-1 "
  })
  void another_spelling_is_no_key_name(String spelling) {
    assertThatThrownBy(() -> KeyName.parse(spelling)).isInstanceOf(FormatException.class);
  }
}
