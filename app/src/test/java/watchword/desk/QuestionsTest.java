package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Confidence;
import watchword.core.assessment.Domain;
import watchword.core.assessment.Estimate;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Expectation;
import watchword.core.assessment.Hedge;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Item;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Question;
import watchword.core.assessment.Watch;
import watchword.core.assessment.Watchlist;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Likelihood;
import watchword.core.bulletin.Status;
import watchword.core.bulletin.Subject;
import watchword.core.decision.Policy;
import watchword.core.kind.Language;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;
import watchword.drill.World;

/// What members do about standing questions, and what follows.
class QuestionsTest {

  private static final Instant BEFORE = World.START;
  private static final Instant NOW = BEFORE.plus(Duration.ofDays(1));
  private static final LocalDate OPENS = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
  private static final EntryFormat FORMAT = new EntryFormat(RandomDesk.WORLD.kinds());
  private static final Place BORDER = new Place(51.4, -33.9, 90_000, "Bruzma");

  /// Where a member is alone, nobody's word counts beside theirs.
  private static final class Voiced implements Ledger {
    private final MemoryLedger entries = new MemoryLedger();
    private Optional<Set<String>> voices = Optional.empty();

    @Override
    public void append(String author, Entry entry) {
      entries.append(author, entry);
    }

    @Override
    public void replay(Consumer<Entry> consumer) {
      entries.replay(consumer);
    }

    @Override
    public Optional<Set<String>> voices(String member, Instant now) {
      return voices;
    }
  }

  private final Voiced ledger = new Voiced();
  private final AtomicInteger bulletins = new AtomicInteger();
  private final Desk desk = new Desk(ledger, new MemoryBodies(), new Desk.Setup(
      RandomDesk.MODELS, Policy.DEFAULT, RandomDesk.WORLD.gazetteer(), ZoneOffset.UTC, () -> new BulletinId("b" + bulletins.incrementAndGet())));
  private int reports;

  @Test
  void an_incident_of_a_watched_kind_within_its_circle_moves_the_figure_by_itself() {
    put();
    act("anna", watching(), NOW);
    double before = figure(NOW.plusSeconds(3_600));
    seen("military-train", 51.52, -33.95, NOW.plusSeconds(60));
    double after = figure(NOW.plusSeconds(3_600));
    assertThat(after).isGreaterThan(before);

    seen("military-train", 53.4, -32.6, NOW.plusSeconds(60));
    seen("explosion", 51.52, -33.95, NOW.plusSeconds(60));
    assertThat(figure(NOW.plusSeconds(3_600))).isEqualTo(after);
  }

  @Test
  void a_look_tells_something_only_while_the_network_stood() {
    put();
    act("anna", watching(), NOW);
    act("anna", new QuestionStep.Looked("rail", new Indicator.Look(NOW, "observers")), NOW.plusSeconds(60));
    assertThat(standing()).isEqualTo(Watchlist.Standing.LOOKED_AND_NOT_SEEN);
    act("anna", new QuestionStep.Cut(new Span(NOW.minusSeconds(600), NOW.plusSeconds(30))), NOW.plusSeconds(60));
    assertThat(standing()).isEqualTo(Watchlist.Standing.NETWORK_CUT);
    assertThat(desk.questions().act("anna", "attack", new QuestionStep.Cut(new Span(NOW, NOW.plus(Duration.ofDays(50)))), NOW.plusSeconds(60)))
        .as("looks to come would tell nothing").hasValueSatisfying(why -> assertThat(why).contains("a cut of a time to come"));
  }

