package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Domain;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Expectation;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Item;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Question;
import watchword.core.assessment.Scores;
import watchword.core.assessment.Watch;
import watchword.core.bulletin.Likelihood;
import watchword.core.corroboration.Verdict;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;
import watchword.drill.World;

/// The computed figure that is scored is the one that stood before the answer.
class PastFigureTest {

  private static final LocalDate OPENS = LocalDate.ofInstant(World.START, ZoneOffset.UTC);
  private static final Instant OPENED = OPENS.atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final LocalDate CAME = OPENS.plusDays(5);
  private static final Instant ANSWER = CAME.atStartOfDay().toInstant(ZoneOffset.UTC);
  private static final Instant SEEN_AT = ANSWER.minus(Duration.ofDays(2));
  private static final Expectation SEEN = new Expectation(List.of(Likelihood.VERY_LIKELY, Likelihood.VERY_UNLIKELY));

  private final MemoryLedger ledger = new MemoryLedger();
  private final Desk desk = new Desk(ledger, new MemoryBodies(), RandomDesk.setup(new Random(1)));
  private int reports = 100;

  @Test
  void nothing_that_is_entered_once_the_answer_is_out_changes_the_figure_that_is_scored() {
    put();
    act(document("e1", "an order", SEEN_AT), SEEN_AT.plusSeconds(60));
    seen(SEEN_AT, SEEN_AT.plusSeconds(120));
    double before = figure(ANSWER);

    // All of it is of the days before, and entered after.
    Instant late = ANSWER.plus(Duration.ofMinutes(20));
    act(document("e2", "a paper that turned up", SEEN_AT), late);
    act(new QuestionStep.Struck("e1", "it was another order"), late);
    seen(SEEN_AT.plus(Duration.ofHours(12)), late);
    desk.queue(late).forEach(one -> desk.judge("anna", one.incident().id(), Verdict.Truth.CONFIRMED, late));
    act(new QuestionStep.Ended(new Outcome.Came("h1", CAME, "two agencies say so")), late);

    assertThat(figure(ANSWER)).as("what is known now of that day").isGreaterThan(before + .05);
    assertThat(scored()).contains(String.format(Locale.ROOT, "computed figure      Brier %.4f", Scores.brier(before, true)));
  }

  @Test
  void what_is_forgotten_and_cut_since_does_not_change_it_either() {
    put();
    seen(SEEN_AT, SEEN_AT.plusSeconds(120));
    double before = figure(ANSWER);
    Instant later = ANSWER.plus(Duration.ofDays(1));
    act(new QuestionStep.Ended(new Outcome.Came("h1", CAME, "two agencies say so")), later);
    desk.forget(desk.queue(later).stream().flatMap(one -> one.incident().reports().stream()).toList(), later);
    String scored = String.format(Locale.ROOT, "computed figure      Brier %.4f", Scores.brier(before, true));
    assertThat(figure(ANSWER)).as("of forgotten reports").isNotEqualTo(before);
    assertThat(scored()).contains(scored);

    Casebook full = new Casebook();
    ledger.replay(full::apply);
    for (List<Entry> cut : List.of(Checkpoint.nameless(full), Checkpoint.forNewcomer(full))) {
      Casebook folded = new Casebook();
      cut.forEach(folded::apply);
      assertThat(scored(folded.questions().find("attack").orElseThrow(), later)).contains(scored);
    }
  }

  @Test
  void an_outcome_that_is_corrected_to_an_earlier_day_is_scored_by_an_earlier_figure() {
    put();
    double before = figure(SEEN_AT);
    act(document("e1", "an order", SEEN_AT), SEEN_AT.plusSeconds(60));
    Instant later = ANSWER.plus(Duration.ofDays(1));
    act(new QuestionStep.Ended(new Outcome.Came("h1", CAME, "two agencies say so")), later);
    act(new QuestionStep.Ended(new Outcome.Came("h1", CAME.minusDays(4), "it was earlier")), later);
    assertThat(scored()).contains(String.format(Locale.ROOT, "computed figure      Brier %.4f", Scores.brier(before, true)));
  }

