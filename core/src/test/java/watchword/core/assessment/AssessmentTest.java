package watchword.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static watchword.core.bulletin.Likelihood.ALMOST_CERTAIN;
import static watchword.core.bulletin.Likelihood.ALMOST_NO_CHANCE;
import static watchword.core.bulletin.Likelihood.LIKELY;
import static watchword.core.bulletin.Likelihood.ROUGHLY_EVEN;
import static watchword.core.bulletin.Likelihood.UNLIKELY;
import static watchword.core.bulletin.Likelihood.VERY_LIKELY;
import static watchword.core.bulletin.Likelihood.VERY_UNLIKELY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import watchword.core.bulletin.Likelihood;

/// How evidence becomes a figure, and what the figure rests on.
class AssessmentTest {

  private static final BaseRate EVEN = new BaseRate(List.of(.5, .5), "nothing is known");

  @ParameterizedTest
  @CsvSource({"0, 33, 3, 0.042573", "1, 57, 2, 0.050414"})
  void a_base_rate_is_that_of_events_in_months(int events, double months, double horizon, double probability) {
    assertThat(BaseRate.of(events, months, horizon)).isCloseTo(probability, within(5e-7));
    assertThat(BaseRate.counted(events, months, horizon, "counted").probabilities().get(1)).isCloseTo(1 - probability, within(5e-7));
  }

  @ParameterizedTest
  @CsvSource({".8, .2, 1, 4.0000", ".8, .2, .7, 2.4483", ".3, .9, .8, 0.4286", ".97, .03, 1, 20", ".03, .97, 1, .05", ".8, .2, 0, 1", ".4, .4, 1, 1"})
  void a_ratio_of_two_hypotheses_is_mixed_towards_one_and_clipped(double first, double second, double reliability, double ratio) {
    List<Double> weights = Mixing.weights(List.of(first, second), reliability);
    assertThat(StrictMath.exp(weights.get(0) - weights.get(1))).isCloseTo(ratio, within(5e-5));
  }

  @Test
  void two_hypotheses_are_the_special_case_of_more() {
    for (double first : new double[] {.03, .325, .875}) {
      for (double reliability : new double[] {.2, .6, 1}) {
        double mean = (first + .5) / 2;
        double ratio = (reliability * first + (1 - reliability) * mean) / (reliability * .5 + (1 - reliability) * mean);
        List<Double> two = Mixing.weights(List.of(first, .5), reliability);
        assertThat(two.get(0) - two.get(1)).isCloseTo(StrictMath.log(Math.max(.05, Math.min(20, ratio))), within(1e-12));
      }
    }
    List<Double> three = Mixing.weights(List.of(.97, .5, .03), 1);
    assertThat(three.get(0) - three.get(1)).isCloseTo(StrictMath.log(.97 / .5), within(1e-12));
    assertThat(three.get(0) - three.get(2)).isCloseTo(StrictMath.log(20), within(1e-12));
  }

  @Test
  void lines_and_base_rate_add_up_to_the_figure_whatever_the_order() {
    List<Evidence> evidence = new ArrayList<>();
    List<Likelihood> words = List.of(Likelihood.values());
    for (int i = 0; i < 40; i++) {
      evidence.add(Desk.document("e" + i, "o" + i % 25, i % 10 / 10.0, words.get(i % 7), words.get(i * 3 % 7), words.get(i * 5 % 7)));
    }
    BaseRate base = new BaseRate(List.of(.1, .2, .7), "counted");
    Assessment assessment = Assessment.of(Desk.question("attack", "blockade"), base, evidence, Desk.NOW);
    double[] logs = new double[3];
    for (int i = 0; i < 3; i++) {
      int hypothesis = i;
      logs[i] = StrictMath.log(base.probabilities().get(i)) + assessment.lines().stream().mapToDouble(line -> line.weights().get(hypothesis)).sum();
    }
    double sum = StrictMath.exp(logs[0]) + StrictMath.exp(logs[1]) + StrictMath.exp(logs[2]);
    for (int i = 0; i < 3; i++) {
      assertThat(assessment.probabilities().get(i)).isCloseTo(StrictMath.exp(logs[i]) / sum, within(1e-12));
    }
    Collections.reverse(evidence);
    assertThat(Assessment.of(Desk.question("attack", "blockade"), base, evidence, Desk.NOW).probabilities().get(0))
        .isCloseTo(assessment.probabilities().get(0), within(1e-12));
  }

