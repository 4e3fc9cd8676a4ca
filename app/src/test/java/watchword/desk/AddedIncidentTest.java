package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Domain;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Expectation;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Item;
import watchword.core.assessment.Question;
import watchword.core.assessment.Watch;
import watchword.core.assessment.Weighed;
import watchword.core.bulletin.Likelihood;
import watchword.core.corroboration.Verdict;
import watchword.core.incident.IncidentId;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;
import watchword.drill.World;

/// An incident that no sign sees, added to a question by a member.
class AddedIncidentTest {

  private static final Instant NOW = World.START.plus(Duration.ofDays(1));
  private static final LocalDate OPENS = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
  private static final Expectation SEEN = new Expectation(List.of(Likelihood.VERY_LIKELY, Likelihood.VERY_UNLIKELY));

  private final MemoryLedger ledger = new MemoryLedger();
  private final Desk desk = new Desk(ledger, new MemoryBodies(), RandomDesk.setup(new Random(1)));
  private int reports = 100;

  @Test
  void it_is_relied_on_as_the_desk_relies_on_it_now_whatever_it_was_when_it_was_added() {
    put();
    IncidentId id = seen(NOW);
    double before = figure();
    act(added("e1", id, id.value(), .01));
    double after = figure();
    assertThat(after).as("the desk's probability counts, not the one in the step").isGreaterThan(before);
    assertThat(lines().getFirst().reliability()).isEqualTo(desk.get(id, later()).corroboration().probability());

    desk.judge("anna", id, Verdict.Truth.REFUTED, NOW.plusSeconds(30));
    assertThat(lines().getFirst().reliability()).isEqualTo(desk.get(id, later()).corroboration().probability());
    assertThat(figure()).isLessThan(after);
  }

  @Test
  void it_is_found_again_when_an_earlier_report_joins_it() {
    put();
    IncidentId id = seen(NOW);
    act(added("e1", id, id.value(), .5));
    IncidentId earlier = seen(NOW.minusSeconds(120));
    assertThat(earlier).isNotEqualTo(id);
    assertThat(desk.queue(later())).singleElement().satisfies(one -> assertThat(one.incident().id()).isEqualTo(earlier));
    assertThat(lines().getFirst().reliability()).isEqualTo(desk.get(earlier, later()).corroboration().probability());
    assertThat(lines().getFirst().evidence().item().origin()).isEqualTo(earlier.value());
  }

  @Test
  void it_counts_once_where_a_sign_sees_it_later_and_with_whom_it_goes_back_to() {
    put();
    IncidentId id = seen(NOW);
    act(added("e1", id, "a chat", .5));
    act(new QuestionStep.Added(new Evidence.OfDocument(new Item("e2", "a post", "a chat", NOW, SEEN, Optional.empty(), Optional.empty()), .1)));
    act(watching());
    assertThat(lines()).hasSize(3);
    assertThat(lines()).filteredOn(Weighed::counts).hasSize(1);
  }

  @Test
  void two_that_are_found_to_be_one_count_once_whatever_each_was_said_to_go_back_to() {
    put();
    IncidentId one = seen(NOW);
    IncidentId other = seen(NOW.minus(Duration.ofHours(20)));
    act(added("e1", one, one.value(), .5));
    act(added("e2", other, "a chat", .5));
    assertThat(lines()).filteredOn(Weighed::counts).hasSize(2);
    desk.same("anna", one, other, NOW);
    assertThat(desk.holding(one.first().orElseThrow(), later()).orElseThrow().incident().id()).isEqualTo(desk.holding(other.first().orElseThrow(), later()).orElseThrow().incident().id());
    assertThat(lines()).hasSize(2);
    assertThat(lines()).filteredOn(Weighed::counts).hasSize(1);
  }

  @Test
  void what_a_sign_sees_or_was_added_already_is_not_added_and_what_the_desk_does_not_hold_neither() {
    put();
    IncidentId id = seen(NOW);
    act(added("e1", id, id.value(), .5));
    assertThat(taken(added("e2", id, id.value(), .5))).contains("this incident bears on the question already");
    act(new QuestionStep.Struck(Evidence.OfIncident.id("e1", id.value()), "it is another border"));
    act(watching());
    assertThat(taken(added("e3", id, id.value(), .5))).contains("this incident bears on the question already");
    assertThat(taken(added("e4", new IncidentId("I-nobody"), "x", .5))).contains("the desk holds no such incident");
    assertThat(taken(new QuestionStep.Added(new Evidence.OfIncident(new Item("e5", "x", "x", NOW, SEEN, Optional.empty(), Optional.empty()), 1)))).contains("the desk holds no such incident");
  }

