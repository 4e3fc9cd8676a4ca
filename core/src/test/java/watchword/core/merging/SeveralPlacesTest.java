package watchword.core.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.Story;
import watchword.core.Story.Telling;
import watchword.core.incident.Constraints;
import watchword.core.incident.Incident;
import watchword.core.kind.Kind;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.place.Road;
import watchword.core.place.Town;
import watchword.core.report.Reader;
import watchword.core.report.Reading;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.Weighted;
import watchword.core.text.WordWeights;

/// A report whose words leave several places open is assigned by all of them, and makes no place.
class SeveralPlacesTest {

  private static final Town LOWER = fen("fen-1", 52.0, 3_000);
  private static final Town UPPER = fen("fen-2", 53.5, 2_000);
  private static final Gazetteer FENS = new Gazetteer("fens", List.of(LOWER, UPPER));
  private static final List<Kind> KINDS = List.of(Story.EXPLOSION, Story.GUNFIRE, Story.COLUMN, Story.CAMP);

  @Test
  void a_report_that_names_one_of_two_towns_goes_to_the_incident_of_the_town_where_something_happened() {
    for (Town town : FENS.towns()) {
      Reading told = told(Story.EXPLOSION, "explosion heard near Fen");
      assertThat(told.places()).hasSize(2);
      List<Reading> readings = at(Story.EXPLOSION, town);
      readings.add(told);
      assertThat(merged(readings)).singleElement().satisfies(incident -> assertThat(incident.readings()).contains(told));
    }
  }

  @Test
  void a_report_that_names_one_of_two_towns_stays_alone_where_both_had_one() {
    Reading told = told(Story.EXPLOSION, "explosion heard near Fen");
    List<Reading> readings = at(Story.EXPLOSION, LOWER);
    readings.addAll(at(Story.EXPLOSION, UPPER));
    readings.add(told);
    assertThat(merged(readings)).hasSize(3).anySatisfy(incident -> assertThat(incident.readings()).containsExactly(told));
  }

  @Test
  void its_kind_tells_the_town_where_each_had_another() {
    Reading told = told(Story.COLUMN, "column near Fen");
    List<Reading> readings = at(Story.EXPLOSION, LOWER);
    readings.addAll(at(Story.COLUMN, UPPER));
    readings.add(told);
    assertThat(holder(told, merged(readings)).kind()).isEqualTo(Story.COLUMN);
  }

  @Test
  void the_place_of_an_incident_is_not_moved_by_it() {
    List<Reading> readings = at(Story.EXPLOSION, UPPER);
    Optional<Place> before = merged(readings).getFirst().place();
    readings.add(told(Story.EXPLOSION, "explosion heard near Fen"));
    assertThat(merged(readings)).singleElement().satisfies(incident -> assertThat(incident.place()).isEqualTo(before));
    assertThat(Incident.of(readings).place()).isEqualTo(before);
  }

  @Test
  void two_such_reports_join_nothing_and_make_no_place() {
    List<Reading> readings = new ArrayList<>(List.of(
        told(Story.EXPLOSION, "explosion heard near Fen"), told(Story.EXPLOSION, "a loud explosion near Fen just now")));
    assertThat(merged(readings)).hasSize(2).allSatisfy(incident -> assertThat(incident.place()).isEmpty());
  }

  @Test
  void a_column_along_a_road_is_the_one_seen_on_a_stretch_of_it() {
    Road road = new Road("M10", List.of(), IntStream.rangeClosed(0, 20).mapToObj(i -> new Place(52 + i * 0.05, -33.2, 200, "")).toList());
    Reading told = read(new Gazetteer("roads", List.of(), List.of(road)), Story.COLUMN, "column along the M10", 4, Optional.empty(), "told");
    assertThat(told.places()).hasSize(20);
    List<Reading> beside = at(Story.COLUMN, fen("on the road", 52.42, 0));
    beside.addAll(at(Story.COLUMN, fen("far from it", 55.0, 0)));
    beside.add(told);
    assertThat(holder(told, merged(beside)).readings()).hasSize(4)
        .allSatisfy(reading -> assertThat(reading.id().value()).matches("told|on the road."));
  }

