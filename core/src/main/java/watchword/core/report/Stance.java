package watchword.core.report;

/// How the sender knows, and which way the report speaks.
public enum Stance {
  /// Saw or heard it.
  SIGHTING,
  /// Is there and sees nothing of it.
  DENIAL,
  /// Was told.
  HEARSAY,
  /// Was sent this and asks whether it is true.
  QUESTION
}
