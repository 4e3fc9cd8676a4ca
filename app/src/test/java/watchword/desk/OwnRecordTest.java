package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import watchword.archive.KindsFile;
import watchword.core.bulletin.BulletinId;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.ReliabilityDiagram.Band;
import watchword.core.corroboration.Verdict.Truth;
import watchword.core.decision.Policy;
import watchword.core.incident.IncidentId;
import watchword.core.kind.Kinds;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.place.Town;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;

/// The desk's own record, and a wave judged in one act.
class OwnRecordTest {

  private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");
  private static final Kinds KINDS = KindsFile.builtIn();
  private static final Gazetteer LORNE = new Gazetteer("test", List.of(new Town("dal", "Dal", List.of(), 52.1, -33.2, 60_000, "Ister")));
  private static final String PLANTED = "attack on the town tonight at 21:00, pass it on to everyone";

  private final MemoryLedger ledger = new MemoryLedger();
  private final Desk desk = desk(ledger);
  private int reports;

  @Test
  void what_was_said_is_what_stood_before_the_verdict_and_not_after() {
    IncidentId first = seen("north", day(0));
    double said = desk.get(first, day(0)).corroboration().probability();
    desk.judge("anna", first, Truth.CONFIRMED, day(0));
    IncidentId second = seen("north", day(1));
    double learnt = desk.get(second, day(1)).corroboration().probability();
    assertThat(learnt).as("the first verdict taught something").isNotEqualTo(said);
    desk.judge("anna", second, Truth.REFUTED, day(1));
    assertThat(brier()).isCloseTo(((1 - said) * (1 - said) + learnt * learnt) / 2, within(1e-12));
    assertThat(desk(ledger).sight("anna").ownRecord()).as("replayed").isEqualTo(desk.sight("anna").ownRecord());
  }

  @Test
  void a_finding_that_made_it_trivial_is_not_what_was_said() {
    IncidentId one = seen("north", day(0));
    double said = desk.get(one, day(0)).corroboration().probability();
    desk.find("anna", one, Finding.Method.CALL, Finding.Outcome.FOUND, day(0));
    assertThat(desk.get(one, day(0)).corroboration().probability()).isGreaterThan(said);
    desk.judge("anna", one, Truth.CONFIRMED, day(0));
    assertThat(brier()).isCloseTo((1 - said) * (1 - said), within(1e-12));
  }

  @Test
  void a_verdict_that_is_turned_round_changes_the_record_and_what_later_ones_learnt() {
    IncidentId first = seen("north", day(0));
    IncidentId second = seen("north", day(1));
    desk.judge("anna", first, Truth.CONFIRMED, day(2));
    desk.judge("anna", second, Truth.CONFIRMED, day(2));
    OwnRecord before = desk.sight("anna").ownRecord();
    desk.judge("boris", first, Truth.REFUTED, day(3));
    OwnRecord after = desk.sight("anna").ownRecord();
    assertThat(before.diagram().held()).isEqualTo(2);
    assertThat(after.diagram().judged()).isEqualTo(2);
    assertThat(after.diagram().held()).isEqualTo(1);
    assertThat(after.diagram().brier()).isGreaterThan(before.diagram().brier());
  }

  @Test
  void a_second_verdict_after_another_report_came_replaces_the_first() {
    IncidentId one = seen("north", day(0));
    desk.judge("anna", one, Truth.CONFIRMED, day(0));
    desk.same("anna", one, seen("south", day(0)), day(0));
    desk.judge("anna", holding(1), Truth.REFUTED, day(0).plusSeconds(60));
    assertThat(desk.sight("anna").ownRecord().diagram().judged()).isEqualTo(1);
    assertThat(desk.sight("anna").ownRecord().diagram().held()).isZero();
  }

