package watchword.core.report;

/// How the sender knows, and which way the report speaks.
public enum Stance {
  /// Saw it.
  SIGHTING,
  /// Heard it: the bang, the engines, the siren.
  HEARD,
  /// Is there and sees nothing of it.
  DENIAL,
  /// Was told.
  HEARSAY,
  /// Was sent this and asks whether it is true.
  QUESTION;

  /// Whether the sender is a witness, by eye or ear: both count alike.
  public boolean witnessed() {
    return this == SIGHTING || this == HEARD;
  }
}
