package watchword.core.count;

/// The standard normal distribution's upper tail and its points.
final class Normal {

  private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * StrictMath.PI);

  /// Above this the continued fraction is the more exact one, below it the series.
  private static final double MIDDLE = 2.5;

  /// Terms of the continued fraction: at 2.5 they leave less than the last bit.
  private static final int TERMS = 200;

  /// Newton's steps from a point that is too near: each doubles the digits once it is close.
  private static final int STEPS = 60;

  private Normal() {}

  static void requireTail(double alpha) {
    if (!(alpha >= 1e-12 && alpha <= .5)) {
      throw new IllegalArgumentException("alpha is not between 1e-12 and 0.5");
    }
  }

  /// The point above which `alpha` of the distribution lies.
  static double point(double alpha) {
    requireTail(alpha);
    double x = 0;
    // The tail is convex above 0, so Newton from below climbs without overshooting.
    for (int i = 0; i < STEPS; i++) {
      double next = x + (tail(x) - alpha) / density(x);
      if (next <= x) {
        break;
      }
      x = next;
    }
    return x;
  }

  /// How much of the distribution lies above x, x at least 0.
  static double tail(double x) {
    return x < MIDDLE ? .5 - density(x) * series(x) : density(x) / fraction(x);
  }

  private static double density(double x) {
    return StrictMath.exp(-x * x / 2 - HALF_LOG_TWO_PI);
  }

  /// x + x³/3 + x⁵/(3·5) + …
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int odd = 3; term > sum * 1e-18; odd += 2) {
      term *= x * x / odd;
      sum += term;
    }
    return sum;
  }

  /// x + 1/(x + 2/(x + 3/(x + …))), by Laplace.
  private static double fraction(double x) {
    double value = x;
    for (int i = TERMS; i >= 1; i--) {
      value = x + i / value;
    }
    return value;
  }
}
