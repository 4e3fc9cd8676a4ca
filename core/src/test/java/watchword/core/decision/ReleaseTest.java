package watchword.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static watchword.core.Story.COLUMN;
import static watchword.core.Story.DAL;
import static watchword.core.Story.LORNE;
import static watchword.core.Story.MARROW;
import static watchword.core.Story.SHELTER;
import static watchword.core.Story.TEN;
import static watchword.core.Story.report;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import watchword.core.Story;
import watchword.core.bulletin.Area;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Likelihood;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.bulletin.Subject;
import watchword.core.corroboration.Corroboration;
import watchword.core.corroboration.Evidence;
import watchword.core.corroboration.Experience;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.LogOddsWeigher;
import watchword.core.corroboration.SourceRecords;
import watchword.core.corroboration.SourceRecords.Tally;
import watchword.core.incident.Incident;
import watchword.core.place.Place;
import watchword.core.report.Reading;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.report.Weighted;
import watchword.core.text.Words;

/// Scenarios of publication: what the rules hold, and what a bulletin may tell.
class ReleaseTest {

  private static final Instant NOON = TEN.plus(Duration.ofHours(2));
  private static final Set<String> ONE = Set.of("anna");
  private static final Set<String> TWO = Set.of("anna", "boris");

  private final Decider decider = new RuleDecider(Policy.DEFAULT);
  private final Release release = new Release(LORNE, Policy.DEFAULT);

  @Test
  void A01_a_never_published_kind_is_never_published() {
    Incident shelter = incident(new Story().with(report().of(SHELTER)));
    for (Status status : Status.values()) {
      assertThat(decider.decide(shelter, found(shelter, "m1", "m2"), new Wish(status, TWO), NOON)).isInstanceOf(Decision.Hold.class);
    }
  }

  @Test
  void A02_confirmed_needs_two_proven_supports_and_two_members() {
    Incident incident = incident(new Story().with(report()).with(report().minute(3)));
    assertThat(held(incident, found(incident, "m1"), Status.CONFIRMED, TWO)).anyMatch(reason -> reason.contains("two proven"));
    assertThat(held(incident, found(incident, "m1", "m2"), Status.CONFIRMED, ONE)).containsExactly("another member must agree");
    assertThat(decider.decide(incident, found(incident, "m1", "m2"), new Wish(Status.CONFIRMED, TWO), NOON)).isInstanceOf(Decision.Publish.class);
  }

  @Test
  void A03_a_moving_column_waits_its_hours() {
    Incident column = incident(new Story().with(report().of(COLUMN)));
    Corroboration sure = found(column, "m1", "m2");
    assertThat(decider.decide(column, sure, new Wish(Status.CONFIRMED, TWO), NOON))
        .isInstanceOfSatisfying(Decision.Hold.class, hold -> assertThat(hold.until()).contains(column.when().latest().plus(Duration.ofHours(3))));
    assertThat(decider.decide(column, sure, new Wish(Status.CONFIRMED, TWO), NOON.plus(Duration.ofHours(2)))).isInstanceOf(Decision.Publish.class);
  }

  @Test
  void A04_a_claim_about_the_future_is_never_unconfirmed() {
    Story story = new Story();
    for (int i = 0; i < 6; i++) {
      story.with(report().saying("attack tonight at 21:00 number " + i));
    }
    Incident claim = incident(story);
    assertThat(held(claim, found(claim, "m1"), Status.UNCONFIRMED, TWO)).anyMatch(reason -> reason.contains("future"));
  }

  @Test
  void A05_one_member_may_say_not_confirmed_and_a_present_danger_for_half_an_hour() {
    Incident danger = incident(new Story().with(report()).with(report().minute(1)).with(report().minute(2)));
    assertThat(decider.decide(danger, weighed(danger, List.of()), new Wish(Status.NOT_CONFIRMED, ONE), NOON)).isInstanceOf(Decision.Publish.class);
    assertThat(decider.decide(danger, weighed(danger, List.of()), new Wish(Status.UNCONFIRMED, ONE), NOON))
        .isInstanceOfSatisfying(Decision.Publish.class, publish -> {
          assertThat(publish.expiry()).isEqualTo(Duration.ofMinutes(30));
          assertThat(publish.atOnce()).isTrue();
        });
  }

