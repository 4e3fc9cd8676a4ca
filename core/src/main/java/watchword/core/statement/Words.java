package watchword.core.statement;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;
import watchword.core.text.Folding;

/// Cuts a stretch of text into words, each with the mark before it and the quotation it stands in.
final class Words {

  /// Longer words are nobody's: their key is that of their beginning.
  static final int LONGEST = 64;

  private static final String OPENING = "«„“\"»”‚";
  private static final String CLOSING = "»”“\"«’‘";

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private char before = '-';
  private int quote;
  private int quotes;

  private Words(String text) {
    this.text = text;
  }

  static List<Word> of(String text, int from, int to) {
    Words reading = new Words(text);
    for (int i = from; i < to; ) {
      int c = text.codePointAt(i);
      int end = inWord(c) ? wordEnd(text, i, to) : i + UCharacter.charCount(c);
      if (inWord(c)) {
        reading.add(i, end);
      } else {
        reading.mark(c, i > from ? text.charAt(i - 1) : ' ');
      }
      i = end;
    }
    return List.copyOf(reading.words);
  }

  private void add(int start, int end) {
    String surface = text.substring(start, end);
    words.add(new Word(surface, key(surface.length() > LONGEST ? surface.substring(0, LONGEST) : surface), start, end, before, quote));
    before = ' ';
  }

  /// One key for a word however it is spelled; an apostrophe stays, since "we'll" is not "well".
  static String key(String word) {
    StringBuilder key = new StringBuilder();
    for (String part : word.replace('’', '\'').replace('ʼ', '\'').split("'", -1)) {
      key.append(key.isEmpty() ? "" : "'").append(String.join("", Folding.tokens(part)));
    }
    return word.indexOf('%') < 0 ? key.toString() : key.append('%').toString();
  }

  private void mark(int c, char last) {
    switch (c) {
      case ',' -> stronger(',');
      case ';', '.', '…', '!', '?', '(', ')', '[', ']' -> stronger(';');
      case ':' -> stronger(':');
      case '—', '–', '-' -> stronger(UCharacter.isUWhiteSpace(last) || before != ' ' ? '-' : ' ');
      default -> quotation(c, last);
    }
  }

  private void stronger(char mark) {
    if (before == ' ' || before == ',') {
      before = mark == ' ' ? before : mark;
    }
  }

  /// A mark that may open and close opens after a blank; an apostrophe never comes here from inside a word.
  private void quotation(int c, char last) {
    boolean opens = OPENING.indexOf(c) >= 0 && (quote == 0 || UCharacter.isUWhiteSpace(last));
    if (opens) {
      quote = quote == 0 ? ++quotes : quote;
    } else if (CLOSING.indexOf(c) >= 0 && "’‘".indexOf(c) < 0) {
      quote = 0;
    }
  }

  private static int wordEnd(String text, int from, int to) {
    int end = from;
    while (end < to) {
      int c = text.codePointAt(end);
      int next = end + UCharacter.charCount(c);
      boolean joins = isJoin(c) && next < to && UCharacter.isLetter(text.codePointAt(next));
      boolean point = (c == '.' || c == ',') && next < to && digit(text.charAt(end - 1)) && digit(text.charAt(next));
      if (!inWord(c) && !(end > from && (joins || point))) {
        break;
      }
      end = next;
    }
    return end;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isJoin(int c) {
    return c == '\'' || c == '’' || c == 'ʼ' || c == '-';
  }

  static boolean inWord(int c) {
    int type = UCharacter.getType(c);
    return UCharacter.isLetterOrDigit(c) || type == com.ibm.icu.lang.UCharacterCategory.NON_SPACING_MARK || c == '%' || c == '№';
  }
}
