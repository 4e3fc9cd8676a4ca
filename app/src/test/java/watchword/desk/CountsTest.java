package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchword.archive.KindsFile;
import watchword.core.bulletin.BulletinId;
import watchword.core.corroboration.Verdict;
import watchword.core.count.Alarm;
import watchword.core.count.CountWatch;
import watchword.core.count.DailyCounts;
import watchword.core.count.KindInArea;
import watchword.core.count.Measure;
import watchword.core.decision.Policy;
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

/// Daily counts made from the casebook, and what members say of an alarm.
class CountsTest {

  private static final Kinds KINDS = KindsFile.builtIn();
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(3);
  private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
  private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 29);
  private static final int DAYS = 80;
  private static final KindInArea SHELLING = new KindInArea(KINDS.get("shelling"), "Ister");
  private static final Gazetteer LORNE = new Gazetteer("test", List.of(
      new Town("dal", "Dal", List.of(), 52.1, -33.2, 60_000, "Ister"),
      new Town("varlak", "Varlak", List.of(), 52.6, -33.9, 20_000, "Umlan"),
      new Town("fen", "Fen", List.of(), 53.6, -33.9, 2_000, "")));

  private final MemoryLedger ledger = new MemoryLedger();
  private final Desk desk = desk(ledger);
  private int reports;

  /// A shelling a day, told by two.
  @BeforeEach
  void months() {
    for (int ago = DAYS; ago >= 1; ago--) {
      Instant at = NOW.minus(Duration.ofDays(ago));
      told("shelling", at, "sealed-" + ago);
      told("shelling", at.plusSeconds(240), "observer-1");
    }
  }

  @Test
  void a_wave_about_one_happening_rings_by_reports_and_senders_and_is_attention() {
    wave(20);
    DailyCounts watched = watched();
    assertThat(watched.ringing(LocalDate.of(2026, 11, 30))).containsExactlyInAnyOrder(Measure.REPORTS, Measure.SENDERS);
    assertThat(watched.attentionAlone(LocalDate.of(2026, 11, 30))).isTrue();
    Counts.Copies copies = desk.counts().copies("heron", SHELLING, NOW);
    assertThat(copies.reports()).isEqualTo(22);
    assertThat(copies.copies()).isGreaterThanOrEqualTo(19).isLessThan(22);
  }

  @Test
  void an_area_is_the_district_of_the_nearest_town_else_the_town_and_no_place_is_no_area() {
    receive("explosion", Optional.of(new Place(52.61, -33.91, 500, "")), NOW, "a", "one");
    receive("explosion", Optional.of(new Place(53.6, -33.9, 500, "")), NOW, "b", "two");
    receive("explosion", Optional.empty(), NOW, "c", "three");
    assertThat(desk.counts().watch("heron", NOW).watched()).extracting(one -> one.subject().area()).containsExactlyInAnyOrder("Ister", "Umlan", "Fen", "");
  }

  @Test
  void days_are_those_of_the_desks_zone_and_a_report_of_a_later_hour_counts_when_it_came() {
    Instant late = Instant.parse("2026-11-29T21:30:00Z");
    told("drone", late, "a");
    receive("drone", Optional.of(new Place(52.1, -33.2, 500, "")), new Span(NOW.plus(Duration.ofDays(2)), NOW.plus(Duration.ofDays(2))), NOW, "b", "at night they come");
    DailyCounts drones = desk.counts().watch("heron", NOW).watched().stream().filter(one -> one.subject().kind().id().equals("drone")).findFirst().orElseThrow();
    assertThat(drones.line(Measure.REPORTS).counts()).endsWith(0, 2);
  }

  @Test
  void what_members_refute_is_no_incident_and_stays_a_report() {
    DailyCounts before = watched();
    Case last = desk.queue(NOW).stream().filter(one -> one.incident().when().latest().isAfter(NOW.minus(Duration.ofDays(2)))).findFirst().orElseThrow();
    desk.judge("heron", last.incident().id(), Verdict.Truth.REFUTED, NOW);
    DailyCounts after = watched();
    assertThat(sum(after, Measure.INCIDENTS)).isEqualTo(sum(before, Measure.INCIDENTS) - 1);
    assertThat(sum(after, Measure.REPORTS)).isEqualTo(sum(before, Measure.REPORTS));
  }

  @Test
  void forgetting_moves_no_count_but_that_of_senders_which_counts_each_forgotten_report() {
    told("shelling", NOW.minus(Duration.ofDays(40)), "observer-1");
    DailyCounts before = watched();
    for (Case one : desk.queue(NOW)) {
      if (one.incident().when().latest().isBefore(NOW.minus(Duration.ofDays(30)))) {
        desk.close("heron", one.incident().id(), NOW);
        desk.forget(one.incident().reports(), NOW);
      }
    }
    DailyCounts after = watched();
    assertThat(after.line(Measure.INCIDENTS)).isEqualTo(before.line(Measure.INCIDENTS));
    assertThat(after.line(Measure.REPORTS)).isEqualTo(before.line(Measure.REPORTS));
    assertThat(sum(after, Measure.SENDERS)).isEqualTo(sum(before, Measure.SENDERS) + 1);
  }

  @Test
  void a_word_on_an_alarm_is_noted_for_each_of_its_counts_and_the_newest_holds() {
    wave(20);
    assertThat(desk.counts().unhandled("heron", NOW)).isEqualTo(1);
    Set<Measure> done = desk.counts().handle("heron", SHELLING, EnumSet.allOf(Measure.class), Entry.Cause.ACTIVITY, "rail workers say so", NOW);
    assertThat(done).containsExactlyInAnyOrder(Measure.REPORTS, Measure.SENDERS);
    desk.counts().handle("wren", SHELLING, EnumSet.of(Measure.REPORTS), Entry.Cause.COPIES, "", NOW.plusSeconds(60));
    Alarm alarm = watched().line(Measure.REPORTS).alarm().orElseThrow();
    assertThat(desk.counts().said("rook", SHELLING, Measure.REPORTS, alarm)).extracting(Entry.Handled::member).containsExactly("heron", "wren");
    assertThat(desk.counts().said("rook").getLast()).isEqualTo(
        new Entry.Handled(NOW.plusSeconds(60), "wren", Measure.REPORTS, SHELLING.kind(), "Ister", YESTERDAY, Entry.Cause.COPIES, ""));
    assertThat(desk.counts().unhandled("heron", NOW)).isZero();
    assertThat(desk(ledger).counts().said("rook")).as("after a start").isEqualTo(desk.counts().said("rook"));
  }

  @Test
  void what_is_no_alarm_is_not_handled() {
    assertThat(desk.counts().handle("heron", SHELLING, EnumSet.allOf(Measure.class), Entry.Cause.ERROR, "", NOW)).isEmpty();
    assertThat(desk.counts().said("heron")).isEmpty();
    assertThatThrownBy(() -> new Entry.Handled(NOW, "heron", Measure.REPORTS, SHELLING.kind(), "", YESTERDAY, Entry.Cause.ERROR, "x".repeat(401)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_checkpoint_keeps_every_word_one_without_members_keeps_neither_name_nor_note() {
    wave(20);
    desk.counts().handle("heron", SHELLING, EnumSet.allOf(Measure.class), Entry.Cause.OUR_OWN, "wren asked for it", NOW);
    Casebook full = new Casebook();
    ledger.replay(full::apply);
    assertThat(fold(Checkpoint.exact(full)).handled()).isEqualTo(full.handled()).hasSize(2);
    for (List<Entry> checkpoint : List.of(Checkpoint.nameless(full), Checkpoint.forNewcomer(full))) {
      assertThat(fold(checkpoint).handled()).hasSize(2).allSatisfy(word -> {
        assertThat(word.member()).isEqualTo(Checkpoint.FORMER);
        assertThat(word.note()).isEmpty();
        assertThat(word.cause()).isEqualTo(Entry.Cause.OUR_OWN);
      });
    }
  }

  @Test
  void a_newcomer_is_shown_the_same_incidents_and_reports_and_no_more_of_their_sources_than_their_keys_open() {
    told("shelling", NOW.minus(Duration.ofDays(3)), "observer-1");
    DailyCounts whole = watched();
    Desk seen = desk(new NewcomersLedger(ledger));
    DailyCounts own = seen.counts().watch("wren", NOW).watched().getFirst();
    assertThat(own.line(Measure.INCIDENTS)).isEqualTo(whole.line(Measure.INCIDENTS));
    assertThat(own.line(Measure.REPORTS)).isEqualTo(whole.line(Measure.REPORTS));
    assertThat(sum(own, Measure.SENDERS)).isEqualTo(sum(whole, Measure.SENDERS) + 1);
  }

  /// Whose only member came after all that it holds.
  private record NewcomersLedger(MemoryLedger all) implements Ledger {
    @Override
    public void append(String author, Entry entry) {
      all.append(author, entry);
    }

    @Override
    public void replay(Consumer<Entry> consumer) {
      all.replay(consumer);
    }

    @Override
    public Optional<List<Entry>> sight(String member) {
      Casebook casebook = new Casebook();
      all.replay(casebook::apply);
      return Optional.of(Checkpoint.forNewcomer(casebook));
    }
  }

  private void wave(int size) {
    for (int i = 0; i < size; i++) {
      receive("shelling", Optional.of(new Place(52.1, -33.2, 500, "")), NOW.minus(Duration.ofDays(1)).plusSeconds(60L * i), "wave-" + i,
          "they shell the depot behind the old mill right now, tell everyone you know at once");
    }
  }

  private void told(String kind, Instant at, String source) {
    receive(kind, Optional.of(new Place(52.1, -33.2, 500, "")), at, source, "heavy fire number " + reports + " of the guns");
  }

  private void receive(String kind, Optional<Place> place, Instant at, String source, String text) {
    receive(kind, place, new Span(at, at.plusSeconds(120)), at.plusSeconds(300), source, text);
  }

  private void receive(String kind, Optional<Place> place, Span when, Instant came, String source, String text) {
    desk.receive(
        new Report(new ReportId("r" + ++reports), Channel.SEALED, new SourceKey(source), KINDS.get(kind), Stance.SIGHTING, place, when, text, List.of(), List.of()),
        "", Desk.DESK, came);
  }

  private DailyCounts watched() {
    CountWatch watch = desk.counts().watch("heron", NOW);
    return watch.watched().stream().filter(one -> one.subject().equals(SHELLING)).findFirst().orElseThrow();
  }

  private static int sum(DailyCounts watched, Measure measure) {
    return watched.line(measure).counts().stream().mapToInt(Integer::intValue).sum();
  }

  private static Casebook fold(List<Entry> entries) {
    Casebook casebook = new Casebook();
    entries.forEach(casebook::apply);
    return casebook;
  }

  private static Desk desk(Ledger ledger) {
    return new Desk(ledger, new MemoryBodies(), new Desk.Setup(Models.standard(Policy.DEFAULT), Policy.DEFAULT, LORNE, ZONE, () -> new BulletinId("b")));
  }
}
