package watchword.core.corroboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static watchword.core.Story.report;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.Story;
import watchword.core.corroboration.Finding.Method;
import watchword.core.corroboration.Finding.Outcome;
import watchword.core.corroboration.SourceRecords.Tally;
import watchword.core.corroboration.Verdict.Truth;
import watchword.core.incident.Incident;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;

/// Scenarios of weighing: what moves a probability, and what cannot.
class WeighingTest {

  private static final SourceRecords OBSERVERS = new SourceRecords(Map.of(new SourceKey("north"), new Tally(11, 1), new SourceKey("south"), new Tally(9, 1)));

  private final Weigher weigher = new LogOddsWeigher();

  @Test
  void A01_the_lines_add_up_to_the_probability() {
    Story story = new Story().with(report().saying("a b c d e f g")).with(report().saying("a b c d e f g")).with(report().as(Stance.DENIAL))
        .with(report().by(Channel.OBSERVER, "north")).with(report().as(Stance.HEARSAY));
    for (List<Finding> findings : List.of(List.<Finding>of(), List.of(finding("m1", Outcome.FOUND)), List.of(finding("m1", Outcome.FOUND), finding("m2", Outcome.FOUND)))) {
      Corroboration corroboration = weigh(story, findings);
      double sum = corroboration.lines().stream().mapToDouble(Line::logOdds).sum();
      assertThat(sum).isCloseTo(LogOddsWeigher.logit(corroboration.probability()), within(1e-9));
    }
  }

  @Test
  void A02_a_second_witness_raises_a_denial_lowers() {
    double one = weigh(new Story().with(report())).probability();
    double two = weigh(new Story().with(report()).with(report())).probability();
    double denied = weigh(new Story().with(report()).with(report().as(Stance.DENIAL))).probability();
    assertThat(two).isGreaterThan(one);
    assertThat(denied).isLessThan(one);
  }

  @Test
  void A03_a_hundred_copies_are_hardly_more_than_one_report() {
    Story copies = new Story();
    for (int i = 0; i < 100; i++) {
      copies.with(report().saying("tanks on the bridge, they are coming, pass it on"));
    }
    double one = weigh(new Story().with(report())).probability();
    assertThat(weigh(copies).probability()).isLessThan(one + 0.03);
    assertThat(weigh(copies).supportingOrigins()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 30, 300, 3_000})
  void A04_no_number_of_unproven_reports_passes_eighty_percent(int reports) {
    Story crowd = new Story();
    for (int i = 0; i < reports; i++) {
      crowd.with(report().minute(i % 60));
    }
    assertThat(weigh(crowd).probability()).isLessThanOrEqualTo(0.80 + 1e-9);
  }

  @Test
  void A05_one_proven_support_is_held_at_eighty_percent_two_are_not() {
    assertThat(weigh(new Story().with(report()).with(report().by(Channel.OBSERVER, "north"))).probability()).isLessThanOrEqualTo(0.80 + 1e-9);
    Corroboration two = weigh(new Story().with(report().by(Channel.OBSERVER, "south")).with(report().by(Channel.OBSERVER, "north")));
    assertThat(two.probability()).isGreaterThan(0.90);
    assertThat(two.provenSupports()).isEqualTo(2);
  }

  @Test
  void A06_two_checks_by_one_member_are_one_proven_support() {
    Corroboration corroboration = weigh(new Story().with(report()), List.of(finding("m1", Outcome.FOUND), finding("m1", Outcome.FOUND)));
    assertThat(corroboration.provenSupports()).isEqualTo(1);
  }

  @Test
  void A07_a_copy_of_an_observer_is_no_second_proven_support() {
    Story story = new Story()
        .with(report().by(Channel.OBSERVER, "north").saying("column of twelve trucks crossing the river bridge"))
        .with(report().by(Channel.OBSERVER, "south").saying("column of twelve trucks crossing the river bridge"));
    assertThat(weigh(story).provenSupports()).isEqualTo(1);
  }

  @Test
  void A08_it_says_what_one_more_proven_source_would_make_of_it() {
    Corroboration corroboration = weigh(new Story().with(report()).with(report().by(Channel.OBSERVER, "north")));
    assertThat(corroboration.ifOneMoreProven()).isGreaterThan(corroboration.probability());
  }

  @Test
  void B01_a_wave_that_foretells_is_flagged_and_not_lowered() {
    Story wave = new Story();
    Story plain = new Story();
    for (int i = 0; i < 10; i++) {
      wave.with(report().saying("attack tonight at 21:00 variant " + "abcdefghij".charAt(i)));
      plain.with(report().saying("abcdefghij".charAt(i) + " attack"));
    }
    assertThat(weigh(wave).wave()).isPresent();
    assertThat(weigh(plain).wave()).isEmpty();
  }

  @Test
  void C01_a_verdict_teaches_first_reports_and_gives_echoes_nothing() {
    List<Reading> readings = new Story()
        .with(report().by(Channel.OBSERVER, "north").saying("one two three four five six seven"))
        .with(report().by(Channel.OBSERVER, "south").saying("one two three four five six seven"))
        .readings();
    SourceRecords learnt = Learning.records(SourceRecords.NONE, List.of(verdict(Truth.CONFIRMED, readings)), id -> readings.stream().filter(r -> r.id().equals(id)).findFirst());
    assertThat(learnt.of(new SourceKey("north"))).isEqualTo(new Tally(1, 0));
    assertThat(learnt.of(new SourceKey("south"))).isEqualTo(Tally.NONE);
  }

  @Test
  void C02_an_error_costs_even_an_echo() {
    List<Reading> readings = new Story()
        .with(report().by(Channel.OBSERVER, "north").saying("one two three four five six seven"))
        .with(report().by(Channel.OBSERVER, "south").saying("one two three four five six seven"))
        .readings();
    SourceRecords learnt = Learning.records(SourceRecords.NONE, List.of(verdict(Truth.REFUTED, readings)), id -> readings.stream().filter(r -> r.id().equals(id)).findFirst());
    assertThat(learnt.of(new SourceKey("south"))).isEqualTo(new Tally(0, 1));
  }

  private Corroboration weigh(Story story) {
    return weigh(story, List.of());
  }

  private Corroboration weigh(Story story, List<Finding> findings) {
    return weigher.weigh(Incident.of(story.readings().stream().sorted(Reading.ORDER).toList()), new Evidence(OBSERVERS, findings), Story.TEN.plusSeconds(7_200));
  }

  private static Finding finding(String member, Outcome outcome) {
    return new Finding(member, Method.CALL, outcome, Story.TEN, List.of());
  }

  private static Verdict verdict(Truth truth, List<Reading> readings) {
    return new Verdict("m1", truth, Story.TEN.plusSeconds(3_600), readings.stream().map(Reading::id).toList());
  }
}