  @Test
  void what_cannot_be_verified_or_is_forgotten_is_counted_apart() {
    IncidentId one = seen("north", day(0));
    IncidentId other = seen("south", day(1));
    desk.judge("anna", one, Truth.UNVERIFIABLE, day(1));
    desk.judge("anna", other, Truth.CONFIRMED, day(1));
    assertThat(desk.sight("anna").ownRecord()).extracting(OwnRecord::unverifiable, OwnRecord::unseen).containsExactly(1, 0);
    assertThat(desk.sight("anna").ownRecord().diagram().judged()).isEqualTo(1);
    desk.close("anna", other, day(2));
    desk.forget(List.of(new ReportId("%064d".formatted(2))), day(40));
    assertThat(desk.sight("anna").ownRecord()).extracting(OwnRecord::unverifiable, OwnRecord::unseen).containsExactly(1, 1);
    assertThat(desk.sight("anna").ownRecord().diagram().judged()).isZero();
  }

  @Test
  void twenty_verdicts_make_a_record() {
    IntStream.range(0, 20).forEach(i -> {
      IncidentId id = seen("source " + i, day(i));
      desk.judge("anna", id, i % 2 == 0 ? Truth.CONFIRMED : Truth.REFUTED, day(i));
    });
    assertThat(desk.sight("anna").ownRecord().diagram().tells()).isTrue();
    assertThat(desk.sight("anna").ownRecord().diagram().bands()).extracting(Band::said).satisfies(said ->
        assertThat(said.stream().mapToInt(Integer::intValue).sum()).isEqualTo(20));
    assertThat(desk.sight("anna").ownRecord().diagram().held()).isEqualTo(10);
    assertThat(desk.sight("anna").grades(day(20)).ungraded()).as("one report alone is graded nowhere").isEqualTo(20);
  }

  @Test
  void a_newcomers_record_begins_with_what_their_keys_open() {
    IncidentId before = seen("north", day(0));
    desk.judge("anna", before, Truth.CONFIRMED, day(0));
    Casebook whole = new Casebook();
    entries().forEach(whole::apply);
    Casebook newcomers = new Casebook();
    Checkpoint.forNewcomer(whole).forEach(newcomers::apply);
    int known = entries().size();
    IncidentId after = seen("south", day(5));
    desk.judge("anna", after, Truth.REFUTED, day(5));
    entries().subList(known, entries().size()).forEach(newcomers::apply);
    OwnRecord own = OwnRecord.of(newcomers, Models.standard(Policy.DEFAULT).weigher());
    assertThat(own.unseen()).isEqualTo(1);
    assertThat(own.diagram().judged()).isEqualTo(1);
    assertThat(own.diagram().held()).isZero();
    assertThat(desk.sight("anna").ownRecord().diagram().judged()).isEqualTo(2);
  }

  @Test
  void a_wave_is_judged_in_one_act_and_the_genuine_are_lifted_out_first() {
    wave(6);
    ReportId genuine = report(3);
    Set<ReportId> listed = listed();
    WaveVerdict.Done done = desk.judgeWave("anna", holding(1), new WaveVerdict(listed, Set.of(genuine)), day(0));
    assertThat(done).isEqualTo(new WaveVerdict.Done(1, 5, 0));
    List<Entry> entries = entries();
    assertThat(entries.get(entries.size() - 2)).isInstanceOfSatisfying(Entry.Linked.class, linked -> {
      assertThat(linked.same()).isFalse();
      assertThat(linked.one()).containsExactly(genuine);
      assertThat(linked.other()).hasSize(5).doesNotContain(genuine);
    });
    assertThat(entries.getLast()).isInstanceOfSatisfying(Entry.Judged.class, judged -> {
      assertThat(judged.verdict().truth()).isEqualTo(Truth.REFUTED);
      assertThat(judged.verdict().reports()).hasSize(5).doesNotContain(genuine);
    });
    assertThat(desk.holding(genuine, day(0)).orElseThrow().incident().reports()).containsExactly(genuine);
    assertThat(desk.sight("anna").verdicts(desk.holding(genuine, day(0)).orElseThrow())).as("no verdict on it").isEmpty();
    assertThat(desk.sight("anna").verdicts(desk.get(holding(1), day(0)))).hasSize(1);
    assertThat(desk(ledger).queue(day(0))).as("replayed").isEqualTo(desk.queue(day(0)));
  }

