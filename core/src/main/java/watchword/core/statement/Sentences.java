package watchword.core.statement;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Cuts a paragraph into sentences.
///
/// A sentence ends at `.`, `!`, `?` or `…` before a blank and something that may begin one, unless an abbreviation or a single letter stands before the point. What never ends is cut, so that no text costs more than its length.
final class Sentences {

  /// A longer sentence is nobody's: it is cut before the next word or blank.
  static final int MOST_WORDS = 100;

  /// A stretch without a blank is cut here.
  static final int MOST_CHARS = 4_000;

  private static final Set<String> ABBREVIATIONS = Stream.of(("mr mrs ms dr st prof gen col capt lt sgt rev hon no vs etc inc ltd approx jan feb mar apr jun jul aug sep sept oct nov dec "
      + "г гг ул им стр тыс млн млрд руб см т др пр напр вул св обл р м н гр тис грн напр ім проф ген полк кап ред прим вобл "
      + "np tzw itd itp ok ul al pl tys mln mld zł godz płk gen kpt inż mgr prof św woj nr tj "
      + "pvz kt t y p g pr tūkst mln mlrd val min dr prof gen plk kpt apskr").split(" ", -1)).map(WordCutter::key).collect(Collectors.toUnmodifiableSet());

  private final String text;
  private final int end;
  private final List<Stretch> sentences = new ArrayList<>();

  private Sentences(String text, int end) {
    this.text = text;
    this.end = end;
  }

  static List<Stretch> of(String text, Stretch paragraph) {
    Sentences cutting = new Sentences(text, paragraph.end());
    int start = paragraph.start();
    int words = 0;
    int behindWord = start;
    for (int i = paragraph.start(); i < paragraph.end(); i++) {
      char c = text.charAt(i);
      boolean blank = UCharacter.isUWhiteSpace(c);
      boolean begins = i >= behindWord && WordCutter.inWord(text.codePointAt(i));
      int close = ends(c) ? cutting.close(i + 1) : -1;
      if (close > 0 && cutting.endsAt(start, i, close)) {
        cutting.add(start, close);
        start = close;
        i = close - 1;
        words = 0;
      } else if ((words >= MOST_WORDS && (blank || begins)) || (i - start >= MOST_CHARS && !UCharacter.isSurrogatePair(text.charAt(i - 1), c))) {
        cutting.add(start, i);
        start = i;
        words = 0;
      }
      if (begins) {
        words++;
        behindWord = WordCutter.wordEnd(text, i, paragraph.end());
      }
    }
    cutting.add(start, paragraph.end());
    return List.copyOf(cutting.sentences);
  }

  private static boolean ends(char c) {
    return c == '.' || c == '!' || c == '?' || c == '…';
  }

  /// Behind further marks and closing quotation marks.
  private int close(int from) {
    int at = from;
    while (at < end && at - from < MOST_WORDS && (ends(text.charAt(at)) || ")]»”“\"'’".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private boolean endsAt(int start, int mark, int close) {
    if (close >= end) {
      return true;
    }
    if (!UCharacter.isUWhiteSpace(text.charAt(close))) {
      return false;
    }
    int next = close;
    while (next < end && UCharacter.isUWhiteSpace(text.charAt(next))) {
      next++;
    }
    if (next >= end) {
      return true;
    }
    int c = text.codePointAt(next);
    return !UCharacter.isULowercase(c) && c != ',' && !(text.charAt(mark) == '.' && abbreviated(start, mark)) && !continues(mark, close, c);
  }

  /// After a quotation that ends in a mark, a dash only goes on to say who spoke.
  private boolean continues(int mark, int close, int next) {
    return close > mark + 1 && (next == '—' || next == '–');
  }

  private boolean abbreviated(int start, int mark) {
    int from = mark;
    while (from > start && mark - from <= 6 && UCharacter.isLetter(text.charAt(from - 1))) {
      from--;
    }
    String word = text.substring(from, mark);
    return word.length() == 1 || ABBREVIATIONS.contains(WordCutter.key(word));
  }

  /// A blank, or a mark of Markdown.
  private static boolean isMargin(char c) {
    return UCharacter.isUWhiteSpace(c) || c == '*' || c == '#' || c == '>' || c == '_';
  }

  private void add(int from, int to) {
    int start = from;
    int stop = to;
    while (start < stop && isMargin(text.charAt(start))) {
      start++;
    }
    while (stop > start && isMargin(text.charAt(stop - 1))) {
      stop--;
    }
    if (start < stop) {
      sentences.add(new Stretch(start, stop));
    }
  }
}
