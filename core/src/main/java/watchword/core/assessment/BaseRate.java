package watchword.core.assessment;

import java.util.List;

/// What usually happens, before any evidence: a probability for each hypothesis, and where it comes from.
///
/// @param probabilities in the order of the hypotheses; none is 0, since no evidence could ever move that
/// @param why what was counted, in words
public record BaseRate(List<Double> probabilities, String why) {

  /// Below this a hypothesis is one that nobody should have put.
  private static final double LEAST = 1e-6;

  public BaseRate {
    probabilities = Checks.shares(probabilities, LEAST, "a base rate");
    Checks.said(why, "why the base rate is what it is");
  }

  /// For a question of two hypotheses: so many events in so many months, and how many months it looks ahead.
  ///
  /// @throws IllegalArgumentException if months or horizon are not above 0
  public static BaseRate counted(int events, double months, double horizonMonths, String why) {
    double probability = of(events, months, horizonMonths);
    return new BaseRate(List.of(probability, 1 - probability), why);
  }

  /// The probability of at least one event within the horizon: 1 − (n/(n+h))^(k+½), a Poisson rate whose prior knows nothing (Jeffreys).
  public static double of(int events, double months, double horizonMonths) {
    if (events < 0 || !(months > 0) || !(horizonMonths > 0)) {
      throw new IllegalArgumentException("a base rate needs 0 or more events, months above 0 and a horizon above 0");
    }
    return 1 - StrictMath.pow(months / (months + horizonMonths), events + .5);
  }
}
