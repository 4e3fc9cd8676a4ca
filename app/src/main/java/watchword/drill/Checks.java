package watchword.drill;

import java.util.Collection;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import watchword.core.corroboration.Finding;
import watchword.core.report.ReportId;

/// What an editor's call finds out. It asks the truth; its caller learns the outcome and nothing else.
public final class Checks {

  /// Nobody answers, the satellite sees clouds.
  static final double UNREACHABLE = 0.20;

  /// The one who answers looked in the wrong street.
  static final double MISSED = 0.05;

  private final World world;

  public Checks(World world) {
    this.world = world;
  }

  /// Checks what most of an incident's reports are about; between equals, what comes first by label.
  ///
  /// What did not happen is never found. The same check may come out otherwise another time.
  public Finding.Outcome check(Collection<ReportId> reports, SplittableRandom random) {
    if (reports.isEmpty()) {
      throw new IllegalArgumentException("a check needs a report");
    }
    double unreachable = random.nextDouble();
    double missed = random.nextDouble();
    if (unreachable < UNREACHABLE) {
      return Finding.Outcome.UNREACHABLE;
    }
    return happened(reports) && missed >= MISSED ? Finding.Outcome.FOUND : Finding.Outcome.NOT_FOUND;
  }

  private boolean happened(Collection<ReportId> reports) {
    TreeMap<String, Long> counts =
        reports.stream().map(world::sending).collect(Collectors.groupingBy(World::label, TreeMap::new, Collectors.counting()));
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    String label = counts.entrySet().stream().filter(entry -> entry.getValue() == most).findFirst().orElseThrow().getKey();
    return world.happenings().stream().anyMatch(happening -> happening.id().value().equals(label));
  }
}
