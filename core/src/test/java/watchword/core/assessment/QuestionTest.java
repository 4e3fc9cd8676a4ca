package watchword.core.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a question is held to.
class QuestionTest {

  private static final LocalDate END = LocalDate.parse("2026-12-31");

  @Test
  void it_is_locked_from_the_day_it_opens() {
    Question question = Desk.question("attack");
    Question other = new Question(question.id(), question.territory(), question.asks(), "another rule", question.resolver(), question.opened(),
        question.closes(),
        question.hypotheses(), List.of());
    assertThat(question.reworded(other, LocalDate.parse("2026-10-31")).rule()).isEqualTo("another rule");
    assertThatThrownBy(() -> question.reworded(other, question.opened())).hasMessageContaining("locked").hasMessageContaining("annul");
    assertThat(question.reworded(question, question.opened())).isEqualTo(question);
  }

  @Test
  void all_outcomes_are_kept_and_the_last_holds() {
    Question came = Desk.question("attack", "blockade").with(new Outcome.Came("blockade", END, "reported by two agencies"));
    assertThat(came.came()).contains(1);
    Question annulled = came.with(new Outcome.Annulled(END, "the agencies took it back"));
    assertThat(annulled.came()).isEmpty();
    assertThat(annulled.outcomes()).hasSize(2);
    assertThatThrownBy(() -> annulled.with(new Outcome.Came("flood", END, "x"))).hasMessageContaining("flood");
    assertThat(annulled.with(new Outcome.Annulled(END.minusDays(1), "it was the day before")).outcome().orElseThrow().on()).isEqualTo(END.minusDays(1));
    assertThatThrownBy(() -> annulled.with(new Outcome.Annulled(annulled.opened().minusDays(1), "x"))).hasMessageContaining("older");
  }

  @Test
  void the_answer_was_known_from_the_earliest_day_that_was_noted_for_it_and_not_taken_back() {
    Question question = Desk.question("attack", "blockade").with(new Outcome.Came("attack", END.minusDays(20), "a mistake"));
    assertThat(question.with(new Outcome.Came("blockade", END, "two agencies")).answeredOn()).as("another answer was no knowledge").contains(END);
    Question corrected = question.with(new Outcome.Came("attack", END.minusDays(9), "a day later than first said"));
    assertThat(corrected.answeredOn()).as("the same answer was").contains(END.minusDays(20));
    Question open = corrected.with(new Outcome.TakenBack(END.minusDays(8), "they are still there"));
    assertThat(open.outcome()).isEmpty();
    assertThat(open.came()).isEmpty();
    assertThat(open.answeredOn()).isEmpty();
    assertThat(open.with(new Outcome.Came("attack", END, "now it did")).answeredOn()).contains(END);
    assertThat(open.with(new Outcome.Annulled(END, "the agencies differ")).answeredOn()).contains(END);
  }

  @Test
  void it_has_two_to_six_hypotheses_and_the_last_is_none_of_these() {
    assertThatThrownBy(Desk::question).hasMessageContaining("1 hypotheses");
    assertThatThrownBy(() -> Desk.question("a", "b", "c", "d", "e", "f")).hasMessageContaining("7 hypotheses");
    assertThatThrownBy(() -> Desk.question("a", "a")).hasMessageContaining("stands twice");
    Question question = Desk.question("attack");
    assertThatThrownBy(() -> new Question("q", "t", "a", "r", "s", question.opened(), question.closes(),
        List.of(question.hypotheses().get(1), question.hypotheses().get(0)), List.of())).hasMessageContaining("none of these");
    assertThatThrownBy(() -> new Question("q", "t", "a", " ", "s", question.opened(), question.closes(), question.hypotheses(),
        List.of())).hasMessageContaining("rule");
    assertThatThrownBy(() -> new Question("q", "t", "a", "r", "s", END, END.minusDays(1), question.hypotheses(),
        List.of())).hasMessageContaining("closes before");
  }
}
