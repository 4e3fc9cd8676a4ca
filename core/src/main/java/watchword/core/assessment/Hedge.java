package watchword.core.assessment;

/// How far a speaker stands behind what they say, and how much of it therefore counts.
///
/// Weights are judgement, the same for every speaker; a hedge is the speaker's, never the desk's.
public enum Hedge {
  CERTAIN(.8),
  /// Said as a plain fact.
  NONE(.8),
  PROBABLE(.6),
  POSSIBLE(.4),
  HEARSAY(.25),
  CONDITIONAL(.15),
  /// "It is difficult to say whether": it moves nothing.
  UNKNOWN(0);

  /// What is left when the speaker gains by being believed.
  private static final double INTERESTED = .7;

  private final double weight;

  Hedge(double weight) {
    this.weight = weight;
  }

  public double weight() {
    return weight;
  }

  /// How far a statement is relied on.
  ///
  /// @param interested whether the speaker gains by being believed
  public double weight(boolean interested) {
    return interested ? weight * INTERESTED : weight;
  }
}
