package watchword.core.report;

/// One of several candidates, with its share; the shares of all candidates sum to at most 1.
public record Weighted<T>(T value, double weight) {
  public Weighted {
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight is not between 0 and 1");
    }
  }
}
