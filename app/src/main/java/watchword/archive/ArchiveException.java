package watchword.archive;

/// A file or an option that merging cannot go on with, in one sentence for the user.
public final class ArchiveException extends RuntimeException {

  private final boolean misuse;

  private ArchiveException(String sentence, boolean misuse) {
    super(sentence);
    this.misuse = misuse;
  }

  /// The file is at fault.
  static ArchiveException unusable(String sentence) {
    return new ArchiveException(sentence, false);
  }

  /// What was asked for does not fit the files.
  static ArchiveException misuse(String sentence) {
    return new ArchiveException(sentence, true);
  }

  /// Whether other options or files would have worked.
  public boolean isMisuse() {
    return misuse;
  }
}