  @Test
  void an_outcome_that_holds_no_more_is_told_since_it_may_end_the_scores_earlier() {
    put();
    Instant later = ANSWER.plus(Duration.ofDays(1));
    act(new QuestionStep.Ended(new Outcome.Came("none", OPENS, "a rumour")), later);
    act(new QuestionStep.Ended(new Outcome.Annulled(CAME, "the agencies differ")), later);
    act(new QuestionStep.Ended(new Outcome.Came("h1", CAME, "two agencies say so")), later);
    assertThat(scored().lines()).contains("7  Outcome: h1, %s: two agencies say so".formatted(CAME), "   Noted before, and holds no more: none, %s: a rumour".formatted(OPENS),
        "   Noted before, and holds no more: annulled on %s, nobody is scored: the agencies differ".formatted(CAME));
  }

  @Test
  void the_same_answer_said_again_when_less_is_known_keeps_the_figure() {
    put();
    seen(SEEN_AT, SEEN_AT.plusSeconds(120));
    double before = figure(ANSWER);
    Instant later = ANSWER.plus(Duration.ofDays(1));
    QuestionStep ended = new QuestionStep.Ended(new Outcome.Came("h1", CAME, "two agencies say so"));
    act(ended, later);
    desk.forget(desk.queue(later).stream().flatMap(one -> one.incident().reports().stream()).toList(), later);
    Casebook full = new Casebook();
    ledger.replay(full::apply);
    MemoryLedger cut = new MemoryLedger();
    Checkpoint.nameless(full).forEach(entry -> cut.append(Desk.DESK, entry));
    Desk folded = new Desk(cut, new MemoryBodies(), RandomDesk.setup(new Random(1)));
    assertThat(folded.questions().act("wren", "attack", ended, later.plusSeconds(60))).isEmpty();
    assertThat(scored(folded.questions().find("wren", "attack", later).orElseThrow(), later))
        .contains(String.format(Locale.ROOT, "computed figure      Brier %.4f", Scores.brier(before, true)));
  }

  @Test
  void no_member_says_what_was_computed() {
    put();
    act(new QuestionStep.Ended(new Outcome.Came("h1", CAME, "two agencies say so")), ANSWER);
    QuestionStep forged = new QuestionStep.Figured(List.of(.99, .01));
    assertThat(desk.questions().act("anna", "attack", forged, ANSWER)).contains("only the desk does this");

    // Nor does one who writes into the journal beside the desk.
    ledger.append("anna", new Entry.Questioned(ANSWER, "anna", "attack", forged));
    Desk again = new Desk(ledger, new MemoryBodies(), RandomDesk.setup(new Random(1)));
    assertThat(again.questions().find("anna", "attack", ANSWER).orElseThrow().figure()).isEqualTo(desk.questions().find("anna", "attack", ANSWER).orElseThrow().figure());
  }

  @Test
  void what_a_member_wrote_as_the_desk_is_not_believed(@TempDir Path path) throws Exception {
    try (Cabinet cabinet = new Cabinet(path)) {
      JournalLedger sealed = cabinet.ledger();
      sealed.replay(_ -> {});
      sealed.append(LedgerContract.MEMBER, new Entry.Questioned(ANSWER, Desk.DESK, "attack", new QuestionStep.Figured(List.of(.99, .01))));
      assertThatThrownBy(() -> sealed.replay(_ -> {})).isInstanceOf(IllegalStateException.class).hasMessageContaining("speaks for someone who did not write it");
    }
  }

