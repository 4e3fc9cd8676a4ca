package watchword.core.incident;

import java.util.Optional;
import watchword.core.report.ReportId;

/// The id of an incident: that of its first report, with `I-` before it.
public record IncidentId(String value) implements Comparable<IncidentId> {

  private static final String NAMED = "I-";

  public IncidentId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("an id is empty");
    }
  }

  /// The name of an incident whose first report this is.
  public static IncidentId of(ReportId first) {
    return new IncidentId(NAMED + first);
  }

  /// The report that it is named by, which may have joined others since; empty for a name of another make.
  public Optional<ReportId> first() {
    return value.startsWith(NAMED) && value.length() > NAMED.length() ? Optional.of(new ReportId(value.substring(NAMED.length()))) : Optional.empty();
  }

  @Override
  public int compareTo(IncidentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
