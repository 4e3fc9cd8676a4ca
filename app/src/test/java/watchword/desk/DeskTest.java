package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import watchword.archive.KindsFile;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Admiralty;
import watchword.core.corroboration.Corroboration;
import watchword.core.corroboration.Finding;
import watchword.core.claim.Interval;
import watchword.core.decision.Decider;
import watchword.core.decision.Decision;
import watchword.core.decision.Policy;
import watchword.core.decision.Wish;
import watchword.core.incident.Incident;
import watchword.core.incident.IncidentId;
import watchword.core.incident.Merged;
import watchword.core.kind.Kinds;
import watchword.core.merging.LinkageMerger;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.place.Town;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;

/// What a desk does with reports and acts, whatever keeps its entries.
class DeskTest {

  private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");
  private static final Kinds KINDS = KindsFile.builtIn();
  private static final Gazetteer LORNE = new Gazetteer("test", List.of(
      new Town("dal", "Dal", List.of(), 52.1, -33.2, 60_000, "Ister"), new Town("varlak", "Varlak", List.of(), 52.6, -33.9, 20_000, "Umlan")));

  private final MemoryLedger ledger = new MemoryLedger();
  private final MemoryBodies bodies = new MemoryBodies();
  private final Desk desk = desk(Models.standard(Policy.DEFAULT));
  private int reports;

  @Test
  void a_report_sent_twice_is_taken_once() {
    Report report = report("explosion", 52.1, -33.2, NOON);
    assertThat(desk.receive(report, "", Desk.DESK, NOON)).isTrue();
    assertThat(desk.receive(report, "", Desk.DESK, NOON.plusSeconds(60))).isFalse();
    assertThat(desk.reports()).isEqualTo(1);
  }

  @Test
  void a_text_is_read_against_the_minute_it_came_and_the_journal_keeps_the_hour() {
    Instant came = NOON.plus(Duration.ofMinutes(47));
    desk.receive(saying("they say it begins at 13:10", came), "", Desk.DESK, came);
    desk.receive(saying("they say it begins at 20:10", came), "", Desk.DESK, came);
    List<Entry> entries = new ArrayList<>();
    ledger.replay(entries::add);
    assertThat(entries).filteredOn(Entry.Arrived.class::isInstance).extracting(entry -> ((Entry.Arrived) entry).at()).containsExactly(NOON, NOON);
    assertThat(entries).filteredOn(Entry.Arrived.class::isInstance).extracting(entry -> ((Entry.Arrived) entry).reading().foretells()).containsExactly(false, true);
  }

  @Test
  void two_members_and_two_findings_make_a_confirmed_bulletin_on_the_tick() {
    IncidentId id = seen("protest", 2);
    Instant later = NOON.plus(Duration.ofMinutes(121));
    found(id, later, "anna", "boris");
    assertThat(desk.publish("anna", id, Status.CONFIRMED, "", later)).isInstanceOfSatisfying(Desk.Outcome.Waiting.class,
        waiting -> assertThat(waiting.reasons()).containsExactly("another member must agree"));
    assertThat(desk.publish("boris", id, Status.CONFIRMED, "", later)).isInstanceOfSatisfying(Desk.Outcome.Done.class,
        done -> assertThat(done.bulletin().notice().published()).isEqualTo(NOON.plus(Duration.ofMinutes(135))));
    assertThat(desk.bulletins(later)).isEmpty();
    assertThat(desk.bulletins(NOON.plus(Duration.ofMinutes(135)))).hasSize(1);
  }

  @Test
  void a_held_incident_is_published_by_itself_when_its_hours_are_over() {
    IncidentId id = seen("column", 2);
    found(id, NOON.plusSeconds(60), "anna");
    desk.publish("anna", id, Status.UNCONFIRMED, "", NOON.plusSeconds(120));
    assertThat(desk.publish("boris", id, Status.UNCONFIRMED, "", NOON.plusSeconds(120))).isInstanceOf(Desk.Outcome.Waiting.class);
    assertThat(desk.tick(NOON.plus(Duration.ofHours(2)))).isEmpty();
    assertThat(desk.tick(NOON.plus(Duration.ofHours(4)))).hasSize(1);
    assertThat(desk.tick(NOON.plus(Duration.ofHours(5)))).isEmpty();
  }

