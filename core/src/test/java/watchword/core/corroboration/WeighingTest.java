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
  void D01_a_source_that_came_to_say_the_opposite_is_heard_by_its_last_word() {
    Story denies = new Story().with(report()).with(report().by(Channel.PUBLIC, "p1").as(Stance.DENIAL));
    Story turned = new Story().with(report()).with(report().by(Channel.PUBLIC, "p1")).with(report().by(Channel.PUBLIC, "p1").as(Stance.DENIAL));
    assertThat(weigh(turned).probability()).isEqualTo(weigh(denies).probability());
    assertThat(weigh(turned).supportingOrigins()).isEqualTo(1);
    assertThat(weigh(turned).lines()).filteredOn(line -> line.words().equals("taken back by the same source")).hasSize(1);
  }

  @Test
  void D01b_who_was_told_and_then_saw_it_is_heard_as_having_seen_it() {
    Story told = new Story().with(report().by(Channel.OBSERVER, "north").as(Stance.HEARSAY).saying("they say there are trucks on the bridge"))
        .with(report().by(Channel.OBSERVER, "north").saying("i see them now myself from my window"));
    assertThat(weigh(told).provenSupports()).isEqualTo(1);
    assertThat(weigh(told).supportingOrigins()).isEqualTo(1);
  }

  @Test
  void D01c_of_what_lasts_a_source_that_saw_it_and_sees_it_no_more_takes_nothing_back() {
    Story seen = new Story().with(report().of(Story.CAMP).by(Channel.OBSERVER, "north"));
    Story gone = new Story().with(report().of(Story.CAMP).by(Channel.OBSERVER, "north")).with(report().of(Story.CAMP).by(Channel.OBSERVER, "north").as(Stance.DENIAL).minute(50));
    assertThat(weigh(gone).probability()).isEqualTo(weigh(seen).probability());
    assertThat(weigh(gone).lines()).anyMatch(line -> line.words().equals("the same source says it is over"));
  }

  @Test
  void D01d_questions_and_what_a_source_says_again_are_no_independent_origins() {
    Story story = new Story().with(report().by(Channel.PUBLIC, "p1").saying("trucks on the bridge going north now")).with(report().as(Stance.QUESTION))
        .with(report().by(Channel.PUBLIC, "p1").saying("still more of them come across the river"));
    assertThat(weigh(story).supportingOrigins()).isEqualTo(1);
  }

  @Test
  void D02_one_report_twice_is_one_report() {
    Reading reading = new Story().with(report()).readings().getFirst();
    assertThat(weigh(List.of(reading, reading)).probability()).isEqualTo(weigh(List.of(reading)).probability());
  }

  @Test
  void D03_the_same_source_again_in_other_words_is_a_copy() {
    Story again = new Story().with(report().by(Channel.OBSERVER, "north").saying("trucks on the bridge going north now"))
        .with(report().by(Channel.OBSERVER, "north").saying("still more of them come across the river"));
    assertThat(weigh(again).provenSupports()).isEqualTo(1);
    assertThat(weigh(again).lines()).anyMatch(line -> line.words().equals("the same source again") && line.reason() == Line.Reason.COPY);
  }

  @Test
  void D04_the_same_photo_is_one_origin_and_says_so() {
    Corroboration weight = weigh(new Story().with(report().showing("a1")).with(report().showing("a1")));
    assertThat(weight.origins()).singleElement().satisfies(origin ->
        assertThat(origin.echoes()).singleElement().extracting(OriginGroup.Echo::why).isEqualTo(OriginGroup.Echo.Why.SAME_PHOTO));
  }

  @Test
  void D05_a_proven_source_that_was_only_told_proves_nothing() {
    Story told = new Story().with(report().by(Channel.OBSERVER, "north").as(Stance.HEARSAY)).with(report().by(Channel.OBSERVER, "south").as(Stance.HEARSAY));
    assertThat(weigh(told).provenSupports()).isZero();
  }

  @Test
  void D06_the_number_of_a_grade_does_not_lean_on_the_letter() {
    Corroboration weight = weigh(new Story().with(report().by(Channel.OBSERVER, "north")).with(report()));
    assertThat(weight.grade().letter()).isEqualTo('B');
    Corroboration unknown = weigh(new Story().with(report().by(Channel.OBSERVER, "nobody")).with(report()));
    assertThat(weight.grade().number()).isEqualTo(unknown.grade().number());
  }

  @Test
  void D07_two_hundred_lines_and_then_groups_that_name_their_reports() {
    Story crowd = new Story();
    for (int i = 0; i < 500; i++) {
      crowd.with(report());
    }
    List<Line> lines = weigh(crowd).lines();
    assertThat(lines).hasSizeLessThan(210);
    assertThat(lines).anyMatch(line -> line.words().endsWith("301 reports") && line.reports().size() == 301);
  }

  @Test
  void D08_any_number_of_denials_by_strangers_takes_no_more_than_the_bound() {
    Story denied = new Story().with(report());
    for (int i = 0; i < 300; i++) {
      denied.with(report().as(Stance.DENIAL));
    }
    double before = LogOddsWeigher.logit(weigh(new Story().with(report())).probability());
    assertThat(before - LogOddsWeigher.logit(weigh(denied).probability())).isLessThanOrEqualTo(1.2 + 1e-9);
  }

  private Corroboration weigh(Story story) {
    return weigh(story, List.of());
  }

  private Corroboration weigh(Story story, List<Finding> findings) {
    return weigh(story.readings(), findings);
  }

  private Corroboration weigh(List<Reading> readings) {
    return weigh(readings, List.of());
  }

  private Corroboration weigh(List<Reading> readings, List<Finding> findings) {
    return weigher.weigh(Incident.of(readings.stream().sorted(Reading.ORDER).toList()), new Evidence(Experience.of(OBSERVERS), findings), Story.TEN.plusSeconds(7_200));
  }

  private static Finding finding(String member, Outcome outcome) {
    return new Finding(member, Method.CALL, outcome, Story.TEN, List.of());
  }
}