  @Test
  void its_minute_stays_with_its_reports_and_stands_in_no_step() {
    put();
    Instant minute = NOW.minusSeconds(700);
    IncidentId id = seen(minute);
    act(new QuestionStep.Added(new Evidence.OfIncident(new Item(Evidence.OfIncident.id("e1", id.value()), "trains", id.value(), minute, SEEN, Optional.empty(), Optional.empty()), .5)));
    List<Instant> kept = new ArrayList<>();
    ledger.replay(entry -> {
      if (entry instanceof Entry.Questioned questioned && questioned.step() instanceof QuestionStep.Added(Evidence evidence)) {
        kept.add(evidence.item().when());
      }
    });
    assertThat(kept).containsExactly(minute.truncatedTo(ChronoUnit.HOURS)).isNotEqualTo(List.of(minute));
    assertThat(lines().getFirst().evidence().item().when()).isEqualTo(minute);
  }

  @Test
  void a_newcomer_is_told_that_it_counts_and_not_what_was_written_of_it() {
    put();
    IncidentId id = seen(NOW);
    act(added("e1", id, id.value(), .5));
    List<Entry> entries = new ArrayList<>();
    ledger.replay(entries::add);
    Casebook full = new Casebook();
    entries.forEach(full::apply);
    Casebook newcomers = new Casebook();
    Checkpoint.forNewcomer(full).forEach(newcomers::apply);
    Item kept = newcomers.questions().find("attack").orElseThrow().known().evidence().getFirst().item();
    assertThat(kept.text()).isEqualTo(FormerSteps.BEFORE);
    assertThat(kept.origin()).isEqualTo(id.value());
  }

  private void put() {
    Question question = new Question("attack", "the border", "Will they attack?", "a rule", "two agencies", OPENS, OPENS.plusDays(60),
        List.of(new Hypothesis("h1", "they attack"), new Hypothesis("none", "none of these")), List.of());
    act(new QuestionStep.Put(question, Map.of(), BaseRate.counted(1, 57, 2, "one in 57 months")));
  }

  private static QuestionStep.Added added(String own, IncidentId id, String origin, double probability) {
    return new QuestionStep.Added(new Evidence.OfIncident(
        new Item(Evidence.OfIncident.id(own, id.value()), "trains where none were looked for", origin, NOW, SEEN, Optional.empty(), Optional.empty()), probability));
  }

  private static QuestionStep.Watching watching() {
    return new QuestionStep.Watching(new Indicator("rail", Domain.LOGISTICS, "military trains", SEEN, Duration.ofDays(7), false,
        Optional.of(new Watch(Set.of("military-train"), new Place(51.4, -33.9, 90_000, "Bruzma"))), List.of()));
  }

  private void act(QuestionStep step) {
    assertThat(taken(step)).isEmpty();
  }

  private Optional<String> taken(QuestionStep step) {
    return desk.questions().act("anna", "attack", step, NOW);
  }

  private static Instant later() {
    return NOW.plusSeconds(60);
  }

  private List<Weighed> lines() {
    return desk.questions().find("anna", "attack", later()).orElseThrow().known().assessment(later()).lines();
  }

  private double figure() {
    return desk.questions().find("anna", "attack", later()).orElseThrow().known().assessment(later()).probabilities().getFirst();
  }

  /// Three strangers saw a train; the incident that holds the first of them.
  private IncidentId seen(Instant at) {
    List<ReportId> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      reports++;
      ids.add(new ReportId("%064d".formatted(reports)));
      desk.receive(new Report(ids.getLast(), Channel.SEALED, new SourceKey("s" + reports), RandomDesk.WORLD.kinds().get("military-train"), Stance.SIGHTING,
          Optional.of(new Place(51.52, -33.95, 500, "")), Span.at(at), "", List.of(), List.of()), "", Desk.DESK, NOW);
    }
    return desk.holding(ids.getFirst(), later()).orElseThrow().incident().id();
  }
}