  @Test
  void a_journal_with_keys_gives_the_same(@TempDir Path path) throws Exception {
    try (House house = new House(path, 1)) {
      assertThat(house.reopen(House.HERON)).isTrue();
      LocalDate opens = LocalDate.ofInstant(house.now, ZoneOffset.UTC);
      Questions first = house.desk().questions();
      assertThat(first.act("heron", "attack", question(opens), house.now)).isEmpty();
      assertThat(first.act("heron", "attack", document("e1", "an order", house.now), house.now)).isEmpty();
      double before = first.find("heron", "attack", house.now).orElseThrow().known().assessment(house.now).probabilities().getFirst();
      Instant then = house.now;
      house.later(Duration.ofDays(5));
      assertThat(house.reopen(House.HERON)).isTrue();
      Questions later = house.desk().questions();
      assertThat(later.act("heron", "attack", document("e2", "a paper that turned up", then), house.now)).isEmpty();
      assertThat(later.act("heron", "attack", new QuestionStep.Ended(new Outcome.Came("h1", opens.plusDays(4), "two agencies say so")), house.now)).isEmpty();
      assertThat(house.reopen(House.HERON)).isTrue();
      assertThat(scored(house.desk().questions().find("heron", "attack", house.now).orElseThrow(), house.now))
          .contains(String.format(Locale.ROOT, "computed figure      Brier %.4f", Scores.brier(before, true)));
    }
  }

  @Test
  void a_question_that_was_put_on_the_day_of_its_answer_has_no_figure_to_score() {
    Instant noon = OPENED.plus(Duration.ofHours(12));
    act(question(OPENS), noon);
    act(new QuestionStep.Ended(new Outcome.Came("h1", OPENS, "two agencies say so")), noon);
    assertThat(scored()).contains("base rate").doesNotContain("computed figure");
  }

  private void put() {
    Instant before = OPENED.minus(Duration.ofHours(1));
    act(question(OPENS), before);
    act(new QuestionStep.Watching(new Indicator("rail", Domain.LOGISTICS, "military trains", SEEN, Duration.ofDays(7), false,
        Optional.of(new Watch(Set.of("military-train"), new Place(51.4, -33.9, 90_000, "Bruzma"))), List.of())), before);
  }

  private static QuestionStep.Put question(LocalDate opens) {
    Question question = new Question("attack", "the border", "Will they attack?", "a rule", "two agencies", opens, opens.plusDays(60),
        List.of(new Hypothesis("h1", "they attack"), new Hypothesis("none", "none of these")), List.of());
    return new QuestionStep.Put(question, Map.of(), BaseRate.counted(1, 57, 2, "one in 57 months"));
  }

  private static QuestionStep.Added document(String id, String origin, Instant when) {
    return new QuestionStep.Added(new Evidence.OfDocument(new Item(id, origin, origin, when, SEEN, Optional.empty(), Optional.empty()), .9));
  }

  private void act(QuestionStep step, Instant at) {
    assertThat(desk.questions().act("anna", "attack", step, at)).isEmpty();
  }

  private double figure(Instant at) {
    return desk.questions().find("anna", "attack", at).orElseThrow().known().assessment(at).probabilities().getFirst();
  }

  private String scored() {
    Instant end = ANSWER.plus(Duration.ofDays(3));
    return scored(desk.questions().find("anna", "attack", end).orElseThrow(), end);
  }

  private static String scored(Inquiry inquiry, Instant at) {
    return String.join("\n", Stream.concat(inquiry.known().outcomeLines(at).stream(), inquiry.known().scoreLines(at, inquiry.figure()).stream()).toList());
  }

  /// Three strangers saw a train.
  private void seen(Instant at, Instant received) {
    for (int i = 0; i < 3; i++) {
      reports++;
      desk.receive(new Report(new ReportId("%064d".formatted(reports)), Channel.SEALED, new SourceKey("s" + reports), RandomDesk.WORLD.kinds().get("military-train"), Stance.SIGHTING,
          Optional.of(new Place(51.52, -33.95, 500, "")), Span.at(at), "", List.of(), List.of()), "", Desk.DESK, received);
    }
  }
}
