package watchword.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordWeightsTest {

  private final long siren = Words.stemHash("siren");
  private final long comet = Words.stemHash("comet");

  @Test
  void a_word_common_in_earlier_hours_weighs_less_than_a_rare_one() {
    WordWeights weights = WordWeights.of(List.of(hourOf(5, "siren near town")));
    assertThat(weights.weight(siren, 6)).isLessThan(weights.weight(comet, 6));
  }

  @Test
  void an_hour_is_weighed_by_earlier_hours_only() {
    WordWeights weights = WordWeights.of(List.of(hourOf(5, "siren near town")));
    assertThat(weights.weight(siren, 5)).isEqualTo(1);
  }

  @Test
  void a_later_cut_changes_no_earlier_weight() {
    WordWeights.Cut first = hourOf(5, "siren near town");
    WordWeights before = WordWeights.of(List.of(first));
    WordWeights after = WordWeights.of(List.of(hourOf(9, "comet over town"), first));
    assertThat(after.weight(comet, 7)).isEqualTo(before.weight(comet, 7));
    assertThat(after.weight(comet, 10)).isLessThan(before.weight(comet, 10));
  }

  private static WordWeights.Cut hourOf(long hour, String text) {
    List<Words> texts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      texts.add(Words.of(text));
    }
    return WordWeights.Cut.of(hour, texts);
  }
}
