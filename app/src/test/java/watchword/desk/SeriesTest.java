package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import watchword.archive.KindsFile;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Status;
import watchword.core.decision.Policy;
import watchword.core.incident.Incident;
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

/// Happenings that belong together and stay apart: shelling of one town, night after night.
class SeriesTest {

  private static final Instant MONDAY = Instant.parse("2026-03-09T21:00:00Z");
  private static final Kinds KINDS = KindsFile.builtIn();
  private static final Gazetteer LORNE = new Gazetteer("test", List.of(
      new Town("dal", "Dal", List.of(), 52.1, -33.2, 60_000, "Ister"),
      new Town("varlak", "Varlak", List.of(), 52.6, -33.9, 20_000, "Umlan")));

  private final MemoryLedger ledger = new MemoryLedger();
  private final Desk desk = desk(ledger);
  private int reports;
  private IncidentId first = new IncidentId("none");
  private IncidentId second = first;
  private IncidentId third = first;
  private final Instant now = night(3);

  @BeforeEach
  void threeNightsOfShelling() {
    first = happening("shelling", 52.1, -33.2, night(0), 3);
    second = happening("shelling", 52.1, -33.2, night(1), 1);
    third = happening("shelling", 52.1, -33.2, night(2), 1);
  }

  @Test
  void a_link_merges_nothing_and_weighs_nothing() {
    List<Case> before = desk.queue(now);
    Doubts doubts = desk.doubts(now);
    desk.joinSeries("anna", first, second, now);
    desk.joinSeries("anna", third, second, now);
    List<Case> after = desk.queue(now);
    assertThat(after).usingRecursiveComparison().ignoringFields("series").isEqualTo(before);
    assertThat(after).isNotEqualTo(before);
    assertThat(desk.doubts(now)).isEqualTo(doubts);
    assertThat(desk(ledger).queue(now)).as("replayed").isEqualTo(after);
  }

  @Test
  void links_make_one_series_in_the_order_in_which_its_incidents_began() {
    desk.joinSeries("anna", third, first, now);
    desk.joinSeries("boris", first, second, now);
    for (IncidentId id : List.of(first, second, third)) {
      assertThat(series(id)).containsExactly(first, second, third);
    }
  }

  @Test
  void what_is_taken_out_leaves_the_others_a_series_whatever_linked_them() {
    desk.joinSeries("anna", first, second, now);
    desk.joinSeries("anna", second, third, now);
    desk.leaveSeries("boris", second, now);
    assertThat(series(second)).isEmpty();
    assertThat(series(first)).containsExactly(first, third);
    desk.joinSeries("boris", second, third, now);
    assertThat(series(first)).containsExactly(first, second, third);
    desk.leaveSeries("boris", first, now);
    desk.leaveSeries("boris", second, now);
    assertThat(series(third)).as("alone").isEmpty();
  }

  @Test
  void a_closed_and_forgotten_incident_stays_part_of_its_series_and_joins_others() {
    desk.joinSeries("anna", first, second, now);
    List<ReportId> past = desk.get(first, now).incident().reports();
    desk.close("anna", first, now);
    desk.joinSeries("anna", third, first, now);
    desk.forget(past, now);
    assertThat(series(first)).containsExactly(first, second, third);
    assertThat(desk.get(third, now).series().getFirst().readings())
        .allSatisfy(reading -> assertThat(reading.words().isEmpty()).isTrue());
    assertThat(desk(ledger).get(third, now).series()).as("replayed")
        .extracting(Incident::id).containsExactly(first, second, third);
  }

  @Test
  void a_link_follows_the_incident_that_holds_most_of_its_reports() {
    desk.joinSeries("anna", first, second, now);
    List<ReportId> three = desk.get(first, now).incident().reports();
    desk.split("boris", first, Set.of(three.getFirst()), now);
    assertThat(series(holding(three.getFirst()))).isEmpty();
    assertThat(series(holding(three.getLast()))).containsExactlyInAnyOrder(holding(three.getLast()), second);
    desk.split("boris", holding(three.getLast()), Set.of(three.getLast()), now);
    assertThat(series(second)).as("where no incident holds most of them").isEmpty();
  }

  @Test
  void a_link_whose_ends_are_one_incident_says_nothing() {
    desk.joinSeries("anna", first, second, now);
    desk.same("boris", first, second, now);
    assertThat(series(first)).isEmpty();
    desk.joinSeries("anna", first, third, now);
    assertThat(series(first)).containsExactly(first, third);
  }

  @Test
  void offered_is_what_is_like_it_and_near_the_nearest_first_closed_or_not_and_never_noted() {
    IncidentId explosion = happening("explosion", 52.3, -33.2, night(1), 1);
    IncidentId beyond = happening("shelling", 52.6, -33.9, night(1), 1);
    IncidentId protest = happening("protest", 52.1, -33.2, night(1), 1);
    IncidentId somewhere = nowhere("shelling");
    IncidentId fourth = happening("shelling", 52.1, -33.2, night(4), 1);
    desk.close("anna", second, now);
    desk.joinSeries("anna", first, third, now);
    int entries = entries().size();
    assertThat(offered(first)).as("at one distance the newest first")
        .containsExactly(fourth, second, explosion, somewhere).doesNotContain(beyond, protest);
    assertThat(offered(second)).as("for a closed one too").containsExactly(fourth, third, first, explosion, somewhere);
    assertThat(offered(protest)).isEmpty();
    assertThat(offered(somewhere)).as("near nothing, far from nothing")
        .containsExactlyInAnyOrder(first, second, third, fourth, explosion, beyond);
    assertThat(entries()).hasSize(entries);
  }

