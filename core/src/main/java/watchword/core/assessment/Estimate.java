package watchword.core.assessment;

import java.time.Instant;
import java.util.List;

/// One member's probabilities for a question's hypotheses.
///
/// @param member their pseudonym; estimates and their scores stay inside the desk
/// @param probabilities in the order of the hypotheses, each from .01 to .99: no word of likelihood says more
public record Estimate(String member, Instant at, List<Double> probabilities, String why) {

  /// The ends of the scale that words of likelihood cover.
  static final double LEAST = .01;

  public Estimate {
    Checks.said(member, "whose estimate it is");
    Checks.said(why, "why a member estimates so");
    probabilities = Checks.shares(probabilities, LEAST, "an estimate");
  }
}
