package watchword.core.bulletin;

/// What a bulletin says of its incident.
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
  /// Was published and is withdrawn.
  RETRACTED
}
