package watchword.core.assessment;

/// How well founded a judgement is; how likely a thing is, is another matter, and the two never share a sentence.
public enum Confidence {
  LOW,
  MODERATE,
  HIGH;

  /// From this many independent origins on, a judgement may be called moderately founded. Judgement: two can be wrong together by chance.
  private static final int FOR_MODERATE = 3;

  private static final int FOR_HIGH = 5;

  /// The most that may be claimed.
  ///
  /// @param restsOnOne whether one origin alone would move the figure far
  public static Confidence ceiling(int independentOrigins, boolean restsOnOne) {
    if (restsOnOne || independentOrigins < FOR_MODERATE) {
      return LOW;
    }
    return independentOrigins < FOR_HIGH ? MODERATE : HIGH;
  }
}