  @Test
  void of_two_wishes_that_come_true_at_one_tick_the_stronger_goes_out_alone() {
    IncidentId id = seen("column", 2);
    found(id, NOON.plusSeconds(60), "anna", "boris");
    desk.publish("anna", id, Status.UNCONFIRMED, "", NOON.plusSeconds(120));
    desk.publish("boris", id, Status.UNCONFIRMED, "", NOON.plusSeconds(120));
    desk.publish("anna", id, Status.CONFIRMED, "", NOON.plusSeconds(180));
    desk.publish("boris", id, Status.CONFIRMED, "", NOON.plusSeconds(180));

    assertThat(desk.tick(NOON.plus(Duration.ofHours(4)))).singleElement()
        .satisfies(bulletin -> assertThat(bulletin.notice().status()).isEqualTo(Status.CONFIRMED));
  }

  @Test
  void a_withdrawn_bulletin_is_cancelled_once() {
    IncidentId id = seen("protest", 2);
    Instant later = NOON.plus(Duration.ofHours(3));
    found(id, later, "anna", "boris");
    desk.publish("anna", id, Status.CONFIRMED, "", later);
    desk.publish("boris", id, Status.CONFIRMED, "", later);
    BulletinId thread = desk.get(id, later).published().orElseThrow().thread();
    assertThat(desk.withdraw("anna", thread, later.plusSeconds(60))).isInstanceOf(Desk.Outcome.Done.class);
    assertThat(desk.withdraw("anna", thread, later.plusSeconds(90))).isInstanceOf(Desk.Outcome.Refused.class);
    assertThat(desk.bulletins(later.plus(Duration.ofHours(1))).getLast()).isInstanceOf(Bulletin.Cancel.class);
    assertThat(desk.publish("anna", id, Status.RETRACTED, "", later)).isInstanceOf(Desk.Outcome.Refused.class);
    assertThat(desk.publish("anna", id, Status.JUDGED, "", later)).isInstanceOf(Desk.Outcome.Refused.class);
  }

  @Test
  void what_waits_for_its_hour_when_its_thread_is_withdrawn_never_goes_out() {
    IncidentId id = seen("protest", 2);
    Instant between = NOON.plus(Duration.ofHours(3)).plusSeconds(60);
    found(id, between, "anna", "boris");
    desk.publish("anna", id, Status.UNCONFIRMED, "", between);
    desk.publish("boris", id, Status.UNCONFIRMED, "", between);
    Instant out = between.plus(Duration.ofMinutes(15));
    desk.publish("anna", id, Status.CONFIRMED, "", out);
    desk.publish("boris", id, Status.CONFIRMED, "", out);
    assertThat(desk.bulletins(out)).as("the second version waits").singleElement().isInstanceOf(Bulletin.Alert.class);

    desk.withdraw("anna", desk.bulletins(out).getFirst().notice().thread(), out.plusSeconds(60));

    List<Bulletin> told = desk.bulletins(out.plus(Duration.ofHours(1)));
    assertThat(told).extracting(bulletin -> bulletin.notice().version()).containsExactly(1, 2);
    assertThat(told.getLast()).isInstanceOf(Bulletin.Cancel.class);
  }

  @Test
  void a_version_that_may_leave_at_once_does_not_overtake_the_one_it_replaces() {
    boolean[] atOnce = {true};
    Models standard = Models.standard(Policy.DEFAULT);
    Desk hasty = desk(new Models(standard.merger(), standard.weigher(), new Decider() {
      @Override
      public Decision decide(Incident incident, Corroboration corroboration, Wish wish, Instant asOf) {
        return new Decision.Publish(wish.status(), Duration.ofHours(12), atOnce[0], false);
      }

      @Override
      public Optional<Decision.Withdraw> review(Corroboration corroboration, Status published) {
        return Optional.empty();
      }
    }));
    hasty.receive(report("explosion", 52.1, -33.2, NOON), "", Desk.DESK, NOON);
    IncidentId id = hasty.queue(NOON).getFirst().incident().id();
    hasty.publish("anna", id, Status.UNCONFIRMED, "", NOON);
    atOnce[0] = false;
    hasty.publish("anna", id, Status.NOT_CONFIRMED, "", NOON.plusSeconds(60));
    atOnce[0] = true;
    hasty.publish("anna", id, Status.UNCONFIRMED, "", NOON.plusSeconds(120));

    assertThat(hasty.bulletins(NOON.plusSeconds(180))).hasSize(1);
    assertThat(hasty.bulletins(NOON.plus(Duration.ofMinutes(15)))).extracting(bulletin -> bulletin.notice().version()).containsExactly(1, 2, 3);
  }