  @Test
  void readers_are_told_the_same_with_a_series_and_without() {
    MemoryLedger other = new MemoryLedger();
    ledger.replay(entry -> other.append(Desk.DESK, entry));
    Desk without = desk(other);
    desk.joinSeries("anna", first, second, now);
    for (Desk one : List.of(desk, without)) {
      one.publish("anna", first, Status.NOT_CONFIRMED, "", now);
      one.publish("anna", second, Status.NOT_CONFIRMED, "", now);
    }
    Instant later = now.plus(Duration.ofHours(1));
    assertThat(desk.bulletins(later)).hasSize(2).isEqualTo(without.bulletins(later));
  }

  /// Incidents of one report each, linked at random; then some of them leave.
  @Test
  void whoever_leaves_parts_nobody_else() {
    Random dice = new Random(5);
    int parted = 0;
    for (int trial = 0; trial < 300; trial++) {
      List<Incident> all = IntStream.range(0, 7).mapToObj(i -> Incident.of(List.of(RandomDesk.reading(i)))).toList();
      Map<ReportId, IncidentId> holder = new HashMap<>();
      all.forEach(incident -> holder.put(incident.reports().getFirst(), incident.id()));
      SeriesLinks links = new SeriesLinks();
      for (int i = dice.nextInt(9); i >= 0; i--) {
        links.join(new SeriesLinks.Link(all.get(dice.nextInt(7)).reports(), all.get(dice.nextInt(7)).reports()));
      }
      Set<Set<IncidentId>> expected = groups(links, all, holder);
      for (int i = dice.nextInt(3); i >= 0; i--) {
        Incident leaves = all.get(dice.nextInt(7));
        parted += expected.stream().anyMatch(group -> group.size() > 2 && group.contains(leaves.id())) ? 1 : 0;
        links.leave(leaves.reports());
        expected = without(expected, leaves.id());
        assertThat(groups(links, all, holder)).as("trial %d", trial).isEqualTo(expected);
      }
    }
    assertThat(parted).as("left a series of three or more").isGreaterThan(100);
  }

  private static Set<Set<IncidentId>> groups(SeriesLinks links, List<Incident> all, Map<ReportId, IncidentId> holder) {
    Set<Set<IncidentId>> groups = new HashSet<>();
    SeriesLinks.among(links.all(), all.stream(), id -> Optional.ofNullable(holder.get(id))).values()
        .forEach(series -> groups.add(series.stream().map(Incident::id).collect(Collectors.toSet())));
    return groups;
  }

  private static Set<Set<IncidentId>> without(Set<Set<IncidentId>> groups, IncidentId id) {
    Set<Set<IncidentId>> left = new HashSet<>();
    for (Set<IncidentId> group : groups) {
      Set<IncidentId> rest = new HashSet<>(group);
      rest.remove(id);
      if (rest.size() > 1) {
        left.add(rest);
      }
    }
    return left;
  }

  private List<IncidentId> series(IncidentId id) {
    return desk.get(id, now).series().stream().map(Incident::id).toList();
  }

  private List<IncidentId> offered(IncidentId id) {
    return desk.sight("anna").alike(desk.get(id, now)).stream().map(Incident::id).toList();
  }

  private IncidentId holding(ReportId report) {
    return desk.holding(report, now).orElseThrow().incident().id();
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    ledger.replay(entries::add);
    return entries;
  }

  private static Instant night(int number) {
    return MONDAY.plus(Duration.ofDays(number));
  }

  private static Desk desk(MemoryLedger ledger) {
    int[] count = {0};
    Models models = Models.standard(Policy.DEFAULT);
    return new Desk(ledger, new MemoryBodies(), new Desk.Setup(
        models, Policy.DEFAULT, LORNE, ZoneOffset.UTC, () -> new BulletinId("b" + count[0]++)));
  }

  /// So many people at one place and minute.
  private IncidentId happening(String kind, double latitude, double longitude, Instant when, int witnesses) {
    List<ReportId> ids = new ArrayList<>();
    for (int i = 0; i < witnesses; i++) {
      ids.add(take(kind, Optional.of(new Place(latitude + 0.001 * i, longitude, 300, "")), when));
    }
    return holding(ids.stream().min(Comparator.naturalOrder()).orElseThrow());
  }

  private IncidentId nowhere(String kind) {
    return holding(take(kind, Optional.empty(), night(-7)));
  }

  private ReportId take(String kind, Optional<Place> place, Instant when) {
    reports++;
    Report report = new Report(
        new ReportId("%064d".formatted(reports)), Channel.SEALED, new SourceKey("s" + reports), KINDS.get(kind),
        Stance.SIGHTING, place, new Span(when.minusSeconds(600), when), "words of report " + reports, List.of(), List.of());
    desk.receive(report, "", Desk.DESK, when);
    return report.id();
  }
}
