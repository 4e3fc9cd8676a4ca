package watchword.core.report;

/// How a report came.
public enum Channel {
  /// Through the hub, from nobody the desk can name.
  SEALED,
  /// From an observer the desk enrolled.
  OBSERVER,
  /// From a named public source.
  PUBLIC,
  /// From another desk.
  PARTNER,
  /// Entered by a member: phone, radio, in person.
  BY_HAND,
  /// Through the hub, from a mailbox that had reported before: its sender chose to have that known.
  MAILBOX
}
