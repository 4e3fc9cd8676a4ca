package watchword.core.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Suggests the statements of a text.
public final class Suggester {

  /// A longer text is refused: ten books, and a minute of work.
  public static final int MOST_CHARS = 8_000_000;

  private static final String DEFAULT = "en";

  private final String text;
  private Lexicon usual = Lexicons.get(DEFAULT);
  private int counted;
  private int codePoints;

  private Suggester(String text) {
    this.text = text;
  }

  /// One suggestion a sentence, in the order of the text.
  ///
  /// @throws IllegalArgumentException if the text is longer than [#MOST_CHARS]
  public static List<Statement> suggest(String text) {
    if (text.length() > MOST_CHARS) {
      throw new IllegalArgumentException("a text of more than " + MOST_CHARS + " characters");
    }
    return new Suggester(text).statements();
  }

  private List<Statement> statements() {
    List<Statement> statements = new ArrayList<>();
    Optional<String> translation = Optional.empty();
    for (Paragraph paragraph : Paragraph.of(text)) {
      for (Stretch sentence : Sentences.of(text, paragraph.stretch())) {
        Optional<Reading> reading = reading(text, sentence.start(), sentence.end(), usual);
        if (reading.isPresent()) {
          usual = reading.get().lexicon();
          translation = translation.or(() -> translation(reading.get()));
          statements.add(statement(paragraph, sentence, reading.get(), translation));
        }
      }
    }
    return List.copyOf(statements);
  }

  private static Optional<String> translation(Reading reading) {
    return reading.cues(Family.TRANSLATION).stream().findFirst().map(cue -> Chain.words(reading, 0, reading.clauseEnd(cue.to() - 1)));
  }

  private Statement statement(Paragraph paragraph, Stretch sentence, Reading reading, Optional<String> translation) {
    Marking marks = Marking.of(reading);
    Chain chain = Chain.of(reading, paragraph.speaker(), translation);
    Voice voice = chain.reported() && paragraph.voice() == Voice.SPEAKER ? Voice.REPORTED : paragraph.voice();
    boolean rumour = reading.has(Family.HEARSAY) && (reading.has(Family.REJECT) || isStoryOfRumour(reading));
    int start = codePoint(sentence.start());
    return new Statement(start, codePoint(sentence.end()), text.substring(sentence.start(), sentence.end()), voice, chain.source(), chain.links(), marks.type(),
        rumour ? Polarity.DENIED : marks.polarity(), marks.tense(), marks.hedge(), Figures.of(reading), rumour, why(reading));
  }

  /// "They said all day that …": how long it went round is told, and that is over.
  private static boolean isStoryOfRumour(Reading reading) {
    Endings endings = reading.lexicon().endings();
    return reading.has(Family.RUMOUR_STORY)
        && reading.cues(Family.HEARSAY).stream().anyMatch(cue -> reading.words().subList(cue.from(), cue.to()).stream().anyMatch(endings::isPast));
  }

  private static List<Reason> why(Reading reading) {
    return reading.cues().stream().filter(cue -> cue.family() != Family.NUMBER && cue.family() != Family.NO_FIGURE)
        .map(cue -> new Reason(LexiconFormat.name(cue.family()), Chain.words(reading, cue.from(), cue.to()))).toList();
  }

  /// Code points before a place; places are asked for in the order of the text.
  private int codePoint(int at) {
    codePoints += text.codePointCount(counted, at);
    counted = at;
    return codePoints;
  }

  /// The reading of one sentence; empty if no word is in it.
  ///
  /// @param usual the language taken where the sentence does not tell its own
  static Optional<Reading> reading(String text, int from, int to, Lexicon usual) {
    List<Word> words = WordCutter.of(text, from, to);
    return words.isEmpty() ? Optional.empty() : Optional.of(new Reading(Lexicons.of(words, usual), words, isQuestion(text, from, to)));
  }

  /// Whether it ends in a question mark, quotation marks behind it aside.
  private static boolean isQuestion(String text, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      char c = text.charAt(i);
      if (c == '?') {
        return true;
      }
      if ("!)*_»”“\"'.… ".indexOf(c) < 0) {
        return false;
      }
    }
    return false;
  }
}
