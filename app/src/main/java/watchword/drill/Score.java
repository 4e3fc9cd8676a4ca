package watchword.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import watchword.archive.ClusterScore;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Status;
import watchword.core.report.ReportId;
import watchword.desk.Case;
import watchword.desk.Desk;
import watchword.desk.Entry;

/// What a drill came to, by the world's truth; nobody but the scorer reads that.
///
/// @param published incidents that had a CONFIRMED or UNCONFIRMED bulletin
/// @param trueIncidents happenings with at least three independent reports
/// @param lost acknowledged and never opened
/// @param markerLeaks marker words found in public bytes
/// @param medianMinutesToPublish simulated minutes from a happening's first report to its first bulletin
/// @param question what the question whether anybody crosses the border scored
public record Score(
    long seed,
    int sent,
    int acknowledged,
    int opened,
    int lost,
    int incidents,
    int trueIncidents,
    int published,
    int truePublished,
    int plantedPublished,
    int markerLeaks,
    double pairF1,
    double medianMinutesToPublish,
    QuestionScore question) {

  private static final int INDEPENDENT = 3;

  /// What the drill itself counted on the way.
  ///
  /// @param acknowledged by their ids in the world
  /// @param worldId the id a report has in the world, by the id it has at the desk
  record Counts(int sent, Set<ReportId> acknowledged, int markerLeaks, UnaryOperator<ReportId> worldId, QuestionScore question) {}

  static Score of(World world, Desk desk, Instant now, Counts counts) {
    Map<ReportId, String> truth = world.labels();
    Map<ReportId, String> found = new HashMap<>();
    List<Case> cases = desk.queue(now);
    for (Case one : cases) {
      one.incident().reports().forEach(id -> found.put(counts.worldId().apply(id), one.incident().id().value()));
    }
    Map<ReportId, String> known = new HashMap<>(truth);
    known.keySet().retainAll(found.keySet());
    Map<String, Instant> firstTold = new LinkedHashMap<>();
    Set<BulletinId> published = new HashSet<>();
    Set<BulletinId> planted = new HashSet<>();
    for (Entry.Published entry : desk.publications()) {
      Status status = entry.bulletin().notice().status();
      if (status == Status.CONFIRMED || status == Status.UNCONFIRMED) {
        BulletinId thread = entry.bulletin().notice().thread();
        published.add(thread);
        majority(entry, truth, counts.worldId()).ifPresent(label -> firstTold.putIfAbsent(label, entry.bulletin().notice().published()));
        if (mostlyPlanted(world, entry, counts.worldId())) {
          planted.add(thread);
        }
      }
    }
    List<Happening> told = world.happenings().stream().filter(happening -> world.witnesses(happening.id()) >= INDEPENDENT).toList();
    List<Happening> toldPublished = told.stream().filter(happening -> firstTold.containsKey(happening.id().value())).toList();
    return new Score(
        world.seed(),
        counts.sent(),
        counts.acknowledged().size(),
        found.size(),
        lost(counts.acknowledged(), found.keySet()),
        cases.size(),
        told.size(),
        published.size(),
        toldPublished.size(),
        planted.size(),
        counts.markerLeaks(),
        ClusterScore.of(known, found).pairF1(),
        median(world, toldPublished, firstTold),
        counts.question());
  }

  /// Whether the drill shows what it is for.
  public boolean holds() {
    return lost == 0 && plantedPublished == 0 && markerLeaks == 0;
  }

  /// What was opened without an answer to its sender makes up for nothing that was lost.
  private static int lost(Set<ReportId> acknowledged, Set<ReportId> opened) {
    return (int) acknowledged.stream().filter(id -> !opened.contains(id)).count();
  }

  /// What most of a bulletin's reports are about.
  private static Optional<String> majority(Entry.Published entry, Map<ReportId, String> truth, UnaryOperator<ReportId> worldId) {
    Map<String, Integer> votes = new HashMap<>();
    entry.reports().forEach(id -> votes.merge(truth.getOrDefault(worldId.apply(id), ""), 1, Integer::sum));
    return votes.entrySet().stream().max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey);
  }

  private static boolean mostlyPlanted(World world, Entry.Published entry, UnaryOperator<ReportId> worldId) {
    long planted = entry.reports().stream().filter(id -> world.sending(worldId.apply(id)).truth() instanceof Truth.Planted).count();
    return 2 * planted >= entry.reports().size();
  }

  private static double median(World world, List<Happening> published, Map<String, Instant> firstTold) {
    List<Double> minutes = new ArrayList<>();
    for (Happening happening : published) {
      Instant heard = world.sendings().stream()
          .filter(sending -> sending.truth() instanceof Truth.Of(HappeningId id) && id.equals(happening.id()))
          .map(Sending::at).min(Instant::compareTo).orElseThrow();
      Instant told = firstTold.getOrDefault(happening.id().value(), heard);
      minutes.add((double) Duration.between(heard, told).toSeconds() / 60);
    }
    minutes.sort(null);
    int half = minutes.size() / 2;
    return minutes.isEmpty() ? 0 : minutes.size() % 2 == 1 ? minutes.get(half) : (minutes.get(half - 1) + minutes.get(half)) / 2;
  }
}
