package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Expectation;
import watchword.core.assessment.Hedge;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Item;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Question;
import watchword.core.bulletin.Likelihood;
import watchword.core.kind.Language;
import watchword.desk.Entry.Mark;

/// Decisions about suggested statements, and the records of those who spoke.
class CorrectionsTest {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final LocalDate OPENS = LocalDate.parse("2026-11-22");
  private static final EntryFormat FORMAT = new EntryFormat(RandomDesk.WORLD.kinds());

  @Test
  void each_mark_is_counted_by_language_as_kept_or_changed() {
    Casebook casebook = new Casebook();
    casebook.apply(checked(Language.BE, Set.of(Mark.CLAIM, Mark.TYPE, Mark.HEDGE), Set.of(Mark.TENSE)));
    casebook.apply(checked(Language.BE, Set.of(Mark.CLAIM, Mark.TENSE), Set.of(Mark.HEDGE)));
    casebook.apply(checked(Language.RU, Set.of(), Set.of(Mark.CLAIM)));
    Corrections counts = Corrections.of(casebook.corrections());
    assertThat(counts.languages()).containsExactlyInAnyOrder(Language.BE, Language.RU);
    assertThat(counts.of(Language.BE, Mark.CLAIM)).isEqualTo(new Corrections.Kept(2, 2));
    assertThat(counts.of(Language.BE, Mark.HEDGE)).isEqualTo(new Corrections.Kept(1, 2));
    assertThat(counts.of(Language.BE, Mark.TENSE)).isEqualTo(new Corrections.Kept(1, 2));
    assertThat(counts.of(Language.BE, Mark.VOICE)).as("nobody said").isEqualTo(new Corrections.Kept(0, 0));
    assertThat(counts.of(Language.RU, Mark.CLAIM)).isEqualTo(new Corrections.Kept(0, 1));
  }

  @Test
  void a_mark_is_either_kept_or_changed_and_something_is_decided() {
    assertThatThrownBy(() -> checked(Language.EN, Set.of(Mark.TYPE), Set.of(Mark.TYPE))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> checked(Language.EN, Set.of(), Set.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_entry_of_it_holds_no_word_of_the_text_and_a_checkpoint_and_a_newcomer_keep_it_without_who() throws Exception {
    Casebook casebook = new Casebook();
    Entry.Checked one = checked(Language.BE, Set.of(Mark.CLAIM), Set.of(Mark.HEDGE));
    casebook.apply(one);
    assertThat(new String(FORMAT.write(one), StandardCharsets.UTF_8))
        .isEqualTo("watchword.entry/1\n{\"type\":\"Checked\",\"at\":\"2026-11-22T10:00:00Z\",\"member\":\"anna\",\"language\":\"be\",\"kept\":[\"CLAIM\"],\"changed\":[\"HEDGE\"]}");
    assertThat(FORMAT.read(FORMAT.write(one))).isEqualTo(one);
    for (List<Entry> entries : List.of(Checkpoint.nameless(casebook), Checkpoint.forNewcomer(casebook))) {
      assertThat(entries).containsExactly(new Entry.Checked(AT, Checkpoint.FORMER, Language.BE, Set.of(Mark.CLAIM), Set.of(Mark.HEDGE)));
    }
    assertThat(Checkpoint.exact(casebook)).containsExactly(one);
  }

  @Test
  void a_newcomer_is_told_no_speakers_and_their_numbers_make_no_record() {
    MemoryLedger ledger = new MemoryLedger();
    Desk full = desk(ledger);
    said(full, "attack", "a general");
    said(full, "flood", "a mayor");
    assertThat(full.questions().speakers("anna")).extracting(one -> one.origin() + " " + one.towards() + "/" + one.questions()).containsExactly("a general 0/1", "a mayor 0/1");

    Casebook casebook = new Casebook();
    ledger.replay(casebook::apply);
    MemoryLedger newcomers = new MemoryLedger();
    Checkpoint.forNewcomer(casebook).forEach(entry -> newcomers.append("former", entry));
    assertThat(desk(newcomers).questions().speakers("carla")).as("two strangers of two questions are not one").isEmpty();
  }

  private static Desk desk(MemoryLedger ledger) {
    return new Desk(ledger, new MemoryBodies(), RandomDesk.setup(new Random(1)));
  }

  private static void said(Desk desk, String id, String origin) {
    Question question = new Question(id, "the border", "Will it?", "a rule", "two agencies", OPENS, OPENS.plusDays(30), List.of(new Hypothesis("h1", "it does"), new Hypothesis("none", "none of these")), List.of());
    act(desk, id, new QuestionStep.Put(question, Map.of(), BaseRate.counted(1, 57, 2, "one in 57 months")));
    act(desk, id, new QuestionStep.Added(new Evidence.OfStatement(
        new Item("e1", "it will", origin, AT, new Expectation(List.of(Likelihood.LIKELY, Likelihood.UNLIKELY)), Optional.empty(), Optional.empty()), Hedge.NONE, false, false)));
    act(desk, id, new QuestionStep.Ended(new Outcome.Came("none", OPENS, "two agencies say so")));
  }

  private static void act(Desk desk, String id, QuestionStep step) {
    assertThat(desk.questions().act("anna", id, step, AT)).isEmpty();
  }

  private static Entry.Checked checked(Language language, Set<Mark> kept, Set<Mark> changed) {
    return new Entry.Checked(AT, "anna", language, kept, changed);
  }
}