  @Test
  void A06_no_sign_needs_someone_who_looked() {
    Incident unseen = incident(new Story().with(report().of(COLUMN)));
    assertThat(held(unseen, weighed(unseen, List.of()), Status.NO_SIGN, ONE)).isNotEmpty();
    Incident denied = incident(new Story().with(report().of(COLUMN)).with(report().of(COLUMN).as(Stance.DENIAL)));
    assertThat(decider.decide(denied, weighed(denied, List.of()), new Wish(Status.NO_SIGN, ONE), NOON)).isInstanceOf(Decision.Publish.class);
  }

  @Test
  void B01_an_impact_is_told_by_district_for_twelve_hours() {
    Incident impact = incident(new Story().with(report()).with(report().minute(3)));
    assertThat(area(published(impact, NOON, Optional.empty()))).get().extracting(Area::extent).isEqualTo(Area.Extent.DISTRICT);
    assertThat(area(published(impact, NOON.plus(Duration.ofHours(13)), Optional.empty()))).get().extracting(Area::name).isEqualTo("Dal");
  }

  @Test
  void B02_no_place_of_a_report_and_no_hamlet_is_told() {
    Incident column = incident(new Story().with(report().of(COLUMN).at(52.1101, -33.2101, 80)));
    Area area = area(published(column, NOON.plus(Duration.ofHours(3)), Optional.empty())).orElseThrow();
    assertThat(area.name()).isEqualTo("Dal");
    assertThat(area.latitude()).isEqualTo(DAL.latitude());
    assertThat(area.radiusMetres()).isGreaterThanOrEqualTo(10_000);
  }

  @Test
  void B03_times_stand_on_a_two_hour_grid() {
    Notice notice = published(incident(new Story().with(report().minute(7)).with(report().minute(44))), NOON, Optional.empty());
    assertThat(notice.window().earliest()).isEqualTo(TEN);
    assertThat(notice.window().latest()).isEqualTo(NOON);
  }

  @Test
  void B04_a_note_in_a_reports_words_is_refused() {
    Incident incident = incident(new Story().with(report()));
    Release.Draft draft = new Release.Draft(new BulletinId("b1"), "Grey smoke behind the OLD mill, say witnesses", List.of(Words.of("i saw grey smoke behind the old mill this morning")), NOON);
    assertThat(release.bulletin(incident, found(incident, "m1"), publish(Status.CONFIRMED), Optional.empty(), draft)).isInstanceOf(Release.Outcome.Refused.class);
  }

  @Test
  void B05_held_at_eighty_percent_it_is_likely_and_no_more() {
    Incident incident = incident(new Story().with(report()).with(report().minute(3)));
    Corroboration once = found(incident, "m1");
    Notice notice = notice(incident, once, publish(Status.UNCONFIRMED), Optional.empty(), NOON);
    assertThat(notice.likelihood()).contains(Likelihood.LIKELY);
  }

  @Test
  void B06_unconfirmed_is_likely_and_no_more_however_sure_the_evidence() {
    Incident incident = incident(new Story().with(report()).with(report().minute(3)));
    Corroboration sure = found(incident, "m1", "m2");
    assertThat(notice(incident, sure, publish(Status.UNCONFIRMED), Optional.empty(), NOON).likelihood()).contains(Likelihood.LIKELY);
    assertThat(notice(incident, sure, publish(Status.CONFIRMED), Optional.empty(), NOON).likelihood().orElseThrow())
        .isGreaterThan(Likelihood.LIKELY);
  }

