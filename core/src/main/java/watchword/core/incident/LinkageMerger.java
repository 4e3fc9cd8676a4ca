package watchword.core.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.core.incident.Linkage.FieldScore;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.text.WordWeights;

/// Merges by record linkage: identical words, candidate pairs, components, resolution, then the vague.
///
/// Nothing here looks at the order of arrival: readings are sorted first, and every later step walks in that order.
public final class LinkageMerger implements Merger {

  @Override
  public Merged merge(Collection<Reading> readings, Constraints constraints, WordWeights weights) {
    List<Node> nodes = nodes(readings, constraints, weights);
    List<Incident> incidents = new ArrayList<>();
    List<PossiblySame> unsure = new ArrayList<>();
    Course course = new Course(Survey.of(nodes), constraints, incidents::add, unsure::add);
    nodes.forEach(course::offer);
    course.end();
    unsure.sort(Comparator.comparingDouble((PossiblySame same) -> -same.score()).thenComparing(PossiblySame::first).thenComparing(PossiblySame::second));
    return new Merged(incidents, unsure);
  }

  /// Why two readings were scored as they were among the others, field by field; the sum is the log-odds. Of texts
  /// without a place the later is held against what the earlier's incident was before it.
  public Map<String, Double> explain(Reading a, Reading b, Collection<Reading> among, WordWeights weights) {
    List<Node> placed = nodes(among, Constraints.NONE, weights).stream().filter(node -> !node.vague()).toList();
    Crowd crowd = new Crowd(Survey.of(placed));
    placed.forEach(crowd::tell);
    Map<String, Double> fields = new LinkedHashMap<>();
    Optional<List<FieldScore>> byWords = a.places().isEmpty() && b.places().isEmpty()
        ? TextLinkage.explain(a, b, merge(among, Constraints.NONE, weights).incidents(), weights)
        : Optional.empty();
    for (FieldScore score : byWords.orElseGet(
        () -> Linkage.explain(alone(a, placed, weights), alone(b, placed, weights)))) {
      fields.put(score.field(), score.logRatio());
    }
    return fields;
  }

  /// A reading by itself, in the crowd of the node that holds it.
  private static Node alone(Reading reading, List<Node> among, WordWeights weights) {
    Node alone = new Node(List.of(reading), weights);
    among.stream().filter(node -> node.readings.contains(reading)).findFirst().ifPresent(alone::standsWhere);
    return alone;
  }

  /// In order: one node for each reading, or for several that a member called the same or that have the same words, hour, kind and place.
  /// Reports a member has told apart stay nodes of their own.
  static List<Node> nodes(Collection<Reading> readings, Constraints constraints, WordWeights weights) {
    List<Reading> ordered = distinct(readings);
    Map<ReportId, Integer> index = new LinkedHashMap<>();
    Map<Twin, Integer> twins = new LinkedHashMap<>();
    Groups groups = new Groups(ordered.size());
    Set<ReportId> kept = constraints.different().stream().flatMap(pair -> Stream.of(pair.first(), pair.second())).collect(Collectors.toSet());
    for (int i = 0; i < ordered.size(); i++) {
      Reading reading = ordered.get(i);
      index.put(reading.id(), i);
      Optional<Twin> twin = Twin.of(reading);
      if (twin.isPresent() && !kept.contains(reading.id())) {
        groups.join(i, twins.computeIfAbsent(twin.get(), key -> index.get(reading.id())));
      }
    }
    for (Pair pair : constraints.same()) {
      Integer first = index.get(pair.first());
      Integer second = index.get(pair.second());
      if (first != null && second != null) {
        groups.join(first, second);
      }
    }
    Map<Integer, List<Reading>> members = new LinkedHashMap<>();
    for (int i = 0; i < ordered.size(); i++) {
      members.computeIfAbsent(groups.find(i), root -> new ArrayList<>()).add(ordered.get(i));
    }
    return members.values().stream().map(group -> new Node(group, weights)).toList();
  }

  /// Sorted, each id once.
  private static List<Reading> distinct(Collection<Reading> readings) {
    Map<ReportId, Reading> byId = new LinkedHashMap<>();
    readings.stream().sorted(Reading.ORDER).forEach(reading -> byId.putIfAbsent(reading.id(), reading));
    return new ArrayList<>(byId.values());
  }

  /// What readings of identical words share: words, kind, hour and a square of about a kilometre.
  private record Twin(long wording, String kind, long hour, long row, long column) {

    /// Fewer words are too common to mean a copy.
    private static final int TELLING = 4;

    private static final double SQUARES_PER_DEGREE = 100;

    static Optional<Twin> of(Reading reading) {
      if (reading.words().count() < TELLING) {
        return Optional.empty();
      }
      long hour = Math.floorDiv(reading.when().earliest().getEpochSecond(), WordWeights.HOUR_SECONDS);
      long row = reading.place().map(place -> (long) Math.floor(place.latitude() * SQUARES_PER_DEGREE)).orElse(Long.MIN_VALUE);
      long column = reading.place().map(place -> (long) Math.floor(place.longitude() * SQUARES_PER_DEGREE)).orElse(Long.MIN_VALUE);
      return Optional.of(new Twin(reading.words().wording(), reading.kind().id(), hour, row, column));
    }
  }
}
