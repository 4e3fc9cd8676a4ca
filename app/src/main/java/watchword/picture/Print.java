package watchword.picture;

/// What came of a stranger's picture.
public sealed interface Print {

  /// A JPEG of ours with the picture's pixels, at most 1600 on the longer side.
  @SuppressWarnings("ArrayRecordComponent") // only carried, never compared; an array prints nothing of itself
  record Shown(byte[] jpeg, int width, int height) implements Print {}

  record Refused(Why why) implements Print {}

  /// Why a picture is not shown.
  enum Why {
    /// More pixels or bytes than are decoded.
    TOO_LARGE,
    /// Cut, damaged, or no picture.
    UNREADABLE,
    /// Longer at work than any picture takes.
    TOO_LONG,
    /// The process that decoded it died.
    DIED
  }
}
