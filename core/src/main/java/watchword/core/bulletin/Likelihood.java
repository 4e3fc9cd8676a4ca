package watchword.core.bulletin;

/// A word of likelihood with its range, by ICD 203; the lower end belongs to the word.
public enum Likelihood {
  ALMOST_NO_CHANCE(1, 5),
  VERY_UNLIKELY(5, 20),
  UNLIKELY(20, 45),
  ROUGHLY_EVEN(45, 55),
  LIKELY(55, 80),
  VERY_LIKELY(80, 95),
  ALMOST_CERTAIN(95, 99);

  private final int fromPercent;
  private final int toPercent;

  Likelihood(int fromPercent, int toPercent) {
    this.fromPercent = fromPercent;
    this.toPercent = toPercent;
  }

  public int fromPercent() {
    return fromPercent;
  }

  public int toPercent() {
    return toPercent;
  }

  public static Likelihood of(double probability) {
    Likelihood word = ALMOST_NO_CHANCE;
    for (Likelihood next : values()) {
      if (probability * 100 >= next.fromPercent) {
        word = next;
      }
    }
    return word;
  }
}
