package watchword.core.count;

/// The Early Aberration Reporting System of the CDC (Hutwagner et al. 2003): a day against the mean and deviation of seven days before it.
///
/// Computed as `earsC` of R's package surveillance 1.20.3 does by default, days and refusals alike: a baseline whose counts are all the same makes C1
/// and C2 ring on anything above it, and C3 on nothing.
///
public final class Ears implements Detector {

  private static final int BASELINE = 7;

  private final Method method;
  private final double leastDeviation;

  /// The point of the normal above which alpha lies.
  private final double z;

  /// C1 looks at the seven days before, C2 leaves out the nearest two, C3 sums what C2 exceeded on the two days before.
  public enum Method {
    C1(0, BASELINE, .001),
    C2(2, BASELINE + 2, .001),
    C3(2, BASELINE + 4, .025);

    private final int leftOut;
    private final int daysBefore;
    private final double usual;

    Method(int leftOut, int daysBefore, double usual) {
      this.leftOut = leftOut;
      this.daysBefore = daysBefore;
      this.usual = usual;
    }
  }

  /// EARS with settings of one's own.
  ///
  /// @param alpha the share of days that would ring if counts were normal
  /// @param leastDeviation a deviation below this counts as this; 0 is the original
  public Ears(Method method, double alpha, double leastDeviation) {
    if (!(leastDeviation >= 0)) {
      throw new IllegalArgumentException("the least deviation is below 0");
    }
    this.method = method;
    this.leastDeviation = leastDeviation;
    z = Normal.point(alpha);
  }

  /// As R has it when nothing is said: alpha .001 for C1 and C2, .025 for C3, no least deviation.
  public static Ears usual(Method method) {
    return new Ears(method, method.usual, 0);
  }

  @Override
  public String id() {
    return method.name();
  }

  @Override
  public int daysBefore() {
    return method.daysBefore;
  }

  @Override
  public boolean rings(int[] counts, int day) {
    Detector.requireDay(this, counts, day);
    double bound = switch (method) {
      case C1, C2 -> mean(counts, day) + z * deviation(counts, day);
      case C3 -> Math.max(0, counts[day] + deviation(counts, day) * (z - (excess(counts, day - 2) + excess(counts, day - 1))));
    };
    // Where a deviation is 0 the bound of C3 is not a number, and nothing exceeds it: so it is in R.
    return counts[day] > bound;
  }

  /// How far a day lay above its baseline, in deviations, beyond the first.
  private double excess(int[] counts, int day) {
    return Math.max(0, (counts[day] - mean(counts, day)) / deviation(counts, day) - 1);
  }

  private double mean(int[] counts, int day) {
    long sum = 0;
    for (int i = first(day); i < first(day) + BASELINE; i++) {
      sum += counts[i];
    }
    return (double) sum / BASELINE;
  }

  private double deviation(int[] counts, int day) {
    double mean = mean(counts, day);
    double squares = 0;
    for (int i = first(day); i < first(day) + BASELINE; i++) {
      squares += (counts[i] - mean) * (counts[i] - mean);
    }
    return Math.max(StrictMath.sqrt(squares / (BASELINE - 1)), leastDeviation);
  }

  private int first(int day) {
    return day - method.leftOut - BASELINE;
  }
}