  @Test
  void what_was_withdrawn_before_it_went_out_leaves_no_word() {
    IncidentId id = seen("protest", 2);
    Instant between = NOON.plus(Duration.ofHours(3)).plusSeconds(60);
    found(id, between, "anna", "boris");
    desk.publish("anna", id, Status.CONFIRMED, "", between);
    desk.publish("boris", id, Status.CONFIRMED, "", between);
    assertThat(desk.bulletins(between)).isEmpty();

    desk.withdraw("anna", desk.get(id, between).published().orElseThrow().thread(), between.plusSeconds(60));

    assertThat(desk.bulletins(between.plus(Duration.ofHours(1)))).isEmpty();
    assertThat(desk.get(id, between.plusSeconds(60)).published()).isEmpty();
  }

  @Test
  void what_is_out_and_no_longer_holds_comes_first_and_stays_out_until_a_member_withdraws_it() {
    IncidentId id = seen("explosion", 3);
    assertThat(desk.publish("anna", id, Status.UNCONFIRMED, "", NOON)).isInstanceOf(Desk.Outcome.Done.class);
    assertThat(desk.get(id, NOON).review()).isEmpty();
    for (int i = 0; i < 3; i++) {
      desk.receive(report("gunfire", 52.6, -33.9, NOON), "", Desk.DESK, NOON);
    }
    found(Finding.Outcome.NOT_FOUND, id, NOON, "anna");
    assertThat(desk.queue(NOON).getLast().incident().id()).as("a check answers most of its need").isEqualTo(id);

    for (int i = 0; i < 3; i++) {
      desk.receive(denial("explosion", 52.1 + 0.001 * i, -33.2, NOON), "", Desk.DESK, NOON);
    }
    found(Finding.Outcome.NOT_FOUND, id, NOON, "boris");
    desk.putAside("boris", id, NOON.plus(Duration.ofHours(8)), NOON);

    Case first = desk.queue(NOON).getFirst();
    assertThat(first.incident().id()).isEqualTo(id);
    assertThat(first.review()).get().extracting(Decision.Withdraw::reasons).asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .contains("3 origins deny it", "2 checks found nothing");
    desk.tick(NOON);
    desk.tick(NOON.plus(Duration.ofMinutes(15)));
    assertThat(desk.bulletins(NOON.plus(Duration.ofMinutes(15)))).singleElement().isInstanceOf(Bulletin.Alert.class);
    desk.withdraw("anna", first.published().orElseThrow().thread(), NOON);
    assertThat(desk.sight("anna").told(NOON)).singleElement().satisfies(one -> assertThat(one.review()).isEmpty());
  }

  @Test
  void what_members_call_the_same_merges_and_what_they_tell_apart_does_not() {
    IncidentId one = desk.queue(receive("explosion", 52.1, -33.2)).getFirst().incident().id();
    receive("explosion", 52.6, -33.9);
    IncidentId other = desk.queue(NOON).stream().map(c -> c.incident().id()).filter(id -> !id.equals(one)).findFirst().orElseThrow();
    desk.same("anna", one, other, NOON);
    assertThat(desk.queue(NOON)).hasSize(1);
    ReportId second = desk.queue(NOON).getFirst().incident().reports().getLast();
    desk.split("boris", desk.queue(NOON).getFirst().incident().id(), Set.of(second), NOON);
    assertThat(desk.queue(NOON)).hasSize(2);
  }