  @Test
  void of_one_origin_the_strongest_counts_and_the_rest_show_nothing() {
    Evidence weak = Desk.document("weak", "one interview", .5, LIKELY, UNLIKELY);
    Evidence strong = Desk.document("strong", "one interview", .9, VERY_LIKELY, VERY_UNLIKELY);
    Assessment both = Assessment.of(Desk.question("attack"), EVEN, List.of(weak, strong), Desk.NOW);
    assertThat(both.lines()).extracting(Weighed::counts).containsExactly(false, true);
    assertThat(both.lines().get(0).weights()).containsOnly(0.0);
    assertThat(both.probabilities()).isEqualTo(Assessment.of(Desk.question("attack"), EVEN, List.of(strong), Desk.NOW).probabilities());
    assertThat(both.independentOrigins()).isEqualTo(1);
    assertThat(both.drops().get(1).without().get(0))
        .isCloseTo(Assessment.of(Desk.question("attack"), EVEN, List.of(weak), Desk.NOW).probabilities().get(0), within(1e-12));
    assertThat(both.drops().get(1).withoutOrigin().get(0)).isCloseTo(.5, within(1e-12));
    assertThat(both.drops().get(0).without()).isEqualTo(both.probabilities());
  }

  @Test
  void a_drop_is_what_the_figure_would_be_if_the_item_had_never_come() {
    SplittableRandom chance = new SplittableRandom(7);
    List<Likelihood> words = List.of(Likelihood.values());
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      evidence.add(Desk.document("e" + i, "o" + chance.nextInt(12), chance.nextDouble(), words.get(chance.nextInt(7)),
          words.get(chance.nextInt(7))));
    }
    Assessment all = Assessment.of(Desk.question("attack"), EVEN, evidence, Desk.NOW);
    for (int i = 0; i < evidence.size(); i++) {
      List<Evidence> others = new ArrayList<>(evidence);
      others.remove(i);
      assertThat(all.drops().get(i).without().get(0)).isCloseTo(Assessment.of(Desk.question("attack"), EVEN, others,
          Desk.NOW).probabilities().get(0), within(1e-9));
    }
  }

  @Test
  void it_rests_on_one_source_when_one_origin_moves_it_by_fifteen_points_or_to_another_word() {
    Evidence great = Desk.document("great", "a", 1, VERY_LIKELY, VERY_UNLIKELY);
    Assessment moved = Assessment.of(Desk.question("attack"), EVEN, List.of(great), Desk.NOW);
    assertThat(moved.drops().get(0).points()).isCloseTo(37.5, within(1e-9));
    assertThat(moved.restsOnOne()).isTrue();

    // .19 is very unlikely; a nudge makes it unlikely, by far less than 15 points.
    BaseRate edge = new BaseRate(List.of(.19, .81), "counted");
    Evidence nudge = Desk.document("nudge", "a", .25, LIKELY, ROUGHLY_EVEN);
    Assessment over = Assessment.of(Desk.question("attack"), edge, List.of(nudge), Desk.NOW);
    assertThat(over.drops().get(0).points()).isLessThan(2);
    assertThat(over.drops().get(0).word()).isTrue();
    assertThat(over.restsOnOne()).isTrue();

    BaseRate middle = new BaseRate(List.of(.3, .7), "counted");
    assertThat(Assessment.of(Desk.question("attack"), middle, List.of(nudge), Desk.NOW).restsOnOne()).isFalse();
  }

  @Test
  void it_rests_on_one_source_also_where_another_hypothesis_than_the_first_moves() {
    BaseRate base = new BaseRate(List.of(.1, .6, .3), "counted");
    Evidence great = Desk.document("great", "a", 1, ROUGHLY_EVEN, VERY_LIKELY, VERY_UNLIKELY);
    Assessment moved = Assessment.of(Desk.question("attack", "blockade"), base, List.of(great), Desk.NOW);
    Drop drop = moved.drops().getFirst();
    assertThat(100 * Math.abs(moved.probabilities().getFirst() - .1)).isLessThan(2);
    assertThat(drop.moves()).isEqualTo(1);
    assertThat(drop.points()).isGreaterThan(Drop.RESTS).isCloseTo(100 * (moved.probabilities().get(1) - .6), within(1e-9));
    assertThat(moved.restsOnOne()).isTrue();
  }

  @Test
  void of_the_hypotheses_that_move_the_one_with_another_word_is_told_of() {
    BaseRate base = new BaseRate(List.of(.27, .19, .54), "counted");
    Evidence nudge = Desk.document("nudge", "a", .5, VERY_LIKELY, VERY_LIKELY, LIKELY);
    Assessment over = Assessment.of(Desk.question("attack", "blockade"), base, List.of(nudge), Desk.NOW);
    Drop drop = over.drops().getFirst();
    assertThat(over.probabilities()).extracting(Likelihood::of).as("very unlikely before").containsExactly(UNLIKELY, UNLIKELY, ROUGHLY_EVEN);
    assertThat(drop.points()).as("the last moves most").isCloseTo(100 * (.54 - over.probabilities().get(2)), within(1e-9)).isGreaterThan(3);
    assertThat(drop.moves()).isEqualTo(1);
    assertThat(drop.rests()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0, LOW", ".3, 0, 5, LOW", ".35, 5, 0, HIGH"})
  void an_origin_that_parts_two_hypotheses_by_less_than_a_tenth_is_a_trifle_and_bears_no_confidence(double reliability, int origins, int trifles, Confidence ceiling) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      evidence.add(Desk.document("e" + i, "o" + i, reliability, LIKELY, ROUGHLY_EVEN));
    }
    Assessment assessment = Assessment.of(Desk.question("attack"), EVEN, evidence, Desk.NOW);
    assertThat(assessment.lines()).as("1, 1.094 and 1.110 to 1 each").allMatch(Weighed::counts);
    assertThat(assessment.restsOnOne()).isFalse();
    assertThat(assessment.independentOrigins()).isEqualTo(origins);
    assertThat(assessment.trifles()).isEqualTo(trifles);
    assertThat(assessment.ceiling()).isEqualTo(ceiling);
  }

  @Test
  void a_statement_counts_by_its_hedge_its_interest_and_its_polarity() {
    assertThat(List.of(Hedge.values())).extracting(Hedge::weight).containsExactly(.8, .8, .6, .4, .25, .15, 0.0);
    Item item = Desk.item("said", "the interview", Desk.expects(VERY_LIKELY, VERY_UNLIKELY));
    assertThat(new Evidence.OfStatement(item, Hedge.POSSIBLE, true, false).reliability()).isCloseTo(.28, within(1e-12));
    assertThat(figure(new Evidence.OfStatement(item, Hedge.UNKNOWN, false, false))).isCloseTo(.5, within(1e-12));
    double said = figure(new Evidence.OfStatement(item, Hedge.CERTAIN, false, false));
    double hearsay = figure(new Evidence.OfStatement(item, Hedge.HEARSAY, false, false));
    assertThat(said).isGreaterThan(hearsay);
    assertThat(hearsay).isGreaterThan(.5);
    assertThat(figure(new Evidence.OfStatement(item, Hedge.CERTAIN, false, true))).isLessThan(.5);
  }

  @Test
  void the_surest_interview_moves_two_hypotheses_by_no_more_than_the_threat_model_says_however_often_it_is_quoted() {
    List<Evidence> quoted = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      quoted.add(new Evidence.OfStatement(Desk.item("said" + i, "the interview", Desk.expects(ALMOST_CERTAIN, ALMOST_NO_CHANCE)), Hedge.CERTAIN, true, false));
    }
    Assessment assessment = Assessment.of(Desk.question("attack"), EVEN, quoted, Desk.NOW);
    assertThat(assessment.probabilities().get(0) / assessment.probabilities().get(1)).isCloseTo(3.2, within(.05));
    assertThat(assessment.restsOnOne()).isTrue();
    double unnoted = figure(new Evidence.OfStatement(quoted.getFirst().item(), Hedge.CERTAIN, false, false));
    assertThat(unnoted / (1 - unnoted)).isCloseTo(7.1, within(.05));
  }

  @Test
  void what_grows_old_counts_half_after_its_half_life_and_what_comes_later_is_not_known_yet() {
    Item item = new Item("rail", "wagons", "a", Desk.NOW.minus(Duration.ofDays(14)), Desk.expects(VERY_LIKELY, VERY_UNLIKELY), Optional.empty(),
        Optional.of(Duration.ofDays(14)));
    Evidence old = new Evidence.OfDocument(item, .8);
    assertThat(old.reliability(Desk.NOW)).isCloseTo(.4, within(1e-12));
    Assessment early = Assessment.of(Desk.question("attack"), EVEN, List.of(old), Desk.NOW.minus(Duration.ofDays(20)));
    assertThat(early.lines()).isEmpty();
    assertThat(early.probabilities().get(0)).isCloseTo(.5, within(1e-12));
  }

  @Test
  void what_an_indicator_would_move_is_told_before_it_is_seen() {
    Assessment quiet = Assessment.of(Desk.question("attack"), new BaseRate(List.of(.05, .95), "counted"), List.of(), Desk.NOW);
    assertThat(quiet.ifSeen(Desk.expects(VERY_LIKELY, VERY_UNLIKELY)).get(0)).isCloseTo(.05 * 7 / (.05 * 7 + .95), within(1e-12));
    assertThat(quiet.ifSeen(Desk.expects(ALMOST_CERTAIN, ALMOST_NO_CHANCE)).get(0)).isCloseTo(20.0 / 39, within(1e-12));
  }

  @Test
  void of_three_hypotheses_what_would_be_moved_most_is_found_and_of_two_the_first() {
    Assessment three = Assessment.of(Desk.question("attack", "blockade"), new BaseRate(List.of(.1, .6, .3), "counted"), List.of(), Desk.NOW);
    assertThat(three.moved(List.of(.2, .3, .5))).isEqualTo(1);
    Assessment two = Assessment.of(Desk.question("attack"), EVEN, List.of(), Desk.NOW);
    assertThat(two.moved(List.of(.3, .7000001))).isZero();
  }

  @Test
  void what_does_not_fit_the_question_is_refused_by_name() {
    Question question = Desk.question("attack");
    assertThatThrownBy(() -> Assessment.of(question, EVEN, List.of(Desk.document("e", "a", 1, LIKELY, LIKELY, LIKELY)),
        Desk.NOW)).hasMessageContaining("evidence e");
    Evidence once = Desk.document("e", "a", 1, LIKELY, UNLIKELY);
    assertThatThrownBy(() -> Assessment.of(question, EVEN, List.of(once, once), Desk.NOW)).hasMessage("evidence e stands twice");
    assertThatThrownBy(() -> new BaseRate(List.of(.4, .5), "x")).hasMessageContaining("sum to one");
    assertThatThrownBy(() -> new BaseRate(List.of(0.0, 1.0), "x")).hasMessageContaining("between");
    assertThatThrownBy(() -> BaseRate.of(-1, 3, 3)).hasMessageContaining("base rate");
  }

  private static double figure(Evidence evidence) {
    return Assessment.of(Desk.question("attack"), EVEN, List.of(evidence), Desk.NOW).probabilities().get(0);
  }
}
