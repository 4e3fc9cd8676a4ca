package watchword.core.incident;

/// The id of an incident: that of its first report, with `I-` before it.
public record IncidentId(String value) implements Comparable<IncidentId> {

  public IncidentId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("an id is empty");
    }
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
