package watchword.core.statement;

/// Who says it, as the text is set out.
public enum Voice {
  SPEAKER,
  INTERVIEWER,
  /// A note of whoever publishes the text.
  EDITOR,
  /// Somebody whom the speaker reports, named or not.
  REPORTED
}
