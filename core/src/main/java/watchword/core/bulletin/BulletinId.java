package watchword.core.bulletin;

/// The id of a bulletin: random, so that it tells nothing of reports or their number.
public record BulletinId(String value) implements Comparable<BulletinId> {

  public BulletinId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("an id is empty");
    }
  }

  @Override
  public int compareTo(BulletinId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
