package watchword.seal;

/// Bytes that are not the format they should be; the message names the rule they break.
///
/// The message never holds any of the bytes.
public final class FormatException extends Exception {

  public FormatException(String rule) {
    super(rule);
  }
}
