package watchword.core.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.Story;
import watchword.core.incident.Constraints;
import watchword.core.incident.Pair;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.text.WordWeights;

/// Readings that pass hour by hour make the nodes that all of them held against one another make.
class GatheringTest {

  private static final List<String> TEXTS =
      List.of("smoke over the bridge and the mill", "windows shook in the whole street", "loud in Dal", "");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void copies_of_one_hour_and_what_members_called_the_same_are_one_node(long seed) {
    Random random = new Random(seed);
    Story story = new Story();
    for (int i = 0; i < 120; i++) {
      double aside = random.nextInt(3) == 0 ? 0.02 : 0;
      story.with(Story.report().minute(random.nextInt(400)).at(52.105 + aside, -33.205, 500).saying(TEXTS.get(random.nextInt(TEXTS.size()))));
    }
    List<Reading> ordered = story.readings().stream().sorted(Reading.ORDER).toList();
    Constraints constraints = new Constraints(pairs(ordered, random, 12), pairs(ordered, random, 5));

    List<List<Reading>> nodes = new ArrayList<>();
    new Nodes(ordered, constraints).forEach(ordered, WordWeights.NONE, reading -> {}, node -> nodes.add(node.readings));

    assertThat(nodes).isEqualTo(allAgainstAll(ordered, constraints)).anyMatch(group -> group.size() > 1);
  }

  private static List<List<Reading>> allAgainstAll(List<Reading> ordered, Constraints constraints) {
    Set<ReportId> apart = new HashSet<>();
    constraints.different().forEach(pair -> apart.addAll(List.of(pair.first(), pair.second())));
    Groups groups = new Groups(ordered.size());
    for (int i = 0; i < ordered.size(); i++) {
      for (int j = 0; j < i; j++) {
        Reading a = ordered.get(j);
        Reading b = ordered.get(i);
        boolean copies = alike(a, b) && !apart.contains(a.id()) && !apart.contains(b.id());
        boolean same = constraints.same().contains(Pair.of(a.id(), b.id()));
        if (copies || same) {
          groups.join(i, j);
        }
      }
    }
    Map<Integer, List<Reading>> members = new TreeMap<>();
    for (int i = 0; i < ordered.size(); i++) {
      members.computeIfAbsent(groups.find(i), root -> new ArrayList<>()).add(ordered.get(i));
    }
    return List.copyOf(members.values());
  }

  /// Four words or more, all of them the same, in one clock hour and one square.
  private static boolean alike(Reading a, Reading b) {
    return a.words().count() >= 4
        && a.words().wording() == b.words().wording()
        && Gathering.hour(a) == Gathering.hour(b)
        && Math.floor(a.place().orElseThrow().latitude() * 100) == Math.floor(b.place().orElseThrow().latitude() * 100);
  }

  private static Set<Pair> pairs(List<Reading> readings, Random random, int count) {
    Set<Pair> pairs = new HashSet<>();
    while (pairs.size() < count) {
      ReportId a = readings.get(random.nextInt(readings.size())).id();
      ReportId b = readings.get(random.nextInt(readings.size())).id();
      if (!a.equals(b)) {
        pairs.add(Pair.of(a, b));
      }
    }
    return pairs;
  }
}
