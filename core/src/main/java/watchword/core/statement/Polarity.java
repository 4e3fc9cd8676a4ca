package watchword.core.statement;

/// Whether the sentence says of its claim that it is so, or that it is not.
public enum Polarity {
  AFFIRMED,
  DENIED
}
