package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import watchword.core.claim.Estimate;
import watchword.core.claim.Interval;
import watchword.core.claim.Sameness;

/// Scores worked by hand, and the floor against what chance does.
class ClaimScoreTest {

  @Test
  void figures_of_four_answers_are_those_worked_by_hand() {
    ClaimScore score = score(
        List.of(answer("a", "1", 0.9, "0"), answer("b", "1", 0.6, "0"), answer("c", "0", 0.8, "1"),
            answer("d", "0", 0.7, "1")),
        Map.of("a", "1", "b", "0", "c", "0", "d", "1"));
    assertThat(score.accuracy()).isEqualTo(0.5);
    assertThat(score.f1()).as("label 1: one right, one too many, one missed").isEqualTo(0.5);
    assertThat(score.brier()).isCloseTo(2 * (0.01 + 0.36 + 0.04 + 0.49) / 4, within(1e-12));
    assertThat(score.logLoss()).isCloseTo(-Math.log(0.9 * 0.4 * 0.8 * 0.3) / 4, within(1e-12));
  }

  @Test
  void with_other_labels_f1_is_the_mean_over_all_that_are_right_or_answered() {
    Map<String, String> truth = Map.of("a", "x", "b", "x", "c", "y");
    assertThat(score(List.of(answer("a", "x", 1, "y"), answer("b", "z", 1, "y"), answer("c", "y", 1, "x")), truth).f1())
        .isCloseTo((2.0 / 3 + 1 + 0) / 3, within(1e-12));
  }

  @Test
  void label_1_is_told_from_another_one_also_where_only_it_is_right() {
    assertThat(score(List.of(answer("a", "1", 1, "0"), answer("b", "0", 1, "1")), Map.of("a", "1", "b", "1")).f1())
        .isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void the_floor_is_what_exact_probabilities_score_by_chance() {
    Random random = new Random(3);
    double ece = 0;
    double floor = 0;
    for (int world = 0; world < 200; world++) {
      List<Estimate> answers = new ArrayList<>();
      Map<String, String> truth = new HashMap<>();
      for (int item = 0; item < 450; item++) {
        double probability = 0.5 + random.nextDouble() / 2;
        answers.add(answer("i" + item, "1", probability, "0"));
        truth.put("i" + item, random.nextDouble() < probability ? "1" : "0");
      }
      ClaimScore score = score(answers, truth);
      ece += score.ece() / 200;
      floor += score.eceFloor() / 200;
    }
    assertThat(floor).isCloseTo(ece, within(0.002));
  }

  private static ClaimScore score(List<Estimate> answers, Map<String, String> truth) {
    return ClaimScore.of(answers, truth, Sameness.EXACT);
  }

  private static Estimate answer(String item, String value, double probability, String other) {
    return new Estimate(item, value, probability, new Interval(0, 1),
        Map.of(value, probability, other, 1 - probability));
  }
}
