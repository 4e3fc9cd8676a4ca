package watchword.drill;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
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

  private final Map<ReportId, String> labels;
  private final Set<String> happenings;

  public Checks(World world) {
    this.labels = world.labels();
    this.happenings = world.happenings().stream().map(happening -> happening.id().value()).collect(Collectors.toUnmodifiableSet());
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
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (ReportId report : reports) {
      String label = labels.get(report);
      if (label == null) {
        throw new NoSuchElementException("the world has no such report");
      }
      counts.merge(label, 1, Integer::sum);
    }
    int most = Collections.max(counts.values());
    return counts.entrySet().stream().filter(entry -> entry.getValue() == most).limit(1).anyMatch(entry -> happenings.contains(entry.getKey()));
  }
}
