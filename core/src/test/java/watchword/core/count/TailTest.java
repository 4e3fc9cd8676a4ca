package watchword.core.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tail of counts, and the recommended setting on series nobody looked at while it was chosen.
class TailTest {

  @ParameterizedTest
  @CsvSource({
    "9, 3, Infinity, 0.00380299206167596", "9, 3, 3, 0.03271484375", "100, 3, 3, 1.03616879900779e-27", "40, 3, Infinity, 8.00309509252189e-31",
    "5, 10, .7, 0.556887255150445", "1050, 1000, Infinity, 0.059628328768477", "5000, 4000, 500, 4.38847078496247e-07",
        "200, 150, 20, 0.0905740558162854", "0, 3, 3, 1"
  })
  void a_tail_is_that_of_r(int count, double mean, double size, double tail) {
    assertThat(new Counting(mean, size).atLeast(count)).isCloseTo(tail, within(tail * 1e-10));
  }

  @Test
  void days_add_up_to_a_count_of_their_own() {
    Counting day = new Counting(3, 3);
    double together = 0;
    for (int first = 0; first <= 20; first++) {
      together += (day.atLeast(first) - day.atLeast(first + 1)) * day.atLeast(12 - first);
    }
    together += day.atLeast(21);
    assertThat(day.over(2).atLeast(12)).isCloseTo(together, within(1e-12));
  }

  /// Where it holds: counts of ten and more a day at a size of 5, of five at 10, of three where they do not flock.
  @ParameterizedTest
  @CsvSource({"3, Infinity", "5, 10", "5, 20", "8, Infinity", "10, 6", "20, 5", "50, 10"})
  void the_recommended_setting_rings_falsely_once_in_ninety_days_at_most_and_finds_nine_of_ten_threefold_steps_by_the_third_day(double mean,
      double size) {
    AlarmRates rates = AlarmRates.of(Tail.RECOMMENDED, mean, size);
    assertThat(rates.falseAlarms()).isLessThanOrEqualTo(1);
    assertThat(rates.found()).isGreaterThanOrEqualTo(.9);
  }

  /// Where it does not, and hardly could: a test of three days that knows mean and size finds eight in ten (bench/results).
  @Test
  void where_counts_flock_and_are_few_it_finds_less_and_still_rings_no_oftener() {
    AlarmRates rates = AlarmRates.of(Tail.RECOMMENDED, 3, 3);
    assertThat(rates.falseAlarms()).isLessThanOrEqualTo(1);
    assertThat(rates.found()).isBetween(.6, .75);
  }

  @Test
  void a_rise_does_not_hide_itself_and_a_long_silence_is_not_broken_by_one_happening() {
    int[] counts = new int[80];
    Arrays.fill(counts, 4);
    Arrays.fill(counts, 70, 75, 12);
    assertThat(Tail.RECOMMENDED.days(counts)).startsWith(70).contains(71, 72, 73, 74);
    int[] silence = new int[80];
    silence[75] = 1;
    assertThat(Tail.RECOMMENDED.days(silence)).isEmpty();
    silence[76] = 1;
    assertThat(Tail.RECOMMENDED.days(silence)).containsExactly(76, 77);
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> new Tail(56, 1, 3, .01)).hasMessageContaining("overlaps");
    assertThatThrownBy(() -> new Tail(7, 7, 3, .01)).hasMessageContaining("14 days");
    assertThatThrownBy(() -> new Tail(56, 7, 3, 1)).hasMessageContaining("alpha");
    assertThatThrownBy(() -> new Counting(0, 3)).hasMessageContaining("mean");
    assertThatThrownBy(() -> new Counting(1, 0)).hasMessageContaining("size");
  }
}
