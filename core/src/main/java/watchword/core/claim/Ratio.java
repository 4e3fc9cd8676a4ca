package watchword.core.claim;

/// Counts say the same within a factor; anything else when it is equal.
///
/// @param factor 1 or more
public record Ratio(double factor) implements Sameness {

  public Ratio {
    if (!(factor >= 1)) {
      throw new IllegalArgumentException("a factor is 1 or more");
    }
  }

  @Override
  public boolean same(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    try {
      double first = Long.parseLong(one);
      double second = Long.parseLong(other);
      return first > 0 && second > 0 && Math.max(first, second) <= factor * Math.min(first, second);
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