  @Test
  void B07_the_place_of_a_bulletin_never_comes_from_a_report_that_leaves_several_open() {
    List<Weighted<Place>> open = List.of(new Weighted<>(MARROW.place(), 0.9), new Weighted<>(DAL.place(), 0.1));
    Instant later = NOON.plus(Duration.ofHours(13));
    Notice alone = published(incident(new Story().with(report().atOneOf(open))), later, Optional.empty());
    assertThat(area(alone)).isEmpty();
    Notice pinned = published(incident(new Story().with(report().at(DAL))), later, Optional.empty());
    Incident both = incident(new Story().with(report().at(DAL)).with(report().atOneOf(open)));
    assertThat(area(published(both, later, Optional.empty()))).isEqualTo(area(pinned));
    assertThat(area(published(both, later, Optional.of(pinned)))).isEqualTo(area(pinned));
    assertThat(area(published(both, later, Optional.of(alone)))).isEqualTo(area(pinned));
  }

  /// Whoever compares versions learns nothing from how they differ: not that a report came, nor where.
  @Test
  void C01_versions_of_a_thread_do_not_tell_where_a_later_report_came_from() {
    Story story = new Story().with(report().of(COLUMN)).with(report().of(COLUMN).minute(4));
    Instant later = NOON.plus(Duration.ofHours(4));
    Notice first = published(incident(story), later, Optional.empty());
    Set<Area> areas = new HashSet<>();
    for (double shift : new double[] {0.01, 0.03, -0.02, 0.05}) {
      Incident grown = incident(new Story().with(report().of(COLUMN)).with(report().of(COLUMN).minute(4)).with(report().of(COLUMN).minute(9).at(52.10 + shift, -33.20, 60)));
      Notice update = published(grown, later, Optional.of(first));
      areas.add(area(update).orElseThrow());
      assertThat(update.window()).isEqualTo(first.window());
      assertThat(update.thread()).isEqualTo(first.thread());
    }
    assertThat(areas).containsExactly(area(first).orElseThrow());
  }

  @Test
  void C02_a_withdrawal_needs_nothing_of_the_incident() {
    Notice published = published(incident(new Story().with(report())), NOON, Optional.empty());
    Bulletin.Cancel cancel = Release.withdrawal(published, new BulletinId("b9"), NOON.plusSeconds(60));
    assertThat(cancel.replaces()).isEqualTo(published.id());
    assertThat(cancel.notice().status()).isEqualTo(Status.RETRACTED);
    assertThat(cancel.notice().likelihood()).isEmpty();
  }

  private static Optional<Area> area(Notice notice) {
    return notice.happening().flatMap(Subject.Happening::area);
  }

  private Notice published(Incident incident, Instant asOf, Optional<Notice> previous) {
    Corroboration sure = found(incident, "m1", "m2");
    Decision decision = decider.decide(incident, sure, new Wish(Status.CONFIRMED, TWO), asOf);
    assertThat(decision).isInstanceOf(Decision.Publish.class);
    return notice(incident, sure, (Decision.Publish) decision, previous, asOf);
  }

  private Notice notice(Incident incident, Corroboration corroboration, Decision.Publish publish, Optional<Notice> previous, Instant asOf) {
    Release.Outcome outcome = release.bulletin(incident, corroboration, publish, previous, new Release.Draft(new BulletinId("b2"), "", List.of(), asOf));
    return ((Release.Outcome.Released) outcome).bulletin().notice();
  }

  private List<String> held(Incident incident, Corroboration corroboration, Status status, Set<String> members) {
    return ((Decision.Hold) decider.decide(incident, corroboration, new Wish(status, members), NOON)).reasons();
  }

  private static Decision.Publish publish(Status status) {
    return new Decision.Publish(status, Duration.ofHours(1), false, false);
  }

  private static Incident incident(Story story) {
    return Incident.of(story.readings().stream().sorted(Reading.ORDER).toList());
  }

  private static Corroboration found(Incident incident, String... members) {
    return weighed(incident, List.of(members).stream().map(member -> new Finding(member, Finding.Method.CALL, Finding.Outcome.FOUND, NOON, incident.reports())).toList());
  }

  private static Corroboration weighed(Incident incident, List<Finding> findings) {
    SourceRecords records = new SourceRecords(Map.of(new SourceKey("north"), new Tally(11, 1)));
    return new LogOddsWeigher().weigh(incident, new Evidence(Experience.of(records), findings), NOON);
  }
}
