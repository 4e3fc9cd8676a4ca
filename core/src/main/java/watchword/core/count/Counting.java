package watchword.core.count;

/// A distribution of counts by its mean and its size: negative binomial, and Poisson where the size is infinite.
///
/// The variance is mean + mean²/size. Reports come in flocks, so that Poisson would call every fortieth day an alarm where the other calls none.
///
/// @param mean above 0
/// @param size above 0; infinite for Poisson
public record Counting(double mean, double size) {

  /// Below this share of the sum a further term changes nothing.
  private static final double NOTHING = 1e-18;

  /// Below e to this a term may lose digits; numbers end near e^−708.
  private static final double LEAST_LOG = -600;

  public Counting {
    if (!(mean > 0 && mean < 1e9)) {
      throw new IllegalArgumentException("the mean of counts is not above 0 and below a thousand million");
    }
    if (!(size > 0)) {
      throw new IllegalArgumentException("the size of a distribution of counts is not above 0");
    }
  }

  public static Counting poisson(double mean) {
    return new Counting(mean, Double.POSITIVE_INFINITY);
  }

  /// The sum of so many days, each by itself.
  public Counting over(int days) {
    return new Counting(days * mean, days * size);
  }

  /// How likely it is that a count is this or higher.
  public double atLeast(int count) {
    if (count <= 0) {
      return 1;
    }
    double none = logNone();
    return none > LEAST_LOG ? byTerms(count, StrictMath.exp(none)) : byLogs(count, none);
  }

  private double byTerms(int count, double none) {
    double term = none;
    double lower = 0;
    for (int k = 0; k < count; k++) {
      lower += term;
      term *= step(k);
    }
    // Where little is left above, it is summed by itself: 1 − lower would be rounding.
    return lower < .5 ? 1 - lower : term * above(count);
  }

  /// The same where the first terms are too small for a number.
  private double byLogs(int count, double none) {
    double log = none;
    double lower = 0;
    for (int k = 0; k < count; k++) {
      lower += StrictMath.exp(log);
      log += StrictMath.log(step(k));
    }
    return lower < .5 ? 1 - lower : StrictMath.exp(log) * above(count);
  }

  /// The terms from a count on, in units of its own.
  private double above(int count) {
    double term = 1;
    double sum = 1;
    for (int k = count; term > sum * NOTHING; k++) {
      term *= step(k);
      sum += term;
    }
    return sum;
  }

  private double logNone() {
    return Double.isInfinite(size) ? -mean : -size * StrictMath.log1p(mean / size);
  }

  /// How much likelier one more than k is than k.
  private double step(int k) {
    return Double.isInfinite(size) ? mean / (k + 1) : (k + size) / (k + 1) * (mean / (size + mean));
  }
}
