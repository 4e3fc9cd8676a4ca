package watchword.core.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.bulletin.LikelihoodTable.Term;

/// The tables of likelihood words, held as data.
class LikelihoodTableTest {

  @Test
  void each_table_is_that_of_its_standard() {
    assertThat(words(LikelihoodTable.ICD_203)).isEqualTo("almost no chance (1–5 %), very unlikely (5–20 %), unlikely (20–45 %), roughly even (45–55 %), "
        + "likely (55–80 %), very likely (80–95 %), almost certain (95–99 %)");
    assertThat(words(LikelihoodTable.NATO)).isEqualTo("highly unlikely (0–10 %), unlikely (10–40 %), even chance (40–60 %), likely (60–90 %), highly likely (90–100 %)");
    assertThat(words(LikelihoodTable.PHIA)).isEqualTo("remote chance (0–5 %), highly unlikely (10–20 %), unlikely (25–35 %), realistic possibility (40–50 %), "
        + "likely (55–75 %), highly likely (80–90 %), almost certain (95–100 %)");
  }

  @Test
  void only_the_yardstick_has_gaps_and_they_are_its_own() {
    assertThat(gaps(LikelihoodTable.ICD_203)).isEmpty();
    assertThat(gaps(LikelihoodTable.NATO)).isEmpty();
    assertThat(gaps(LikelihoodTable.PHIA)).containsExactly("5–10", "20–25", "35–40", "50–55", "75–80", "90–95");
  }

  @ParameterizedTest
  @ValueSource(strings = {"icd203", "nato", "phia"})
  void a_word_never_stands_without_its_range(String table) {
    for (int percent = 1; percent <= 99; percent++) {
      assertThat(LikelihoodTable.named(table).says(percent / 100.0)).matches("(between )?[a-z ]+ \\(\\d+–\\d+ %\\)( and [a-z ]+ \\(\\d+–\\d+ %\\))?");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "icd203, .01, almost no chance (1–5 %)", "icd203, .80, very likely (80–95 %)", "icd203, .799, likely (55–80 %)", "nato, .899, likely (60–90 %)",
    "nato, .4, even chance (40–60 %)", "phia, .2, highly unlikely (10–20 %)", "phia, .99, almost certain (95–100 %)",
    "phia, .77, between likely (55–75 %) and highly likely (80–90 %)", "phia, .07, between remote chance (0–5 %) and highly unlikely (10–20 %)"
  })
  void a_probability_has_the_word_of_its_range_and_in_a_gap_both_neighbours(String table, double probability, String words) {
    assertThat(LikelihoodTable.named(table).says(probability)).isEqualTo(words);
  }

  @Test
  void bulletins_and_the_default_table_say_the_same() {
    for (int percent = 1; percent <= 99; percent++) {
      Likelihood word = Likelihood.of(percent / 100.0);
      assertThat(LikelihoodTable.ICD_203.says(percent / 100.0)).endsWith("(%d–%d %%)".formatted(word.fromPercent(), word.toPercent()));
    }
  }

  @Test
  void an_unknown_table_and_ranges_out_of_order_are_refused_by_name() {
    assertThatThrownBy(() -> LikelihoodTable.named("kent")).hasMessage("there is no table of likelihood words kent; there are icd203, nato, phia");
    assertThatThrownBy(() -> new LikelihoodTable("x", "", List.of(new Term("b", 40, 60), new Term("a", 50, 70)))).hasMessageContaining("order");
  }

  private static String words(LikelihoodTable table) {
    return String.join(", ", table.terms().stream().map(Term::toString).toList());
  }

  private static List<String> gaps(LikelihoodTable table) {
    List<String> gaps = new ArrayList<>();
    for (int i = 1; i < table.terms().size(); i++) {
      int from = table.terms().get(i - 1).toPercent();
      int to = table.terms().get(i).fromPercent();
      if (from != to) {
        gaps.add(from + "–" + to);
      }
    }
    return gaps;
  }
}
