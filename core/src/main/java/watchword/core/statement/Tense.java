package watchword.core.statement;

/// Where the claim stands in time.
public enum Tense {
  OBSERVED,
  PLANNED,
  PREDICTED,
  CONDITIONAL
}
