package watchword.core.bulletin;

/// What a bulletin says of its subject.
public enum Status {
  /// Two proven independent supports.
  CONFIRMED,
  /// Likely enough to tell, not confirmed.
  UNCONFIRMED,
  /// Going round, and the desk has nothing that supports it.
  NOT_CONFIRMED,
  /// Someone looked and there is nothing.
  NO_SIGN,
  /// Shown to be untrue.
  REFUTED,
  /// The desk's answer to a standing question, likely or not.
  JUDGED,
  /// Was published and is withdrawn.
  RETRACTED
}
