package watchword.core.statement;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/// One word of a text.
///
/// @param key what it folds to
/// @param plain its small letters, composed
/// @param start where it begins, in UTF-16 units of the text
/// @param before the mark that parts it from the word before: a blank, `,` or the stronger `;`, `:`, `-`
/// @param quote which quotation of its sentence it stands in, from 1; 0 outside
record Word(String surface, String key, String plain, int start, int end, char before, int quote) {

  private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

  static String plain(String surface) {
    return CASEFOLD.normalize(surface);
  }

  /// Whether more than a blank parts it from the word before.
  boolean afterBreak() {
    return before != ' ';
  }

  boolean afterStrongBreak() {
    return before != ' ' && before != ',';
  }

  boolean isCapital() {
    return UCharacter.isUUppercase(surface.codePointAt(0));
  }

  boolean isDigits() {
    return key.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
