package watchword.core.text;

import com.ibm.icu.lang.UCharacter;

/// A text without what passing it on adds: web addresses, account names and the forwarding mark RT.
///
/// Two forwards of one message differ in just these, and strangers share them by chance. The word after a # stays: the
/// writer chose it.
public final class OwnWords {

  private static final String[] ADDRESSES = {"http:", "https:", "www."};

  private OwnWords() {}

  /// What is left, with a space where something stood.
  public static String of(String text) {
    StringBuilder own = new StringBuilder(text.length());
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int end = inWord ? i : addedFrom(text, i);
      if (end > i) {
        own.append(' ');
        i = end;
      } else {
        int c = text.codePointAt(i);
        own.appendCodePoint(c);
        inWord = inWord(c);
        i += Character.charCount(c);
      }
    }
    return own.toString();
  }

  /// Where what was added ends, if it begins here; no word runs on from before.
  private static int addedFrom(String text, int from) {
    for (String start : ADDRESSES) {
      if (beginsWith(text, from, start)) {
        return skip(text, from, c -> !UCharacter.isUWhiteSpace(c));
      }
    }
    if (text.charAt(from) == '@') {
      return skip(text, from + 1, OwnWords::inName);
    }
    int mark = from + 2;
    return beginsWith(text, from, "rt") && skip(text, mark, OwnWords::inName) == mark ? mark : from;
  }

  private interface CharTest {
    boolean holds(int c);
  }

  private static int skip(String text, int from, CharTest test) {
    int i = from;
    while (i < text.length() && test.holds(text.codePointAt(i))) {
      i += Character.charCount(text.codePointAt(i));
    }
    return i;
  }

  private static boolean inName(int c) {
    return c == '_' || inWord(c);
  }

  private static boolean inWord(int c) {
    return UCharacter.isLetterOrDigit(c);
  }

  /// @param start in small ASCII letters
  private static boolean beginsWith(String text, int from, String start) {
    if (text.length() - from < start.length()) {
      return false;
    }
    for (int i = 0; i < start.length(); i++) {
      char c = text.charAt(from + i);
      if ((c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c) != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
