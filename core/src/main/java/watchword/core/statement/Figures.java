package watchword.core.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.core.text.Dates;
import watchword.core.text.Foretelling;

/// The numbers and the day that a sentence names.
final class Figures {

  /// What makes a number worth telling stands this near to it.
  private static final int NEAR = 3;

  private Figures() {}

  /// The numbers as they are written, each with the word behind it, and the day if it is named in full (as 2026-12-31).
  static List<String> of(Sentence sentence) {
    List<String> figures = new ArrayList<>();
    List<Word> words = sentence.words();
    Optional<String> day = day(words);
    for (int i = 0; i < words.size(); i++) {
      int end = numberEnd(sentence, i);
      boolean ofDay = isDate(sentence, i) && day.isPresent();
      if (end > i && !ofDay) {
        StringBuilder figure = new StringBuilder(words.get(i).surface());
        for (int j = i + 1; j < Math.min(words.size(), end + 1) && !words.get(j).afterBreak(); j++) {
          if (sentence.lexicon().endings().isPreposition(words.get(j))) {
            break;
          }
          figure.append(' ').append(words.get(j).surface());
        }
        figures.add(figure.toString());
        i = end - 1;
      }
    }
    day.ifPresent(figures::add);
    return List.copyOf(figures);
  }

  private static Optional<String> day(List<Word> words) {
    List<String> keys = words.stream().flatMap(word -> java.util.stream.Stream.of(word.key().split("\\.", -1))).toList();
    return Dates.in(keys).map(days -> days.first().equals(days.last()) ? days.first().toString() : days.first() + "/" + days.last());
  }

  private static int numberEnd(Sentence sentence, int from) {
    int end = from;
    while (end < sentence.words().size() && isNumber(sentence, end) && (end == from || !sentence.words().get(end).afterBreak())) {
      end++;
    }
    return end;
  }

  private static boolean isNumber(Sentence sentence, int at) {
    Word word = sentence.words().get(at);
    return startsWithDigit(word) || sentence.cues(Family.NUMBER).stream().anyMatch(cue -> at >= cue.from() && at < cue.to());
  }

  private static boolean startsWithDigit(Word word) {
    return word.surface().charAt(0) >= '0' && word.surface().charAt(0) <= '9';
  }

  /// Whether a number is what the sentence tells: a counted one, with a word beside it that says so.
  static boolean isPoint(Sentence sentence) {
    for (int i = 0; i < sentence.words().size(); i++) {
      if (!sentence.isAside(i) && isNumber(sentence, i) && !isDate(sentence, i) && (isMuch(sentence.words().get(i)) || isNear(sentence, i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMuch(Word word) {
    return word.isDigits() && word.key().length() >= 2;
  }

  private static boolean isDate(Sentence sentence, int at) {
    List<Word> words = sentence.words();
    Word word = words.get(at);
    boolean year = word.isDigits() && word.key().length() == 4 && (word.key().startsWith("19") || word.key().startsWith("20"));
    boolean clock = at + 1 < words.size() && words.get(at + 1).before() == ':' && Foretelling.isClock(word.key(), words.get(at + 1).key());
    boolean minutes = at > 0 && word.before() == ':' && Foretelling.isClock(words.get(at - 1).key(), word.key());
    boolean named = sentence.cues(Family.NO_FIGURE).stream().anyMatch(cue -> cue.from() == at + 1 || cue.from() == at);
    return year || clock || minutes || named;
  }

  private static boolean isNear(Sentence sentence, int at) {
    return sentence.cues(Family.FIGURE).stream().anyMatch(cue -> Math.abs(cue.from() - at) <= NEAR);
  }
}
