package watchword.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.core.bulletin.Likelihood;

/// What people say beside the computed figure.
class JudgementTest {

  @Test
  void a_first_estimate_is_blind() {
    Estimates estimates = new Estimates(List.of(Desk.estimate("heron", 1, .2), Desk.estimate("crane", 2, .4), Desk.estimate("stork", 3, .3)));
    assertThat(estimates.visibleTo("egret")).isEmpty();
    assertThat(estimates.medianFor("egret")).isEmpty();
    Estimates four = estimates.with(Desk.estimate("egret", 4, .9));
    assertThat(four.visibleTo("egret")).hasSize(4);
    assertThat(four.medianFor("egret").orElseThrow().get(0)).isCloseTo(.35, within(1e-12));
  }

  @Test
  void a_median_is_shown_from_three_people_on_and_takes_each_ones_latest() {
    Estimates two = new Estimates(List.of(Desk.estimate("heron", 1, .2), Desk.estimate("heron", 2, .3), Desk.estimate("crane", 3, .4)));
    assertThat(two.median()).isEmpty();
    Estimates three = two.with(Desk.estimate("stork", 4, .8)).with(Desk.estimate("heron", 5, .5));
    assertThat(three.median().orElseThrow().get(0)).isCloseTo(.5, within(1e-12));
    assertThat(three.all()).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"0, false, LOW", "2, false, LOW", "3, false, MODERATE", "4, false, MODERATE", "5, false, HIGH", "9, true, LOW"})
  void confidence_has_a_ceiling_by_independent_origins_and_by_whether_it_rests_on_one(int origins, boolean rests, Confidence ceiling) {
    assertThat(Confidence.ceiling(origins, rests)).isEqualTo(ceiling);
  }

  @Test
  void a_judgement_stands_beside_the_figure_whatever_that_is_but_claims_no_more_confidence_than_it_bears() {
    Assessment computed = Assessment.of(Desk.question("attack"), new BaseRate(List.of(.05, .95), "counted"),
        List.of(Desk.document("e", "o", .3, Likelihood.LIKELY, Likelihood.UNLIKELY)), Desk.NOW);
    Judgements judgements = new Judgements(List.of()).with(Desk.judgement(0, .6, Confidence.LOW, Optional.empty()), computed);
    assertThat(judgements.at(Desk.NOW).orElseThrow().probabilities().get(0)).isEqualTo(.6);
    assertThatThrownBy(() -> judgements.with(Desk.judgement(1, .6, Confidence.HIGH, Optional.of("more came")), computed))
        .hasMessageContaining("HIGH").hasMessageContaining("LOW at most").hasMessageContaining("1 independent");
  }

  @Test
  void a_later_judgement_says_what_changed_and_why_and_nothing_is_removed() {
    Judgement first = Desk.judgement(0, .1, Confidence.LOW, Optional.empty());
    assertThatThrownBy(() -> new Judgements(List.of(first, Desk.judgement(1, .3, Confidence.LOW,
        Optional.empty())))).hasMessageContaining("what changed");
    assertThatThrownBy(() -> new Judgements(List.of(Desk.judgement(1, .3, Confidence.LOW,
        Optional.of("x"))))).hasMessageContaining("first judgement");
    Judgement second = Desk.judgement(1, .3, Confidence.LOW, Optional.of("fuel was seen"));
    Judgements both = new Judgements(List.of(first, second));
    assertThat(both.before(second)).contains(first);
    assertThat(both.at(first.at())).contains(first);
    assertThat(both.at(first.at().minusSeconds(1))).isEmpty();
    assertThat(both.all().get(0).dissents()).hasSize(1);
  }

  @Test
  void a_judgement_without_assumptions_or_with_more_certainty_than_words_have_is_refused() {
    Judgement good = Desk.judgement(0, .1, Confidence.LOW, Optional.empty());
    assertThatThrownBy(() -> new Judgement("heron", Desk.NOW, good.probabilities(), Confidence.LOW, List.of(), good.wouldChange(), Optional.empty(),
        List.of()))
        .hasMessageContaining("assumption");
    assertThatThrownBy(() -> new Judgement("heron", Desk.NOW, good.probabilities(), Confidence.LOW, List.of("a"), Map.of(), Optional.empty(),
        List.of()))
        .hasMessageContaining("would change");
    assertThatThrownBy(() -> Desk.judgement(0, .995, Confidence.LOW, Optional.empty())).hasMessageContaining("between 0.01 and 0.99");
    assertThatThrownBy(() -> Desk.estimate("heron", 0, .001)).hasMessageContaining("between 0.01 and 0.99");
  }
}
