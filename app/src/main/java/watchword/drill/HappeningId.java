package watchword.drill;

/// The id of a true happening; only the scorer knows it.
public record HappeningId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
