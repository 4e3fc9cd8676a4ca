package watchword.core.statement;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import watchword.core.text.Folding;

/// Cuts a stretch of text into words, each with the mark before it and the quotation it stands in.
final class WordCutter {

  /// Longer words are nobody's: their key is that of their beginning.
  static final int LONGEST = 64;

  /// What may open a quotation, and what then closes it.
  private static final Map<Integer, String> QUOTES = Map.of((int) '«', "»", (int) '„', "“”", (int) '“', "”", (int) '"', "\"", (int) '‚', "‘’", (int) '‘', "’", (int) '»', "«");

  /// Deeper quotations are not told apart.
  private static final int DEEPEST = 4;

  private record Quote(int number, String closing) {}

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private char before = '-';
  private final Deque<Quote> open = new ArrayDeque<>();
  private int quotes;

  private WordCutter(String text) {
    this.text = text;
  }

  static List<Word> of(String text, int from, int to) {
    WordCutter reading = new WordCutter(text);
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
    String beginning = surface.length() > LONGEST ? surface.substring(0, LONGEST) : surface;
    words.add(new Word(surface, key(beginning), Word.plain(beginning), start, end, before, open.isEmpty() ? 0 : open.getLast().number()));
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

  private void quotation(int c, char last) {
    if (!open.isEmpty() && open.getLast().closing().indexOf(c) >= 0) {
      open.removeLast();
    } else if (QUOTES.containsKey(c) && open.size() < DEEPEST && !UCharacter.isLetterOrDigit(last)) {
      open.addLast(new Quote(++quotes, QUOTES.getOrDefault(c, "")));
    }
  }

  /// Behind the word that begins here.
  static int wordEnd(String text, int from, int to) {
    int end = from;
    while (end < to) {
      int c = text.codePointAt(end);
      int next = end + UCharacter.charCount(c);
      boolean joins = isJoin(c) && next < to && UCharacter.isLetter(text.codePointAt(next));
      boolean point = (c == '.' || c == ',') && next < to && digit(text.charAt(end - 1)) && digit(text.charAt(next));
      boolean unseen = end > from && UCharacter.getType(c) == com.ibm.icu.lang.UCharacterCategory.FORMAT;
      if (!inWord(c) && !unseen && !(end > from && (joins || point))) {
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
