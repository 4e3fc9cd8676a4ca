package watchword.core.claim;

/// A range of probabilities that holds the true one in four of five cases.
public record Interval(double low, double high) {
  public Interval {
    if (!(0 <= low && low <= high && high <= 1)) {
      throw new IllegalArgumentException("an interval is not within 0 and 1, low end first");
    }
  }

  public double width() {
    return high - low;
  }
}
