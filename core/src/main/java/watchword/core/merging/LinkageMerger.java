package watchword.core.merging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import watchword.core.incident.Constraints;
import watchword.core.incident.Incident;
import watchword.core.incident.Merged;
import watchword.core.incident.Merger;
import watchword.core.incident.Merging;
import watchword.core.incident.PossiblySame;
import watchword.core.incident.StreamMerger;
import watchword.core.merging.Linkage.FieldScore;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.text.RunningWeights;
import watchword.core.text.WordWeights;

/// Merges by record linkage: identical words, candidate pairs, components, resolution, then the vague.
///
/// Nothing here looks at the order of arrival: readings are sorted first, and every later step walks in that order.
public final class LinkageMerger implements Merger, StreamMerger {

  static final Comparator<PossiblySame> SUREST = Comparator.comparingDouble((PossiblySame same) -> -same.score())
      .thenComparing(PossiblySame::first).thenComparing(PossiblySame::second);

  private final int most;

  public LinkageMerger() {
    this(Candidates.MOST);
  }

  /// @param most so many earlier nodes one meets at most
  LinkageMerger(int most) {
    this.most = most;
  }

  @Override
  public Merging begin() {
    return new LiveMerging(most);
  }

  @Override
  public Merged merge(Collection<Reading> readings, Constraints constraints, WordWeights weights) {
    List<Incident> incidents = new ArrayList<>();
    List<PossiblySame> unsure = new ArrayList<>();
    List<Reading> ordered = distinct(readings);
    Nodes nodes = new Nodes(ordered, constraints);
    Course course = new Course(nodes.survey(), constraints, most, incidents::add, unsure::add);
    nodes.forEach(ordered, weights, reading -> {}, course::offer);
    course.end();
    unsure.sort(SUREST);
    return new Merged(incidents, unsure);
  }

  @Override
  public void merge(Iterable<Reading> ahead, Iterable<Reading> readings, Consumer<Incident> incidents) {
    RunningWeights weights = new RunningWeights();
    Nodes nodes = new Nodes(ahead, Constraints.NONE);
    Course course = new Course(nodes.survey(), Constraints.NONE, most, incidents, unsure -> {});
    nodes.forEach(readings, weights, reading -> count(reading, weights), course::offer);
    course.end();
  }

  /// Why two reports are scored as they are among all readings, field by field; the sum is the log-odds. Of texts without a place the later
  /// is held against what the earlier's incident was before it.
  ///
  /// @param readings in order, each id once; walked through more than once
  /// @throws IllegalArgumentException if one of them is not among the readings
  public Map<String, Double> explain(ReportId a, ReportId b, Iterable<Reading> readings) {
    RunningWeights weights = new RunningWeights();
    Nodes nodes = new Nodes(readings, Constraints.NONE);
    Crowd crowd = new Crowd(nodes.survey());
    Map<ReportId, Node> found = new HashMap<>();
    nodes.forEach(readings, weights, reading -> count(reading, weights), node -> {
      if (!node.vague()) {
        crowd.tell(node);
      }
      node.readings.stream().filter(reading -> reading.id().equals(a) || reading.id().equals(b)).forEach(reading -> {
        Node alone = new Node(List.of(reading), weights);
        alone.standsWhere(node);
        found.put(reading.id(), alone);
      });
    });
    Map<String, Double> fields = new LinkedHashMap<>();
    Node one = found(a, found);
    Node other = found(b, found);
    for (FieldScore score : byWords(one, other, readings).orElseGet(() -> Linkage.explain(one, other))) {
      fields.put(score.field(), score.logRatio());
    }
    return fields;
  }

  /// Empty where a place decided about one of the two.
  private Optional<List<FieldScore>> byWords(Node a, Node b, Iterable<Reading> readings) {
    if (!a.first.places().isEmpty() || !b.first.places().isEmpty()) {
      return Optional.empty();
    }
    Node earlier = Reading.ORDER.compare(a.first, b.first) <= 0 ? a : b;
    Node later = earlier == a ? b : a;
    Set<Reading> before = new HashSet<>();
    merge(readings, readings, incident -> {
      if (incident.readings().contains(earlier.first) && incident.readings().stream().allMatch(reading -> reading.places().isEmpty())) {
        incident.readings().stream().filter(reading -> Reading.ORDER.compare(reading, later.first) < 0).forEach(before::add);
      }
    });
    if (before.isEmpty()) {
      return Optional.empty();
    }
    RunningWeights weights = new RunningWeights();
    List<Node> nodes = new ArrayList<>();
    new Nodes(readings, Constraints.NONE).forEach(readings, weights, reading -> count(reading, weights), node -> {
      List<Reading> of = node.readings.stream().filter(before::contains).toList();
      if (!of.isEmpty()) {
        nodes.add(new Node(of, weights));
      }
    });
    return Optional.of(TextLinkage.explain(nodes, later));
  }

  private static Node found(ReportId id, Map<ReportId, Node> nodes) {
    return Optional.ofNullable(nodes.get(id))
        .orElseThrow(() -> new IllegalArgumentException("a report is not among them"));
  }

  private static void count(Reading reading, RunningWeights weights) {
    weights.count(reading.words(), Gathering.hour(reading));
  }

  /// Sorted, each id once.
  private static List<Reading> distinct(Collection<Reading> readings) {
    Map<ReportId, Reading> byId = new LinkedHashMap<>();
    readings.stream().sorted(Reading.ORDER).forEach(reading -> byId.putIfAbsent(reading.id(), reading));
    return new ArrayList<>(byId.values());
  }
}
