package watchword.journal;

/// What came of opening a body.
public sealed interface Body {

  /// Its bytes, for showing; who shows them journals it.
  @SuppressWarnings("ArrayRecordComponent") // only carried, never compared; an array prints nothing of itself
  record Opened(byte[] bytes) implements Body {}

  /// Its shelf is not shared with this member.
  record Locked() implements Body {}

  /// It was forgotten, or never there: nothing can tell the two apart.
  record Forgotten() implements Body {}
}
