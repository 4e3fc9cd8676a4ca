package watchword.core.assessment;

import java.util.List;

/// A piece of evidence and what it adds to each hypothesis.
///
/// @param reliability how far it is relied on at the time of the assessment
/// @param weights natural logarithms, in the order of the hypotheses; they add up with the base rate's. All 0 where another of its origin counts
/// @param counts whether it is the strongest of its origin
public record Weighed(Evidence evidence, double reliability, List<Double> weights, boolean counts) {
  public Weighed {
    weights = List.copyOf(weights);
    if (!counts && weights.stream().anyMatch(weight -> weight != 0)) {
      throw new IllegalArgumentException("evidence that does not count has a weight");
    }
  }
}