  @Test
  void showing_words_is_noted() {
    receive("explosion", 52.1, -33.2);
    ReportId id = desk.queue(NOON).getFirst().incident().reports().getFirst();
    assertThat(desk.words("anna", id, NOON)).contains("words of report 1");
    List<Entry> entries = new ArrayList<>();
    ledger.replay(entries::add);
    assertThat(entries).contains(new Entry.Shown(NOON, "anna", id));
  }

  @Test
  void what_is_put_aside_returns_at_its_time() {
    receive("explosion", 52.1, -33.2);
    desk.putAside("anna", desk.queue(NOON).getFirst().incident().id(), NOON.plusSeconds(600), NOON);
    assertThat(desk.queue(NOON.plusSeconds(599))).isEmpty();
    assertThat(desk.queue(NOON.plusSeconds(600))).hasSize(1);
  }

  @Test
  void a_silent_incident_is_closed_by_the_desk_and_its_reports_merge_with_nothing_any_more() {
    receive("explosion", 52.1, -33.2);
    Instant later = NOON.plus(Duration.ofDays(15));
    desk.tick(later);
    assertThat(desk.queue(later)).isEmpty();
    receive("explosion", 52.1, -33.2);
    assertThat(desk.queue(later)).hasSize(1).first().satisfies(one -> assertThat(one.incident().reports()).hasSize(1));
  }

  @Test
  void what_is_forgotten_keeps_a_coarse_line_and_no_words() {
    receive("explosion", 52.1234, -33.2345);
    ReportId id = desk.queue(NOON).getFirst().incident().reports().getFirst();
    desk.close("anna", desk.queue(NOON).getFirst().incident().id(), NOON);
    desk.forget(List.of(id), NOON);
    assertThat(bodies.open(id)).isEmpty();
    Desk replayed = desk(Models.standard(Policy.DEFAULT));
    Reading left = replayed.get(new IncidentId("I-" + id), NOON).incident().readings().getFirst();
    assertThat(left.words().isEmpty()).isTrue();
    assertThat(left.place()).get().extracting(Place::latitude, Place::longitude).containsExactly(52.1, -33.2);
  }

  @Test
  void a_replayed_desk_sees_what_the_first_one_saw() {
    IncidentId id = seen("protest", 3);
    found(id, NOON.plusSeconds(60), "anna");
    Instant later = NOON.plus(Duration.ofHours(3));
    desk.publish("anna", id, Status.UNCONFIRMED, "", later);
    Desk replayed = desk(Models.standard(Policy.DEFAULT));
    assertThat(replayed.queue(later)).isEqualTo(desk.queue(later));
    assertThat(replayed.bulletins(later)).isEqualTo(desk.bulletins(later));
  }

  @Test
  void an_unknown_incident_is_refused_by_name() {
    assertThatThrownBy(() -> desk.get(new IncidentId("I-none"), NOON)).isInstanceOf(NoSuchElementException.class);
  }

  /// Each of the three models is swapped through its signature alone.
  @Test
  void each_model_can_be_replaced_without_touching_the_desk() {
    seen("explosion", 3);
    Models standard = Models.standard(Policy.DEFAULT);

    Desk alone = desk(new Models((readings, constraints, weights) -> new Merged(
        readings.stream().sorted(Reading.ORDER).map(reading -> Incident.of(List.of(reading))).toList(), List.of()), standard.weigher(), standard.decider()));
    assertThat(alone.queue(NOON)).hasSize(3);

    Desk sure = desk(new Models(new LinkageMerger(), (incident, evidence, asOf) -> new Corroboration(
        0.97, new Interval(0.9, 0.99), List.of(), List.of(), 2, new Admiralty('A', 1), Optional.empty(), 0.99), standard.decider()));
    assertThat(sure.queue(NOON)).first().satisfies(one -> assertThat(one.corroboration().probability()).isEqualTo(0.97));

    Decider never = new Decider() {
      @Override
      public Decision decide(Incident incident, Corroboration corroboration, Wish wish, Instant asOf) {
        return new Decision.Hold(List.of("not tonight"), Optional.empty());
      }

      @Override
      public Optional<Decision.Withdraw> review(Corroboration corroboration, Status published) {
        return published == Status.RETRACTED ? Optional.empty() : Optional.of(new Decision.Withdraw(List.of("we were told so")));
      }
    };
    desk.publish("anna", desk.queue(NOON).getFirst().incident().id(), Status.UNCONFIRMED, "", NOON);
    Desk closed = desk(new Models(new LinkageMerger(), standard.weigher(), never));
    Case told = closed.queue(NOON).getFirst();
    assertThat(closed.options(told.incident().id(), Set.of("anna"), NOON).values()).allMatch(decision -> decision instanceof Decision.Hold);
    assertThat(told.review()).contains(new Decision.Withdraw(List.of("we were told so")));
    closed.withdraw("anna", told.published().orElseThrow().thread(), NOON);
    assertThat(closed.queue(NOON)).allMatch(one -> one.review().isEmpty());
  }

