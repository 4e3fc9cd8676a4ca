package watchword.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "Łódź, lodz",
    "Гомель, Homel",
    "Гомель, Gomel",
    "Київ, Kiiv",
    "ВЫБУХ, выбух",
    "Straße, STRASSE",
    "сям’я, сямя",
    "Żółw, zolv"
  })
  void spellings_of_one_word_fold_alike(String one, String other) {
    assertThat(Folding.key(one)).isEqualTo(Folding.key(other));
  }

  @Test
  void zero_width_marks_inside_a_word_change_nothing() {
    assertThat(Folding.tokens("ex\u200Bplosion at\u00A0ten")).containsExactly("explosion", "at", "ten");
  }

  @Test
  void a_clock_time_and_a_word_of_the_future_foretell() {
    assertThat(Foretelling.in(Folding.tokens("Атака сегодня ночью в 21:00"))).isTrue();
    assertThat(Foretelling.in(Folding.tokens("Bedzie atak o 21:00"))).isTrue();
    assertThat(Foretelling.in(Folding.tokens("I heard it at 21:00"))).isFalse();
    assertThat(Foretelling.in(Folding.tokens("It will rain"))).isFalse();
  }
}
