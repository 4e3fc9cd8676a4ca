package watchword.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchword.core.assessment.SpeakerRecord.Heard;
import watchword.core.bulletin.Likelihood;

class SpeakerRecordTest {

  private static final LocalDate OPENED = LocalDate.parse("2026-11-01");
  private static final Expectation ATTACK = new Expectation(List.of(Likelihood.VERY_LIKELY, Likelihood.UNLIKELY, Likelihood.UNLIKELY));
  private static final Expectation EVEN = new Expectation(List.of(Likelihood.LIKELY, Likelihood.LIKELY, Likelihood.LIKELY));

  @Test
  void a_speaker_is_right_where_what_they_said_was_likeliest_under_what_came() {
    assertThat(SpeakerRecord.of(List.of(
        ended("attack", said("the minister", Hedge.PROBABLE, false)), ended("attack", said("the minister", Hedge.NONE, false)),
        ended("blockade", said("the minister", Hedge.CERTAIN, false)), ended("none", said("the minister", Hedge.NONE, true)))))
        .containsExactly(new SpeakerRecord("the minister", 3, 1));
  }

  @Test
  void a_denial_points_away_from_what_it_denies() {
    Question two = new Question("q", "the border", "?", "a rule", "two agencies", OPENED, OPENED.plusDays(30), List.of(new Hypothesis("attack", "a"), new Hypothesis("none", "n")), List.of());
    Evidence denial = new Evidence.OfStatement(item("the general", new Expectation(List.of(Likelihood.LIKELY, Likelihood.UNLIKELY))), Hedge.NONE, false, true);
    assertThat(SpeakerRecord.of(List.of(new Heard(two.with(new Outcome.Came("none", OPENED, "so")), List.of(denial))))).containsExactly(new SpeakerRecord("the general", 1, 0));
    assertThat(SpeakerRecord.of(List.of(new Heard(two.with(new Outcome.Came("attack", OPENED, "so")), List.of(denial))))).containsExactly(new SpeakerRecord("the general", 0, 1));
  }

  @Test
  void who_is_quoted_by_many_was_right_once_and_by_the_strongest_of_their_words() {
    Evidence strong = said("the minister", Hedge.CERTAIN, false);
    Evidence weak = said("the minister", Hedge.HEARSAY, true);
    assertThat(SpeakerRecord.of(List.of(ended("attack", weak, strong, strong, weak)))).containsExactly(new SpeakerRecord("the minister", 1, 0));
  }

  @Test
  void what_points_nowhere_is_counted_nowhere() {
    Evidence even = new Evidence.OfStatement(item("the minister", EVEN), Hedge.CERTAIN, false, false);
    Evidence unknown = said("the minister", Hedge.UNKNOWN, false);
    Evidence document = new Evidence.OfDocument(item("the minister", ATTACK), .9);
    assertThat(SpeakerRecord.of(List.of(ended("attack", even, unknown, document)))).isEmpty();
  }

  @Test
  void a_question_that_is_open_or_annulled_judges_nobody() {
    Evidence said = said("the minister", Hedge.CERTAIN, false);
    assertThat(SpeakerRecord.of(List.of(new Heard(question(), List.of(said)), new Heard(question().with(new Outcome.Annulled(OPENED, "no word")), List.of(said))))).isEmpty();
  }

  @Test
  void those_with_most_questions_stand_first() {
    assertThat(SpeakerRecord.of(List.of(ended("none", said("b", Hedge.NONE, false)), ended("none", said("c", Hedge.NONE, false), said("a", Hedge.NONE, false)), ended("attack", said("c", Hedge.NONE, false)))))
        .extracting(SpeakerRecord::origin).containsExactly("c", "a", "b");
  }

  private static Question question() {
    return new Question("q", "the border", "Will they?", "a rule", "two agencies", OPENED, OPENED.plusDays(30),
        List.of(new Hypothesis("attack", "an attack"), new Hypothesis("blockade", "a blockade"), new Hypothesis("none", "none of these")), List.of());
  }

  private static Heard ended(String came, Evidence... evidence) {
    return new Heard(question().with(new Outcome.Came(came, OPENED.plusDays(3), "two agencies say so")), Arrays.asList(evidence));
  }

  private static Evidence said(String origin, Hedge hedge, boolean denied) {
    return new Evidence.OfStatement(item(origin, ATTACK), hedge, false, denied);
  }

  private static Item item(String origin, Expectation expectation) {
    return new Item("e1", "they will attack", origin, Instant.parse("2026-11-02T10:00:00Z"), expectation, Optional.empty(), Optional.empty());
  }
}
