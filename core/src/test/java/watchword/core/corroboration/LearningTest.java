package watchword.core.corroboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static watchword.core.Story.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import watchword.core.Story;
import watchword.core.corroboration.SourceRecords.Tally;
import watchword.core.corroboration.Verdict.Truth;
import watchword.core.incident.Incident;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;

/// Scenarios of learning: what a verdict teaches, and what it leaves no trace of.
class LearningTest {

  private static final String SAME = "one two three four five six seven";
  private static final Instant EVENING = Story.TEN.plusSeconds(3_600);

  @Test
  void A01_first_reports_earn_and_echoes_earn_nothing() {
    List<Reading> readings = new Story().with(observer("north").saying(SAME)).with(observer("south").saying(SAME)).readings();
    Experience learnt = Experience.NONE.with(verdict(Truth.CONFIRMED, readings), readings);
    assertThat(learnt.track(readings.getFirst()).judged()).isEqualTo(1);
    assertThat(learnt.track(readings.getLast()).judged()).isZero();
  }

  @Test
  void A02_an_error_costs_even_an_echo() {
    List<Reading> readings = new Story().with(observer("north").saying(SAME)).with(observer("south").saying(SAME)).readings();
    Experience learnt = Experience.NONE.with(verdict(Truth.REFUTED, readings), readings);
    assertThat(learnt.track(readings.getLast()).judged()).isEqualTo(1);
    assertThat(learnt.track(readings.getLast()).right()).isZero();
    assertThat(learnt.track(readings.getLast()).earned().slips()).isEqualTo(1);
  }

  @Test
  void A03_what_comes_when_a_thing_is_known_weighs_and_does_not_earn() {
    Story story = new Story();
    for (int i = 0; i < 4; i++) {
      story.with(report().minute(i));
    }
    List<Reading> readings = story.with(observer("late").minute(50)).readings();
    Track late = Experience.NONE.with(verdict(Truth.CONFIRMED, readings), readings).track(readings.getLast());
    assertThat(late.counts().hits()).isEqualTo(1);
    assertThat(late.earned().hits()).isZero();
  }

  @Test
  void A04_three_true_first_reports_make_a_record_and_a_lie_ends_it_for_good() {
    Experience experience = Experience.NONE;
    Reading source = new Story().with(observer("agent")).readings().getFirst();
    for (int i = 0; i < 3; i++) {
      assertThat(experience.proven(source)).isFalse();
      experience = experience.with(verdict(Truth.CONFIRMED, List.of(source)), List.of(source));
    }
    assertThat(experience.proven(source)).isTrue();
    experience = experience.with(verdict(Truth.REFUTED, List.of(source)), List.of(source));
    for (int i = 0; i < 3; i++) {
      assertThat(experience.proven(source)).isFalse();
      experience = experience.with(verdict(Truth.CONFIRMED, List.of(source)), List.of(source));
    }
    assertThat(experience.proven(source)).isFalse();
  }

  @Test
  void A05_an_error_costs_once_though_it_was_taken_back_and_the_taking_back_earns_nothing() {
    List<Reading> readings = new Story().with(observer("north")).with(observer("north").minute(5)).with(observer("north").as(Stance.DENIAL).minute(9)).readings();
    Track turned = Experience.NONE.with(verdict(Truth.REFUTED, readings), readings).track(readings.getFirst());
    assertThat(turned.earned().slips()).isEqualTo(1);
    assertThat(turned.earned().rejections()).isZero();
    assertThat(turned.judged()).isEqualTo(1);
  }

