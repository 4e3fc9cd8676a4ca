package watchword.core.text;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;

/// Text of Latin or Cyrillic script as tokens of plain `a–z0–9`, one spelling for all.
///
/// The steps: NFKC and case folding by pinned ICU, marks dropped, Cyrillic letters by the table below, everything else ends a token. The same
/// name in five languages should fold alike, so letters that the languages render differently share a key: г, ґ and h become `g`; ы, и, і
/// and y become `i`; w becomes `v`; я, ia and ja become `ia`. What is left over by other scripts is kept as it is, a token a run of letters.
public final class Folding {

  private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();

  /// A text is read up to here; the rest adds nothing that merging needs.
  private static final int MAX_CHARS = 20_000;

  private static final String CYRILLIC = "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя";
  private static final String[] LATIN = {
    "a", "b", "v", "g", "g", "d", "e", "e", "e", "z", "z", "i", "i", "i", "i", "k", "l", "m", "n", "o", "p", "r",
    "s", "t", "u", "u", "f", "g", "c", "c", "s", "s", "", "i", "", "e", "iu", "ia"
  };
  private static final String[] CYRILLIC_KEYS = cyrillicKeys();

  private Folding() {}

  /// The folded tokens in the order of the text.
  public static List<String> tokens(String text) {
    String cut = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
    String plain = folded(cut);
    List<String> tokens = new ArrayList<>();
    StringBuilder token = new StringBuilder();
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      i += Character.charCount(c);
      if (!append(token, c) && !token.isEmpty()) {
        tokens.add(token.toString());
        token.setLength(0);
      }
    }
    if (!token.isEmpty()) {
      tokens.add(token.toString());
    }
    return tokens;
  }

  /// Case folded and decomposed. Most archives are ASCII, where that is the capitals alone.
  private static String folded(String text) {
    char[] lower = new char[text.length()];
    for (int i = 0; i < lower.length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return DECOMPOSE.normalize(CASEFOLD.normalize(text));
      }
      lower[i] = c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }
    return new String(lower);
  }

  /// The folded tokens joined: one key for a name.
  public static String key(String name) {
    return String.join(" ", tokens(name));
  }

  /// Appends what a code point folds to; false if it ends a token.
  private static boolean append(StringBuilder token, int c) {
    if (c >= 'a' && c <= 'z') {
      token.append(latin((char) c));
    } else if (c >= '0' && c <= '9') {
      token.append((char) c);
    } else if (c >= 0x400 && c < 0x400 + CYRILLIC_KEYS.length) {
      token.append(CYRILLIC_KEYS[c - 0x400]);
    } else if (c == 'ł') {
      token.append('l');
    } else if (c == 'ı') {
      token.append('i');
    } else if (c == '\'' || c == '’' || c == 'ʼ') {
      return true; // an apostrophe inside a word joins it
    } else {
      return other(token, c);
    }
    return true;
  }

  private static char latin(char c) {
    return switch (c) {
      case 'h' -> 'g';
      case 'w' -> 'v';
      case 'y', 'j' -> 'i';
      default -> c;
    };
  }

  private static boolean other(StringBuilder token, int c) {
    int type = com.ibm.icu.lang.UCharacter.getType(c);
    if (type == com.ibm.icu.lang.UCharacterCategory.NON_SPACING_MARK
        || type == com.ibm.icu.lang.UCharacterCategory.FORMAT) {
      return true;
    }
    if (com.ibm.icu.lang.UCharacter.isLetterOrDigit(c)) {
      token.appendCodePoint(c);
      return true;
    }
    return false;
  }

  private static String[] cyrillicKeys() {
    String[] keys = new String[0x60 + 0x40];
    java.util.Arrays.fill(keys, "");
    for (int i = 0; i < LATIN.length; i++) {
      keys[CYRILLIC.charAt(i) - 0x400] = LATIN[i];
    }
    return keys;
  }
}
