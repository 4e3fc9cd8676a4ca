package watchword.console;

/// A member's passphrase is right, and the desk does not open for a reason that they must be told.
public final class NotOpenedException extends RuntimeException {

  /// @param sentence what happened and what to do
  public NotOpenedException(String sentence) {
    super(sentence);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
