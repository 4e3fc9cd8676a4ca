package watchword.core.claim;

import java.util.Map;

/// The likeliest value of an item, and how likely it is.
///
/// @param probability that the value is right; within a tolerance, that the truth says the same
/// @param interval holds the probability in four of five cases
/// @param values every value that was said, with its own probability; what is left to 1 is that none of them is right
public record Estimate(String item, String value, double probability, Interval interval, Map<String, Double> values) {
  public Estimate {
    values = Map.copyOf(values);
  }

  /// What a verdict says of an item.
  static Estimate known(String item, String value) {
    return new Estimate(item, value, 1, new Interval(1, 1), Map.of(value, 1.0));
  }
}
