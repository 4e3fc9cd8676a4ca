package watchword.core.report;

/// Whoever a report comes from, as far as the desk can link: an observer, an outlet, a mailbox, or this one report.
public record SourceKey(String value) implements Comparable<SourceKey> {

  public SourceKey {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("an id is empty");
    }
  }

  @Override
  public int compareTo(SourceKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