  @Test
  void a_mistaken_look_and_a_planted_cut_are_struck_and_stay_on_the_list() {
    put();
    act("anna", watching(), NOW);
    act("anna", new QuestionStep.Looked("rail", new Indicator.Look(NOW, "observers")), NOW.plusSeconds(60));
    act("mole", new QuestionStep.Cut(new Span(NOW.minusSeconds(600), NOW.plusSeconds(30))), NOW.plusSeconds(60));
    Inquiry.Timed look = find("anna").strikable().getFirst();
    Inquiry.Timed cut = find("anna").strikable().getLast();
    act("boris", new QuestionStep.Struck(cut.id(), "it was not cut"), NOW.plusSeconds(60));
    assertThat(standing()).isEqualTo(Watchlist.Standing.LOOKED_AND_NOT_SEEN);
    act("boris", new QuestionStep.Struck(look.id(), "they looked elsewhere"), NOW.plusSeconds(60));
    assertThat(standing()).isEqualTo(Watchlist.Standing.NOBODY_LOOKED);
    assertThat(find("anna").strikable()).isEmpty();
    assertThat(find("anna").struck()).extracting(Inquiry.Struck::text).containsExactly("a cut of the network", "look of observers for military trains");
    assertThat(desk.questions().act("boris", "attack", new QuestionStep.Struck(cut.id(), "twice"), NOW.plusSeconds(60))).isPresent();
  }

  @Test
  void an_answer_before_the_last_day_shows_nothing_to_whoever_gave_no_estimate() {
    put();
    estimate("anna", .2, NOW);
    act("mole", new QuestionStep.Ended(new Outcome.Came("none", OPENS, "I only want to look")), NOW);
    assertThat(find("mole").isSeeing("mole", NOW)).isFalse();
    assertThat(find("anna").isSeeing("anna", NOW)).isTrue();
    Instant over = find("mole").known().end();
    assertThat(find("mole").isSeeing("mole", over.minusSeconds(1))).isFalse();
    assertThat(find("mole").isSeeing("mole", over)).isTrue();
  }

