package watchword.core.report;

/// The id of a report: a hash of what it says, so that a resent one has the same.
public record ReportId(String value) implements Comparable<ReportId> {

  public ReportId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("an id is empty");
    }
  }

  @Override
  public int compareTo(ReportId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
