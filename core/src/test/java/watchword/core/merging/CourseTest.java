package watchword.core.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.Story;
import watchword.core.Story.Telling;
import watchword.core.incident.Constraints;
import watchword.core.incident.Incident;
import watchword.core.incident.Pair;
import watchword.core.kind.Kind;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.text.WordWeights;
import watchword.core.text.Words;

/// Nodes that come and go one after the other make the same incidents as all of them at once.
class CourseTest {

  private static final List<Kind> KINDS = List.of(Story.EXPLOSION, Story.GUNFIRE, Story.COLUMN);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void what_leaves_early_is_what_merging_everything_at_once_makes(long seed) {
    Random random = new Random(seed);
    Story story = world(random);
    List<Reading> shuffled = new ArrayList<>(story.readings());
    Collections.shuffle(shuffled, random);
    Constraints apart = new Constraints(Set.of(), Set.of(Pair.of(id(4), id(8)), Pair.of(id(100), id(104)), Pair.of(id(17), id(19))));

    List<String> windowed = lines(new LinkageMerger().merge(shuffled, apart, WordWeights.NONE).incidents());

    assertThat(windowed).containsExactlyInAnyOrderElementsOf(wholesale(nodes(story, apart), new Apart(apart)));
    assertThat(windowed).anyMatch(line -> line.contains(" "));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void readings_that_pass_once_make_the_incidents_of_all_held_at_once(long seed) {
    List<Reading> ordered = world(new Random(seed)).readings().stream().sorted(Reading.ORDER).toList();
    Map<Long, List<Words>> byHour = new TreeMap<>();
    ordered.forEach(reading -> byHour.computeIfAbsent(Gathering.hour(reading), hour -> new ArrayList<>()).add(reading.words()));
    List<WordWeights.Cut> cuts = byHour.entrySet().stream().map(hour -> WordWeights.Cut.of(hour.getKey(), hour.getValue())).toList();

    List<Incident> passing = new ArrayList<>();
    new LinkageMerger().merge(ordered, ordered, passing::add);

    assertThat(passing).isEqualTo(new LinkageMerger().merge(ordered, Constraints.NONE, WordWeights.of(cuts)).incidents());
  }

  @Test
  void incidents_leave_in_order_and_long_before_the_end() {
    List<Node> nodes = nodes(world(new Random(9)), Constraints.NONE);
    List<Incident> left = new ArrayList<>();
    Course course = new Course(Survey.of(nodes), Constraints.NONE, left::add, unsure -> {});
    nodes.subList(0, nodes.size() / 2).forEach(course::offer);
    assertThat(left).hasSizeGreaterThan(nodes.size() / 8);
    nodes.subList(nodes.size() / 2, nodes.size()).forEach(course::offer);
    course.end();

    assertThat(left).extracting(incident -> incident.readings().getFirst()).isSortedAccordingTo(Reading.ORDER);
    assertThat(left.stream().mapToInt(incident -> incident.readings().size()).sum()).isEqualTo(nodes.stream().mapToInt(node -> node.readings.size()).sum());
  }

  /// Every pair looked at, every cluster held against every vague node, nothing forgotten.
  private static List<String> wholesale(List<Node> nodes, Apart apart) {
    Survey survey = Survey.of(nodes);
    List<Node> placed = nodes.stream().filter(node -> !node.vague()).toList();
    Crowd crowd = new Crowd(survey);
    placed.forEach(crowd::tell);
    Groups groups = new Groups(placed.size());
    for (int i = 0; i < placed.size(); i++) {
      for (int j = 0; j < i; j++) {
        Node a = placed.get(j);
        Node b = placed.get(i);
        if (Reach.covers(a, b) && Linkage.score(a, b) > Resolution.EDGE && !apart.forbidden(a, b)) {
          a.neighbours.add(b);
          b.neighbours.add(a);
          groups.join(i, j);
        }
      }
    }
    Map<Integer, List<Node>> components = new HashMap<>();
    for (int i = 0; i < placed.size(); i++) {
      components.computeIfAbsent(groups.find(i), root -> new ArrayList<>()).add(placed.get(i));
    }
    List<Cluster> clusters = components.values().stream().flatMap(component -> Resolution.of(component, apart).clusters().stream()).toList();
    List<Incident> incidents = new ArrayList<>();
    Topics topics = new Topics(apart, incidents::add);
    nodes.stream().filter(Node::vague).filter(vague -> !assigned(vague, near(vague, clusters), apart)).forEach(vague -> {
      if (vague.placed) {
        incidents.add(Incident.of(vague.readings));
      } else {
        topics.offer(vague);
      }
    });
    topics.close(Double.POSITIVE_INFINITY);
    clusters.forEach(cluster -> incidents.add(cluster.incident()));
    return lines(incidents);
  }

  /// Claims are held against claims of any hour, but only of their time.
  private static List<Cluster> near(Node vague, List<Cluster> clusters) {
    return clusters.stream()
        .filter(cluster -> !vague.first.foretells() || cluster.latest().stream().anyMatch(member -> !member.foretells || Reach.coversTime(member, vague)))
        .toList();
  }

  private static boolean assigned(Node vague, List<Cluster> clusters, Apart apart) {
    TreeSet<Double> scores = new TreeSet<>();
    Map<Double, Cluster> byScore = new HashMap<>();
    for (Cluster cluster : clusters) {
      if (apart.allowed(vague, cluster)) {
        double score = cluster.average(vague);
        if (!scores.add(score) && score > Resolution.JOIN) {
          byScore.remove(score); // two alike: neither leads
        } else {
          byScore.put(score, cluster);
        }
      }
    }
    if (scores.isEmpty() || scores.last() <= Resolution.JOIN || !byScore.containsKey(scores.last())) {
      return false;
    }
    Double next = scores.lower(scores.last());
    if (next != null && scores.last() - next <= Resolution.VAGUE_LEAD) {
      return false;
    }
    byScore.get(scores.last()).vague.add(vague);
    return true;
  }

  /// Six weeks around three towns: pins, broad places, none at all, copies.
  private static Story world(Random random) {
    Story story = new Story();
    double[][] towns = {{52.10, -33.20}, {52.60, -33.90}, {52.13, -33.25}};
    for (int i = 0; i < 500; i++) {
      double[] town = towns[random.nextInt(towns.length)];
      // Two or three tell of one thing, the next comes a while later.
      long minute = 120L * (i / 3) + random.nextInt(30);
      Telling telling = Story.report().of(KINDS.get(i / 3 % KINDS.size())).minute(minute + (random.nextInt(20) == 0 ? 2_000 : 0));
      switch (random.nextInt(12)) {
        case 0 -> telling.nowhere();
        case 1 -> telling.at(town[0], town[1], 6_000 + random.nextInt(30_000));
        default -> telling.at(towns[i / 3 % 3][0] + random.nextGaussian() * 0.01, towns[i / 3 % 3][1] + random.nextGaussian() * 0.01, 300 + random.nextInt(2_000));
      }
      telling.saying(List.of("", "loud in Dal", "smoke over the bridge and the mill", "attack tonight at 21:00", "windows shook " + i % 5).get(random.nextInt(5)));
      story.with(telling);
    }
    return story;
  }

  private static List<Node> nodes(Story story, Constraints constraints) {
    List<Reading> ordered = story.readings().stream().sorted(Reading.ORDER).toList();
    List<Node> nodes = new ArrayList<>();
    new Nodes(ordered, constraints).forEach(ordered, WordWeights.NONE, reading -> {}, nodes::add);
    return nodes;
  }

  private static ReportId id(int number) {
    return new ReportId("r%03d".formatted(number));
  }

  private static List<String> lines(List<Incident> incidents) {
    return incidents.stream().map(incident -> String.join(" ", incident.reports().stream().map(ReportId::value).toList())).toList();
  }
}