  @Test
  void who_asks_for_the_incident_of_one_report_has_that_incident_weighed_and_no_other() {
    int[] weighed = {0};
    Models standard = Models.standard(Policy.DEFAULT);
    Desk counting = desk(new Models(standard.merger(), (incident, evidence, asOf) -> {
      weighed[0]++;
      return standard.weigher().weigh(incident, evidence, asOf);
    }, standard.decider()));
    Report asked = report("explosion", 52.1, -33.2, NOON);
    counting.receive(asked, "", Desk.DESK, NOON);
    for (int i = 1; i < 10; i++) {
      counting.receive(report("protest", 52.1 + .05 * i, -33.2, NOON), "", Desk.DESK, NOON);
    }
    assertThat(counting.holding(asked.id(), NOON)).hasValueSatisfying(one -> assertThat(one.incident().reports()).containsExactly(asked.id()));
    assertThat(weighed[0]).isEqualTo(1);
    assertThat(counting.holding(new ReportId("0"), NOON)).isEmpty();
  }

  private Desk desk(Models models) {
    int[] count = {0};
    return new Desk(ledger, bodies, new Desk.Setup(models, Policy.DEFAULT, LORNE, ZoneOffset.UTC, () -> new BulletinId("b" + count[0]++)));
  }

  private IncidentId seen(String kind, int witnesses) {
    for (int i = 0; i < witnesses; i++) {
      desk.receive(report(kind, 52.1 + 0.001 * i, -33.2, NOON), "", Desk.DESK, NOON);
    }
    return desk.queue(NOON).stream().max(Comparator.comparingInt(one -> one.incident().reports().size())).orElseThrow().incident().id();
  }

  private Instant receive(String kind, double latitude, double longitude) {
    desk.receive(report(kind, latitude, longitude, NOON), "", Desk.DESK, NOON);
    return NOON;
  }

  private void found(IncidentId id, Instant now, String... members) {
    found(Finding.Outcome.FOUND, id, now, members);
  }

  private void found(Finding.Outcome outcome, IncidentId id, Instant now, String... members) {
    for (String member : members) {
      desk.find(member, id, Finding.Method.CALL, outcome, now);
    }
  }

  private Report saying(String text, Instant when) {
    Report report = report("explosion", 52.1, -33.2, when);
    return new Report(report.id(), report.channel(), report.source(), report.kind(), report.stance(), report.place(), report.when(), text, List.of(), List.of());
  }

  private Report denial(String kind, double latitude, double longitude, Instant when) {
    return report(Stance.DENIAL, kind, latitude, longitude, when);
  }

  private Report report(String kind, double latitude, double longitude, Instant when) {
    return report(Stance.SIGHTING, kind, latitude, longitude, when);
  }

  private Report report(Stance stance, String kind, double latitude, double longitude, Instant when) {
    reports++;
    return new Report(new ReportId("%064d".formatted(reports)), Channel.SEALED, new SourceKey("s" + reports), KINDS.get(kind), stance,
        Optional.of(new Place(latitude, longitude, 300, "")), new Span(when.minusSeconds(600), when), "words of report " + reports, List.of(), List.of());
  }
}
