package watchword.core.report;

/// The SHA-256 of a photo, in lower-case hex.
public record MediaHash(String value) implements Comparable<MediaHash> {

  public MediaHash {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("an id is empty");
    }
  }

  @Override
  public int compareTo(MediaHash other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
