package watchword.drill;

/// The id of something that did not happen as told; only the scorer knows it.
public record FictionId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