  @Test
  void a_report_that_came_in_between_is_not_judged() {
    wave(6);
    Set<ReportId> listed = listed();
    wave(1);
    ReportId late = report(7);
    assertThat(desk.get(holding(1), day(0)).incident().reports()).contains(late);
    assertThat(desk.judgeWave("anna", holding(1), new WaveVerdict(listed, Set.of()), day(0))).isEqualTo(new WaveVerdict.Done(0, 6, 1));
    assertThat(((Entry.Judged) entries().getLast()).verdict().reports()).hasSize(6).doesNotContain(late);
  }

  @Test
  void where_all_are_genuine_or_nothing_listed_is_left_nothing_is_noted() {
    wave(5);
    int before = entries().size();
    assertThat(desk.judgeWave("anna", holding(1), new WaveVerdict(listed(), listed()), day(0)).refuted()).isZero();
    assertThat(desk.judgeWave("anna", holding(1), new WaveVerdict(Set.of(new ReportId("other")), Set.of()), day(0)).refuted()).isZero();
    assertThat(entries()).hasSize(before);
    desk.close("anna", holding(1), day(0));
    assertThat(desk.judgeWave("anna", holding(1), new WaveVerdict(listed(), Set.of()), day(0)).refuted()).as("closed").isZero();
  }

  @Test
  void a_claim_refuted_yesterday_is_said_beside_todays_and_its_own_verdict_is_not() {
    wave(6);
    desk.judgeWave("anna", holding(1), new WaveVerdict(listed(), Set.of()), day(0));
    assertThat(desk.get(holding(1), day(0)).corroboration().wave().orElseThrow()).doesNotContain("slides");
    IntStream.range(0, 6).forEach(i -> take("shelling", Channel.SEALED, "sender " + reports, day(1), PLANTED + " " + i, Optional.empty()));
    assertThat(desk.get(holding(7), day(1)).corroboration().wave().orElseThrow()).contains("a date that slides");
  }

  private double brier() {
    return desk.sight("anna").ownRecord().diagram().brier();
  }

  private IncidentId seen(String source, Instant when) {
    Place place = new Place(52.1 + 0.001 * reports, -33.2, 300, "");
    take("protest", Channel.PUBLIC, source, when, "seen by " + source + " as number " + reports, Optional.of(place));
    return holding(reports);
  }

  private void wave(int size) {
    IntStream.range(0, size).forEach(i -> take("shelling", Channel.SEALED, "sender " + reports, day(0), PLANTED, Optional.empty()));
  }

  private Set<ReportId> listed() {
    return new HashSet<>(desk.get(holding(1), day(0)).incident().reports());
  }

  private void take(String kind, Channel channel, String source, Instant when, String words, Optional<Place> place) {
    reports++;
    Place dal = place.orElse(new Place(52.1, -33.2, 500, ""));
    desk.receive(
        new Report(report(reports), channel, new SourceKey(source), KINDS.get(kind), Stance.SIGHTING, Optional.of(dal),
            new Span(when.minusSeconds(600), when), words, List.of(), List.of()),
        "", Desk.DESK, when);
  }

  private static ReportId report(int number) {
    return new ReportId("%064d".formatted(number));
  }

  private IncidentId holding(int number) {
    return desk.holding(report(number), day(0)).orElseThrow().incident().id();
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    ledger.replay(entries::add);
    return entries;
  }

  private static Instant day(int number) {
    return NOON.plus(Duration.ofDays(number));
  }

  private static Desk desk(MemoryLedger ledger) {
    int[] count = {0};
    Models models = Models.standard(Policy.DEFAULT);
    return new Desk(ledger, new MemoryBodies(), new Desk.Setup(models, Policy.DEFAULT, LORNE, ZoneOffset.UTC, () -> new BulletinId("b" + count[0]++)));
  }
}