  @Test
  void A06_a_mailbox_its_sender_continued_earns_a_record_as_an_observer_does_and_a_sealed_report_earns_none() {
    Experience experience = Experience.NONE;
    Reading continued = new Story().with(observer("tag").by(Channel.MAILBOX, "tag")).readings().getFirst();
    Reading sealed = new Story().with(observer("other").by(Channel.SEALED, "other")).readings().getFirst();
    for (Reading reading : List.of(continued, sealed)) {
      for (int i = 0; i < 3; i++) {
        assertThat(experience.proven(reading)).isFalse();
        experience = experience.with(verdict(Truth.CONFIRMED, List.of(reading)), List.of(reading));
      }
    }
    assertThat(experience.proven(continued)).isTrue();
    assertThat(experience.proven(sealed)).isFalse();
  }

  @Test
  void A07_without_a_record_a_mailbox_weighs_what_a_sealed_report_does_and_gets_no_company_of_its_own() {
    List<Reading> sealed = new Story().with(report()).with(report()).with(report()).readings();
    List<Reading> mixed = new Story().with(report()).with(report().by(Channel.MAILBOX, "m1")).with(report().by(Channel.MAILBOX, "m2")).readings();
    assertThat(probability(Experience.NONE, mixed)).isEqualTo(probability(Experience.NONE, sealed));
  }

  @Test
  void B01_a_reversed_verdict_leaves_no_trace() {
    List<Reading> readings = new Story().with(observer("north")).with(report().as(Stance.DENIAL)).with(report()).readings();
    Verdict wrong = verdict(Truth.REFUTED, readings);
    Verdict right = verdict(Truth.CONFIRMED, readings);
    assertThat(probability(of(List.of(wrong, right), readings), readings)).isEqualTo(probability(of(List.of(right), readings), readings));
    assertThat(probability(of(List.of(wrong), readings), readings)).isLessThan(probability(of(List.of(right), readings), readings));
  }

