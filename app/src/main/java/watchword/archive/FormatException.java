package watchword.archive;

/// A file that does not say what its format asks for: one sentence that names the place.
public final class FormatException extends RuntimeException {

  public FormatException(String sentence) {
    super(sentence);
  }
}