  @Test
  void an_outcome_that_is_taken_back_leaves_the_question_open_and_cuts_no_score() {
    put();
    assertThat(desk.questions().act("anna", "attack", new QuestionStep.Ended(new Outcome.TakenBack(OPENS, "nothing was noted")), NOW)).isPresent();
    act("mole", new QuestionStep.Ended(new Outcome.Came("none", OPENS, "it is over")), NOW);
    assertThat(desk.questions().act("anna", "attack", watching(), NOW)).isPresent();
    act("anna", new QuestionStep.Ended(new Outcome.TakenBack(OPENS, "it goes on")), NOW);
    assertThat(find("anna").isOpen(NOW)).isTrue();
    act("anna", watching(), NOW);
    estimate("anna", .2, NOW);
    assertThat(find("anna").known().outcomeLines(NOW)).anyMatch(line -> line.contains("none, the question goes on"))
        .anyMatch(line -> line.contains("Noted before, and holds no more: none")).anyMatch(line -> line.contains("taken back"));
    Instant later = NOW.plus(Duration.ofDays(20));
    act("anna", new QuestionStep.Ended(new Outcome.Came("none", OPENS.plusDays(20), "two agencies say so")), later);
    assertThat(find("anna").known().scoredUntil()).isEqualTo(OPENS.plusDays(20).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  @Test
  void a_question_is_reworded_until_it_opens_and_locked_from_then_on() {
    put();
    QuestionStep.Put other = new QuestionStep.Put(question("Will they come?"), Map.of(), base());
    assertThat(desk.questions().act("anna", "attack", other, BEFORE.plusSeconds(60))).isEmpty();
    assertThat(desk.questions().act("anna", "attack", other, NOW)).hasValueSatisfying(why -> assertThat(why).contains("locked"));
    assertThat(desk.questions().act("anna", "flood", other, NOW)).hasValueSatisfying(why -> assertThat(why).contains("puts another"));
  }

  @Test
  void estimates_are_blind_until_a_member_gave_theirs_and_a_median_takes_three_people() {
    put();
    estimate("anna", .2, NOW);
    estimate("boris", .6, NOW.plusSeconds(1));
    assertThat(find("carla").isSeeing("carla", NOW)).isFalse();
    assertThat(find("anna").isSeeing("anna", NOW)).isTrue();
    assertThat(find("anna").median("anna", NOW)).isEmpty();
    estimate("carla", .3, NOW.plusSeconds(2));
    assertThat(find("anna").median("anna", NOW)).hasValueSatisfying(median -> assertThat(median.getFirst()).isEqualTo(.3));
    assertThat(find("dora").median("dora", NOW)).isEmpty();
  }

  @Test
  void nobody_estimates_in_anothers_name_or_before_a_question_is_open() {
    put();
    assertThat(desk.questions().act("boris", "attack", new QuestionStep.Estimated(new Estimate("anna", NOW, List.of(.2, .8), "why")), NOW)).isPresent();
    assertThat(desk.questions().act("anna", "attack", new QuestionStep.Estimated(new Estimate("anna", BEFORE, List.of(.2, .8), "why")), BEFORE))
        .hasValueSatisfying(why -> assertThat(why).contains("open from"));
    assertThat(find("anna").known().estimates().all()).isEmpty();
  }

  @Test
  void a_judgement_claims_no_more_confidence_than_its_evidence_bears() {
    put();
    assertThat(desk.questions().act("anna", "attack", judged("anna", .3, Confidence.MODERATE, NOW), NOW)).hasValueSatisfying(why -> assertThat(why).contains("LOW at most"));
    for (int i = 0; i < 3; i++) {
      act("anna", statement("e" + i, "speaker " + i, Hedge.POSSIBLE, NOW), NOW);
    }
    act("anna", judged("anna", .3, Confidence.MODERATE, NOW), NOW);
  }

  @Test
  void evidence_that_is_struck_counts_no_more_and_stays_told() {
    put();
    act("anna", statement("e1", "a speaker", Hedge.CERTAIN, NOW), NOW);
    double with = figure(NOW);
    act("boris", new QuestionStep.Struck("e1", "taken back"), NOW.plusSeconds(1));
    assertThat(figure(NOW.plusSeconds(1))).isLessThan(with);
    assertThat(find("anna").struck()).singleElement().isEqualTo(new Inquiry.Struck("e1", statement("e1", "a speaker", Hedge.CERTAIN, NOW).evidence().item().text(), "taken back", "boris"));
    assertThat(desk.questions().act("anna", "attack", statement("e1", "a speaker", Hedge.CERTAIN, NOW), NOW.plusSeconds(2))).isPresent();
  }

  @Test
  void a_judgement_is_told_by_the_word_of_one_who_did_not_make_it() {
    put();
    act("anna", judged("anna", .3, Confidence.LOW, NOW), NOW);
    act("anna", new QuestionStep.Wished("h1"), NOW);
    assertThat(desk.tick(NOW.plusSeconds(60))).isEmpty();
    assertThat(desk.questions().waiting(find("anna"), NOW)).hasValueSatisfying(waiting -> assertThat(waiting.reasons().getFirst()).contains("another member"));

    act("boris", new QuestionStep.Wished("h1"), NOW.plusSeconds(90));
    assertThat(desk.tick(NOW.plusSeconds(120))).singleElement().satisfies(out -> {
      assertThat(out).isInstanceOf(Bulletin.Alert.class);
      assertThat(out.notice().status()).isEqualTo(Status.JUDGED);
      assertThat(out.notice().published()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
      assertThat(((Subject.Judged) out.notice().subject()).sentence().get(Language.EN)).contains("unlikely (20–45 %)");
    });
    assertThat(desk.tick(NOW.plusSeconds(180))).as("once").isEmpty();
  }

  @Test
  void a_new_judgement_takes_the_wish_for_the_one_before_with_it_and_goes_out_as_an_update() {
    put();
    tell(judged("anna", .3, Confidence.LOW, NOW), NOW);
    Instant later = NOW.plus(Duration.ofDays(2));
    act("boris", new QuestionStep.Wished("h1"), later);
    act("anna", judged("anna", .6, Confidence.LOW, later), later);
    assertThat(find("anna").wish()).isEmpty();
    act("boris", new QuestionStep.Wished("h1"), later);
    assertThat(desk.tick(later)).singleElement().satisfies(out -> {
      assertThat(out).isInstanceOf(Bulletin.Update.class);
      assertThat(out.notice().thread()).isEqualTo(desk.bulletins(later).getFirst().notice().thread());
    });
  }

  @Test
  void where_nobody_else_could_agree_it_waits_a_day_and_can_be_stopped() {
    ledger.voices = Optional.of(Set.of());
    put();
    act("anna", judged("anna", .3, Confidence.LOW, NOW), NOW);
    act("anna", new QuestionStep.Wished("h1"), NOW);
    assertThat(desk.tick(NOW.plus(Duration.ofHours(23)))).isEmpty();
    assertThat(desk.questions().waiting(find("anna"), NOW)).hasValueSatisfying(waiting -> assertThat(waiting.until()).contains(NOW.plus(Policy.WAIT)));
    act("anna", new QuestionStep.Stopped(), NOW.plus(Duration.ofHours(23)));
    assertThat(desk.tick(NOW.plus(Duration.ofHours(25)))).isEmpty();
    act("anna", new QuestionStep.Wished("h1"), NOW.plus(Duration.ofHours(25)));
    assertThat(desk.tick(NOW.plus(Duration.ofDays(2)))).isEmpty();
    assertThat(desk.tick(NOW.plus(Duration.ofHours(49)))).hasSize(1);
  }

  @Test
  void a_judgement_that_repeats_a_report_waits_and_says_why() {
    seen("explosion", 51.9, -33.6, NOW, "armed forces of Vesk are on the territory");
    put();
    act("anna", judged("anna", .3, Confidence.LOW, NOW), NOW);
    act("boris", new QuestionStep.Wished("h1"), NOW);
    assertThat(desk.tick(NOW.plusSeconds(60))).isEmpty();
    assertThat(desk.questions().waiting(find("anna"), NOW)).hasValueSatisfying(waiting -> assertThat(waiting.reasons().getFirst()).contains("five words in a row"));
  }

  @Test
  void an_ended_question_takes_nothing_but_another_outcome() {
    put();
    estimate("anna", .2, NOW);
    act("boris", new QuestionStep.Ended(new Outcome.Came("none", OPENS.plusDays(3), "two agencies say so")), NOW.plus(Duration.ofDays(3)));
    assertThat(desk.questions().act("anna", "attack", statement("e1", "a speaker", Hedge.CERTAIN, NOW), NOW.plus(Duration.ofDays(3))))
        .hasValueSatisfying(why -> assertThat(why).contains("know the answer"));
    act("boris", new QuestionStep.Ended(new Outcome.Annulled(OPENS.plusDays(4), "the agencies differ")), NOW.plus(Duration.ofDays(4)));
    assertThat(find("anna").known().question().outcomes()).hasSize(2);
  }

  @Test
  void no_step_leaves_a_sheet_that_cannot_be_computed() {
    put();
    for (Duration halfLife : List.of(Duration.ofDays(3_651), Duration.ofSeconds(Long.MAX_VALUE))) {
      assertThatThrownBy(() -> new Indicator("rail", Domain.LOGISTICS, "trains", seen(), halfLife, false, Optional.empty(), List.of())).isInstanceOf(IllegalArgumentException.class);
    }
    LocalDate far = LocalDate.of(999_999_999, 12, 31);
    Question endless = new Question("other", "the border", "When?", "a rule", "two agencies", OPENS, far, question("When?").hypotheses(), List.of());
    assertThat(desk.questions().act("anna", "other", new QuestionStep.Put(endless, Map.of(), base()), BEFORE)).hasValueSatisfying(why -> assertThat(why).contains("ten years"));
    assertThat(desk.questions().act("anna", "attack", new QuestionStep.Ended(new Outcome.Came("none", far, "soon")), NOW)).hasValueSatisfying(why -> assertThat(why).contains("day to come"));
  }

  @Test
  void an_outcome_is_corrected_to_an_earlier_day() {
    put();
    act("anna", new QuestionStep.Ended(new Outcome.Came("h1", OPENS.plusDays(5), "two agencies")), NOW.plus(Duration.ofDays(6)));
    act("anna", new QuestionStep.Ended(new Outcome.Came("h1", OPENS.plusDays(1), "it was the day before")), NOW.plus(Duration.ofDays(7)));
    assertThat(find("anna").known().question().outcome().orElseThrow().on()).isEqualTo(OPENS.plusDays(1));
  }

  @Test
  void what_was_withdrawn_is_told_again_only_once_it_is_judged_anew() {
    put();
    tell(judged("anna", .3, Confidence.LOW, NOW), NOW);
    Instant later = NOW.plus(Duration.ofHours(1));
    desk.withdraw("anna", desk.bulletins(later).getFirst().notice().thread(), later);
    act("boris", new QuestionStep.Wished("h1"), later);
    assertThat(desk.tick(later)).isEmpty();
    assertThat(desk.questions().waiting(find("anna"), later)).hasValueSatisfying(waiting -> assertThat(waiting.reasons().getFirst()).contains("withdrawn"));
    act("anna", judged("anna", .2, Confidence.LOW, later), later);
    act("boris", new QuestionStep.Wished("h1"), later);
    assertThat(desk.tick(later)).singleElement().isInstanceOf(Bulletin.Alert.class);
  }

  @Test
  void a_wish_lapses_after_fourteen_days() {
    put();
    act("anna", judged("anna", .3, Confidence.LOW, NOW), NOW);
    act("anna", new QuestionStep.Wished("h1"), NOW);
    Instant later = NOW.plus(Duration.ofDays(14));
    act("boris", new QuestionStep.Wished("h1"), later);
    assertThat(desk.questions().find("anna", "attack", later).orElseThrow().wish().orElseThrow().members()).containsExactly("boris");
    act("boris", new QuestionStep.Stopped(), later);
    act("boris", new QuestionStep.Wished("h1"), later);
    assertThat(desk.tick(later.plus(Duration.ofDays(14)))).isEmpty();
  }

  @Test
  void a_judgement_whose_maker_is_forgotten_is_not_told_by_whoever_may_have_made_it() {
    put();
    act("anna", judged("anna", .3, Confidence.LOW, NOW), NOW);
    Voiced folded = new Voiced();
    Checkpoint.nameless(fold(entries())).forEach(entry -> folded.append(Desk.DESK, entry));
    Desk after = new Desk(folded, new MemoryBodies(), RandomDesk.setup(new Random(1)));
    assertThat(after.questions().act("anna", "attack", new QuestionStep.Wished("h1"), NOW.plusSeconds(60))).isEmpty();
    assertThat(after.tick(NOW.plusSeconds(60))).isEmpty();
    assertThat(after.questions().waiting(after.questions().find("anna", "attack", NOW.plusSeconds(60)).orElseThrow(), NOW.plusSeconds(60)))
        .hasValueSatisfying(waiting -> assertThat(waiting.reasons().getFirst()).contains("judge anew"));
  }

  @Test
  void ids_are_free_also_where_a_checkpoint_left_steps_out() throws Exception {
    everything();
    Inquiry kept = fold(Checkpoint.nameless(fold(entries()))).questions().find("attack").orElseThrow();
    for (String prefix : List.of("e", "i")) {
      assertThat(kept.known().evidence()).extracting(one -> one.item().id()).doesNotContain(kept.free(prefix));
      assertThat(kept.struck()).extracting(Inquiry.Struck::id).doesNotContain(kept.free(prefix));
    }
  }

  @Test
  void a_step_that_fits_no_question_is_kept_and_changes_nothing() {
    QuestionBook book = new QuestionBook();
    Entry.Questioned lost = new Entry.Questioned(NOW, "anna", "attack", new QuestionStep.Dissented("no"));
    book.apply(lost);
    assertThat(book.all()).isEmpty();
    assertThat(book.entries()).containsExactly(lost);
  }

  @Test
  void the_journal_gives_back_every_step_as_it_was_taken() throws Exception {
    everything();
    List<Entry> steps = entries().stream().filter(Entry.Questioned.class::isInstance).toList();
    assertThat(steps.stream().map(entry -> ((Entry.Questioned) entry).step().getClass()).distinct()).hasSameSizeAs(QuestionStep.class.getPermittedSubclasses());
    for (Entry entry : steps) {
      assertThat(FORMAT.read(FORMAT.write(entry))).isEqualTo(entry);
    }
    Desk again = new Desk(ledger, new MemoryBodies(), RandomDesk.setup(new Random(1)));
    assertThat(again.questions().find("anna", "attack", NOW)).isEqualTo(desk.questions().find("anna", "attack", NOW));
  }

  @Test
  void a_checkpoint_keeps_the_figures_and_forgets_who_and_a_newcomer_is_told_no_words() throws Exception {
    everything();
    Casebook full = fold(entries());
    Casebook nameless = fold(Checkpoint.nameless(full));
    Casebook newcomers = fold(Checkpoint.forNewcomer(full));
    for (Casebook one : List.of(nameless, newcomers)) {
      Inquiry kept = one.questions().find("attack").orElseThrow();
      assertThat(kept.known().assessment(NOW).probabilities()).isEqualTo(full.questions().find("attack").orElseThrow().known().assessment(NOW).probabilities());
      assertThat(kept.known().estimates().latest()).as("two people stay two").hasSize(2);
      assertThat(kept.median("former-1", NOW)).as("and are no median with who comes after").isEmpty();
    }
    assertThat(written(Checkpoint.nameless(full))).doesNotContain("anna").doesNotContain("boris").contains("an order for an exercise");
    assertThat(written(Checkpoint.forNewcomer(full))).doesNotContain("anna").doesNotContain("an order for an exercise").doesNotContain("a general").doesNotContain("observers")
        .doesNotContain("the agencies go on reporting").doesNotContain("\"less\"");
    assertThat(written(Checkpoint.nameless(fold(Checkpoint.nameless(full))))).isEqualTo(written(Checkpoint.nameless(full)));
  }

  private void everything() {
    put();
    act("anna", watching(), NOW);
    act("boris", new QuestionStep.Watching(new Indicator("said", Domain.INFORMATION, "they say that they are threatened", seen(), Duration.ofDays(14), true, Optional.empty(), List.of())), NOW);
    act("anna", new QuestionStep.Looked("rail", new Indicator.Look(NOW, "observers")), NOW);
    act("anna", new QuestionStep.Cut(new Span(NOW.minusSeconds(600), NOW.minusSeconds(30))), NOW);
    act("boris", statement("e1", "a general", Hedge.PROBABLE, NOW), NOW);
    act("boris", new QuestionStep.Added(new Evidence.OfDocument(item("e2", "an order for an exercise", "the order", Optional.empty()), .6)), NOW);
    act("boris", new QuestionStep.Added(new Evidence.OfSpeaking(item("e3", "they were about to attack us", "a spokesman", Optional.of("said")))), NOW);
    act("anna", statement("e4", "a general", Hedge.CERTAIN, NOW), NOW);
    act("anna", new QuestionStep.Struck("e4", "taken back"), NOW);
    estimate("anna", .2, NOW);
    estimate("boris", .4, NOW);
    tell(judged("anna", .3, Confidence.LOW, NOW), NOW);
    act("boris", new QuestionStep.Dissented("less"), NOW);
    act("boris", new QuestionStep.Wished("h1"), NOW);
    act("anna", new QuestionStep.Stopped(), NOW);
    act("anna", new QuestionStep.Ended(new Outcome.Annulled(OPENS, "the agencies differ")), NOW);
    act("boris", new QuestionStep.Ended(new Outcome.TakenBack(OPENS, "they do not")), NOW);
    act("anna", new QuestionStep.Ended(new Outcome.Came("none", OPENS, "two agencies say so")), NOW);
  }

  private void put() {
    act("anna", new QuestionStep.Put(question("Will they attack?"), Map.of("h1", claim()), base()), BEFORE);
  }

  private static Question question(String asks) {
    return new Question("attack", "the border", asks, "forces are on the territory, as two agencies report", "two agencies", OPENS, OPENS.plusDays(60),
        List.of(new Hypothesis("h1", "they attack"), new Hypothesis("none", "none of these")), List.of());
  }

  private static BaseRate base() {
    return BaseRate.counted(1, 57, 2, "one in 57 months");
  }

  private static Map<Language, String> claim() {
    Map<Language, String> claim = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      claim.put(language, "armed forces of Vesk are on the territory of Lorne");
    }
    return claim;
  }

  private static Expectation seen() {
    return new Expectation(List.of(Likelihood.LIKELY, Likelihood.UNLIKELY));
  }

  private static QuestionStep.Watching watching() {
    return new QuestionStep.Watching(new Indicator("rail", Domain.LOGISTICS, "military trains", seen(), Duration.ofDays(7), false,
        Optional.of(new Watch(Set.of("military-train"), BORDER)), List.of()));
  }

  private static Item item(String id, String text, String origin, Optional<String> indicator) {
    return new Item(id, text, origin, NOW, seen(), indicator, indicator.map(_ -> Duration.ofDays(14)));
  }

  private static QuestionStep.Added statement(String id, String origin, Hedge hedge, Instant at) {
    return new QuestionStep.Added(new Evidence.OfStatement(new Item(id, "said: they will attack", origin, at, seen(), Optional.empty(), Optional.empty()), hedge, false, false));
  }

  private static QuestionStep.Judged judged(String member, double probability, Confidence confidence, Instant at) {
    Map<Language, String> change = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      change.put(language, "trains that go back");
    }
    boolean first = at.equals(NOW);
    return new QuestionStep.Judged(new Judgement(member, at, List.of(probability, 1 - probability), confidence, List.of("the agencies go on reporting"), change,
        first ? Optional.empty() : Optional.of("more trains"), List.of()));
  }

  private void estimate(String member, double probability, Instant at) {
    act(member, new QuestionStep.Estimated(new Estimate(member, at, List.of(probability, 1 - probability), "why")), at);
  }

  private void tell(QuestionStep.Judged judged, Instant at) {
    act("anna", judged, at);
    act("boris", new QuestionStep.Wished("h1"), at);
    assertThat(desk.tick(at)).hasSize(1);
  }

  private void act(String member, QuestionStep step, Instant at) {
    assertThat(desk.questions().act(member, "attack", step, at)).isEmpty();
  }

  private Inquiry find(String member) {
    return desk.questions().find(member, "attack", NOW.plusSeconds(60)).orElseThrow();
  }

  private double figure(Instant at) {
    return desk.questions().find("anna", "attack", at).orElseThrow().known().assessment(at).probabilities().getFirst();
  }

  private Watchlist.Standing standing() {
    return find("anna").known().watchlist(NOW.plusSeconds(60)).states().getFirst().standing();
  }

  private void seen(String kind, double latitude, double longitude, Instant at) {
    seen(kind, latitude, longitude, at, "");
  }

  private void seen(String kind, double latitude, double longitude, Instant at, String words) {
    for (int i = 0; i < 3; i++) {
      reports++;
      desk.receive(new Report(new ReportId("%064d".formatted(reports)), Channel.SEALED, new SourceKey("s" + reports), RandomDesk.WORLD.kinds().get(kind), Stance.SIGHTING,
          Optional.of(new Place(latitude, longitude, 500, "")), Span.at(at), words, List.of(), List.of()), "", Desk.DESK, at);
    }
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    ledger.replay(entries::add);
    return entries;
  }

  private static Casebook fold(List<Entry> entries) {
    Casebook casebook = new Casebook();
    entries.forEach(casebook::apply);
    return casebook;
  }

  private static String written(List<Entry> entries) {
    StringBuilder all = new StringBuilder();
    entries.forEach(entry -> all.append(new String(FORMAT.write(entry), StandardCharsets.UTF_8)).append('\n'));
    return all.toString();
  }
}
