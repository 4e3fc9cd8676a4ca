package watchword.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunningWeightsTest {

  @Test
  void counted_while_texts_go_by_they_are_the_weights_of_all_cuts() {
    Random random = new Random(11);
    List<WordWeights.Cut> cuts = new ArrayList<>();
    List<List<Words>> hours = new ArrayList<>();
    for (int hour = 0; hour < 60; hour++) {
      List<Words> texts = new ArrayList<>();
      for (int i = random.nextInt(40); i > 0; i--) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < 12; word++) {
          text.append(' ').append(Integer.toString(random.nextInt(1 + random.nextInt(6_000)), 36)).append("xq");
        }
        texts.add(Words.of(text.toString()));
      }
      hours.add(texts);
      cuts.add(WordWeights.Cut.of(hour * 3L, texts));
    }
    WordWeights all = WordWeights.of(cuts);

    RunningWeights running = new RunningWeights();
    for (int hour = 0; hour < hours.size(); hour++) {
      for (Words text : hours.get(hour)) {
        running.count(text, hour * 3L);
        for (long stem : text.stems()) {
          assertThat(running.weight(stem, hour * 3L)).isEqualTo(all.weight(stem, hour * 3L));
        }
      }
    }
  }

  @Test
  void an_hour_that_is_past_is_refused() {
    RunningWeights running = new RunningWeights();
    running.count(Words.of("fire at the mill"), 5);
    assertThatThrownBy(() -> running.count(Words.of("fire"), 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> running.weight(1, 4)).isInstanceOf(IllegalArgumentException.class);
  }
}