  @Test
  void each_place_counts_by_its_share() {
    Node pin = node(Story.report().at(52.0, -33.2, 500));
    Place here = new Place(52.01, -33.2, 2_000, "");
    Place far = new Place(58, -33.2, 2_000, "");
    double alone = place(pin, node(Story.report().at(52.01, -33.2, 2_000)));
    assertThat(place(pin, oneOf(here, 0.5, here, 0.5))).as("twice the same is once").isCloseTo(alone, within(1e-9));
    assertThat(place(pin, oneOf(here, 0.9, far, 0.1))).as("the unlikelier place costs what its share is").isBetween(alone - 0.2, alone);
    assertThat(place(pin, oneOf(here, 0.1, far, 0.9))).isLessThan(place(pin, oneOf(far, 0.5, here, 0.5)));
    assertThat(place(pin, oneOf(far, 0.5, here, 0.5))).as("in whatever order").isEqualTo(place(pin, oneOf(here, 0.5, far, 0.5)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void no_score_is_above_its_bound(long seed) {
    Random random = new Random(seed);
    List<Node> nodes = LiveMergingTest.world(random, 300).stream().map(reading -> new Node(List.of(reading), WordWeights.NONE)).toList();
    int held = 0;
    for (Node several : nodes.stream().filter(Node::isOneOfSeveral).toList()) {
      for (Node other : nodes) {
        double score = Linkage.score(other, several);
        assertThat(Ceiling.of(other, several)).isGreaterThanOrEqualTo(score);
        assertThat(Ceiling.besideTime(several, other.figures) + Bound.time(0, other.timeSpread + several.timeSpread) + 3).isGreaterThanOrEqualTo(score);
        held++;
      }
    }
    assertThat(held).isGreaterThan(3_000);
  }

  /// Every cluster is held against every such report.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void a_brute_force_over_all_clusters_assigns_them_the_same(long seed) {
    List<Reading> readings = evening(new Random(seed));
    LiveMerging placed = new LiveMerging(Candidates.MOST);
    readings.stream().filter(reading -> reading.places().size() == 1).forEach(placed::arrive);
    placed.settle();
    List<Cluster> clusters = placed.knots().all().stream().flatMap(knot -> knot.clusters().stream()).toList();
    List<Incident> merged = merged(readings);
    int assigned = 0;
    int alone = 0;
    for (Reading reading : readings) {
      if (reading.places().size() > 1) {
        Incident holder = holder(reading, merged);
        Optional<Cluster> home = best(clusters, new Node(List.of(reading), WordWeights.NONE));
        assertThat(holder.reports()).containsAll(home.map(SeveralPlacesTest::ids).orElse(List.of()));
        assertThat(holder.readings().size() > 1).isEqualTo(home.isPresent());
        assigned += home.isPresent() ? 1 : 0;
        alone += home.isPresent() ? 0 : 1;
      }
    }
    assertThat(assigned).isGreaterThan(10);
    assertThat(alone).isGreaterThan(10);
  }

  private static List<ReportId> ids(Cluster cluster) {
    return cluster.members.stream().flatMap(node -> node.readings.stream()).map(Reading::id).toList();
  }

  private static Optional<Cluster> best(List<Cluster> clusters, Node vague) {
    List<Cluster> order = clusters.stream().sorted(Comparator.comparingDouble(cluster -> -cluster.average(vague))).limit(2).toList();
    double most = order.getFirst().average(vague);
    double next = order.getLast().average(vague);
    return most > Resolution.JOIN && most - next > Resolution.VAGUE_LEAD ? Optional.of(order.getFirst()) : Optional.empty();
  }

  /// Happenings told by pins, and by reports of several places of which one may be theirs.
  private static List<Reading> evening(Random random) {
    Story story = new Story();
    for (int happening = 0; happening < 60; happening++) {
      Kind kind = KINDS.get(random.nextInt(KINDS.size()));
      double lat = 52.1 + random.nextGaussian() * 0.4;
      double lon = -33.2 + random.nextGaussian() * 0.4;
      int minute = random.nextInt(1_440);
      for (int i = 0; i < 3; i++) {
        Telling telling = Story.report().of(kind).minute(minute + random.nextInt(20)).counting("vehicles", 1 + random.nextInt(20))
            .saying(List.of("", "smoke over the yard", "heard in Dal").get(random.nextInt(3)) + " number" + happening + " " + i);
        story.with(i == 2 ? telling.atOneOf(LiveMergingTest.twoOrThree(random, lat, lon)) : telling.at(lat, lon, 200 + random.nextInt(2_000)));
      }
    }
    return story.readings();
  }

  private static double place(Node a, Node b) {
    return Linkage.explain(a, b).stream().filter(field -> field.field().equals("place")).findFirst().orElseThrow().logRatio();
  }

  private static Node oneOf(Place one, double share, Place other, double otherShare) {
    return node(Story.report().atOneOf(List.of(new Weighted<>(one, share), new Weighted<>(other, otherShare))));
  }

  private static Node node(Telling telling) {
    return new Node(new Story().with(telling).readings(), WordWeights.NONE);
  }

  /// Three pins in a town, within ten minutes.
  private static List<Reading> at(Kind kind, Town town) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      readings.add(read(kind, "", i, Optional.of(new Place(town.latitude() + i * 0.001, town.longitude(), 500, "")), town.id() + i));
    }
    return readings;
  }

  private static Reading told(Kind kind, String text) {
    return read(kind, text, 4, Optional.empty(), "told" + text.length());
  }

  private static Reading read(Kind kind, String text, int minute, Optional<Place> place, String id) {
    return read(FENS, kind, text, minute, place, id);
  }

  private static Reading read(Gazetteer places, Kind kind, String text, int minute, Optional<Place> place, String id) {
    Reading draft = new Story().with(Story.report().of(kind).minute(minute)).readings().getFirst();
    return new Reader(places, ZoneOffset.UTC).read(new Report(new ReportId(id), draft.channel(), draft.source(), kind, draft.stance(), place,
        draft.when(), text, List.of(), List.of()));
  }

  private static List<Incident> merged(List<Reading> readings) {
    return new LinkageMerger().merge(readings, Constraints.NONE, WordWeights.NONE).incidents();
  }

  private static Incident holder(Reading reading, List<Incident> incidents) {
    return incidents.stream().filter(incident -> incident.readings().contains(reading)).findFirst().orElseThrow();
  }

  private static Town fen(String id, double latitude, long population) {
    return new Town(id, "Fen", List.of(), latitude, -33.2, population, "");
  }
}
