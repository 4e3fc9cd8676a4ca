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
  NEARLY,
  /// Neither: their sources reported together again and again.
  TOGETHER;

  /// Half of the three-word runs: two people's own words share fewer than a third.
  private static final double MOST = 0.5;

  /// Names what a copy shares with the first of its group.
  public static CopyTie between(Reading first, Reading copy) {
    if (first.media().stream().anyMatch(copy.media()::contains)) {
      return PHOTO;
    }
    if (first.words().isEmpty() || copy.words().isEmpty()) {
      return TOGETHER;
    }
    if (first.words().wording() == copy.words().wording()) {
      return WORDS;
    }
    return first.words().copied(copy.words()) >= MOST ? NEARLY : TOGETHER;
  }
}
