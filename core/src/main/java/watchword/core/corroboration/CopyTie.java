package watchword.core.corroboration;

import watchword.core.report.Reading;

/// By what a report goes back to an earlier one, to be told to an editor.
///
/// [Origins] decides that it does; this only names what the two share.
public enum CopyTie {
  /// The same photo.
  PHOTO,
  /// The same words in the same order.
  WORDS,
  /// Most of the words.
  NEARLY;

  /// Names what a copy shares with the first of its group.
  public static CopyTie between(Reading first, Reading copy) {
    if (first.media().stream().anyMatch(copy.media()::contains)) {
      return PHOTO;
    }
    return first.words().wording() == copy.words().wording() ? WORDS : NEARLY;
  }
}