  @Test
  void B02_one_more_verdict_is_the_same_as_all_anew() {
    List<Reading> all = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    Experience step = Experience.of(new SourceRecords(Map.of(new SourceKey("north"), new Tally(4, 1))));
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 60; i++) {
      List<Reading> readings = randomStory(random, i);
      Verdict verdict = verdict(random.nextBoolean() ? Truth.CONFIRMED : Truth.REFUTED, readings);
      all.addAll(readings);
      verdicts.add(verdict);
      step = step.with(verdict, readings);
    }
    Experience anew = Experience.of(new SourceRecords(Map.of(new SourceKey("north"), new Tally(4, 1))), verdicts, find(all));
    List<Reading> last = randomStory(random, 99);
    assertThat(probability(step, last)).isEqualTo(probability(anew, last));
  }

  @Test
  void B03_what_cannot_be_verified_teaches_nothing() {
    List<Reading> readings = new Story().with(observer("north")).readings();
    assertThat(Experience.NONE.with(verdict(Truth.UNVERIFIABLE, readings), readings)).isSameAs(Experience.NONE);
  }

  @Test
  void C01_company_that_was_mostly_planted_counts_against_and_never_by_more_than_the_bound() {
    Experience experience = Experience.NONE;
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 20; i++) {
      List<Reading> wave = crowd(12, 100 * i);
      experience = experience.with(verdict(Truth.REFUTED, wave), wave);
      List<Reading> pair = crowd(2, 100 * i + 50);
      experience = experience.with(verdict(random.nextInt(10) < 9 ? Truth.CONFIRMED : Truth.REFUTED, pair), pair);
    }
    assertThat(probability(experience, crowd(12, 5_000))).isLessThan(probability(experience, crowd(2, 6_000)));
    double together = weigh(experience, crowd(12, 7_000)).lines().stream()
        .filter(line -> line.reason() == Line.Reason.UNPROVEN || line.reason() == Line.Reason.BOUND).mapToDouble(Line::logOdds).sum();
    assertThat(together).isBetween(-2.0, 0.0);
  }

  @Test
  void C02_the_calibration_is_never_steeper_than_one() {
    Calibration calibration = Calibration.NONE;
    for (int i = 0; i < 300; i++) {
      calibration = calibration.plus(new Calibration.Settled(i % 2 == 0 ? 1 : -1, i % 2 == 0));
      assertThat(calibration.slope()).isBetween(0.3, 1.0);
    }
    assertThat(calibration.slope()).isEqualTo(1);
  }

  @Test
  void C03_what_nobody_judged_moves_rates_and_makes_nobody_proven() {
    List<Reading> readings = new Story().with(observer("north")).readings();
    Experience experience = Experience.NONE;
    for (int i = 0; i < 50; i++) {
      experience = experience.without(readings, EVENING);
    }
    assertThat(experience.track(readings.getFirst()).counts().hits()).isPositive();
    assertThat(experience.proven(readings.getFirst())).isFalse();
  }

  @Test
  void D01_lines_add_up_in_random_worlds_with_and_without_experience() {
    for (long seed = 1; seed <= 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Experience experience = Experience.NONE;
      for (int i = 0; i < 30; i++) {
        List<Reading> readings = randomStory(random, i);
        Corroboration weight = weigh(experience, readings);
        double sum = weight.lines().stream().mapToDouble(Line::logOdds).sum();
        assertThat(sum).isCloseTo(LogOddsWeigher.logit(weight.probability()), within(1e-9));
        experience = experience.with(verdict(random.nextInt(3) > 0 ? Truth.CONFIRMED : Truth.REFUTED, readings), readings);
      }
    }
  }

  private static List<Reading> randomStory(SplittableRandom random, int number) {
    Story story = new Story();
    List<Stance> stances = List.of(Stance.SIGHTING, Stance.SIGHTING, Stance.DENIAL, Stance.HEARSAY, Stance.QUESTION);
    for (int i = random.nextInt(1, 12); i > 0; i--) {
      Story.Telling one = report().minute(random.nextInt(90)).as(stances.get(random.nextInt(stances.size())));
      if (random.nextInt(2) == 0) {
        one.by(Channel.PUBLIC, "public-" + random.nextInt(5));
      }
      story.with(random.nextInt(3) == 0 ? one.saying(SAME) : one);
    }
    return renamed(story.readings(), 1_000 * (number + 1));
  }

  private static List<Reading> crowd(int heads, int from) {
    Story story = new Story();
    for (int i = 0; i < heads; i++) {
      story.with(report());
    }
    return renamed(story.readings(), from);
  }

  /// Ids of their own, so that no two incidents share a report.
  private static List<Reading> renamed(List<Reading> readings, int from) {
    List<Reading> renamed = new ArrayList<>();
    for (Reading one : readings) {
      SourceKey source = one.channel() == Channel.SEALED ? new SourceKey("sender-" + (from + renamed.size())) : one.source();
      renamed.add(new Reading(new ReportId("r%06d".formatted(from + renamed.size())), one.channel(), source, one.kind(), one.stance(), one.places(), one.when(), one.words(),
          one.towns(), one.foretells(), one.figures(), one.media()));
    }
    return renamed.stream().sorted(Reading.ORDER).toList();
  }

  private static Story.Telling observer(String name) {
    return report().by(Channel.OBSERVER, name);
  }

  private static Experience of(List<Verdict> verdicts, List<Reading> readings) {
    return Experience.of(SourceRecords.NONE, verdicts, find(readings));
  }

  private static java.util.function.Function<ReportId, Optional<Reading>> find(List<Reading> readings) {
    return id -> readings.stream().filter(reading -> reading.id().equals(id)).findFirst();
  }

  private static double probability(Experience experience, List<Reading> readings) {
    return weigh(experience, readings).probability();
  }

  private static Corroboration weigh(Experience experience, List<Reading> readings) {
    Incident incident = Incident.of(readings.stream().sorted(Reading.ORDER).toList());
    return new LogOddsWeigher().weigh(incident, new Evidence(experience, List.of()), Story.TEN.plusSeconds(7_200));
  }

  private static Verdict verdict(Truth truth, List<Reading> readings) {
    return new Verdict("m1", truth, EVENING, readings.stream().map(Reading::id).toList());
  }
}
