package watchword.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.core.assessment.Scores.Forecast;
import watchword.core.corroboration.ReliabilityDiagram.Said;

/// How good a probability was.
class ScoresTest {

  private static final Instant OPENED = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant CLOSED = Instant.parse("2026-11-11T00:00:00Z");

  @Test
  void a_brier_score_is_the_square_of_the_miss() {
    assertThat(Scores.brier(.9, false)).isCloseTo(.81, within(1e-12));
    assertThat(Scores.brier(.9, true)).isCloseTo(.01, within(1e-12));
    assertThat(Scores.brier(List.of(.9, .1), 0)).isCloseTo(.01, within(1e-12));
    assertThat(Scores.brier(List.of(.2, .3, .5), 2)).isCloseTo((.04 + .09 + .25) / 2, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({".9, 2, 84.7997", ".1, 2, -232.1928", ".5, 2, 0", "1, 2, 100", ".25, 4, 0", "1, 4, 100", ".5, 4, 50"})
  void the_baseline_score_is_that_of_metaculus(double given, int options, double score) {
    assertThat(Scores.baseline(given, options)).isCloseTo(score, within(5e-5));
  }

  @Test
  void the_log_score_is_in_nats() {
    assertThat(Scores.log(.5)).isCloseTo(0.693147180559945, within(1e-12));
    assertThat(Scores.log(1)).isZero();
    assertThatThrownBy(() -> Scores.log(1.1)).hasMessageContaining("probability");
  }

  @Test
  void a_forecast_is_weighed_by_how_long_it_stood() {
    List<Forecast> forecasts = List.of(new Forecast(OPENED.plusSeconds(2 * 86_400), List.of(.5, .5)), new Forecast(OPENED.plusSeconds(8 * 86_400),
        List.of(.9, .1)),
        new Forecast(CLOSED.plusSeconds(1), List.of(.1, .9)));
    Scores.Weighted score = Scores.timeWeighted(forecasts, OPENED, CLOSED, given -> Scores.brier(given, 0));
    assertThat(score.mean()).isCloseTo((6 * .25 + 2 * .01) / 8, within(1e-9));
    assertThat(score.coverage()).isCloseTo(.8, within(1e-9));
    assertThatThrownBy(() -> Scores.timeWeighted(List.of(), OPENED, CLOSED, given -> 0)).hasMessageContaining("no forecast");
  }

  @Test
  void of_two_answers_the_first_alone_is_held_to_what_came_since_the_other_is_what_it_leaves() {
    assertThat(Scores.said(List.of(.3, .7), 1)).containsExactly(new Said(.3, false));
    assertThat(Scores.said(List.of(.3, .7), 0)).containsExactly(new Said(.3, true));
    assertThat(Scores.said(List.of(.2, .3, .5), 1)).containsExactly(new Said(.2, false), new Said(.3, true), new Said(.5, false));
  }

  @Test
  void skill_is_how_much_less_wrong_than_the_base_rate() {
    assertThat(Scores.skill(List.of(.01, .05), List.of(.04, .08))).isCloseTo(.5, within(1e-12));
    assertThat(Scores.skill(List.of(.2), List.of(.1))).isCloseTo(-1, within(1e-12));
    assertThatThrownBy(() -> Scores.skill(List.of(), List.of())).hasMessageContaining("at least one");
  }
}
