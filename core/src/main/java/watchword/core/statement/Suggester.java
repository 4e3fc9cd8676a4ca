package watchword.core.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Suggests the statements of a text.
public final class Suggester {

  /// A longer text is refused: ten books, and a minute of work.
  public static final int MOST_CHARS = 8_000_000;

  private static final String DEFAULT = "en";

  private final String text;
  private final List<Post> posts;
  private int begun;
  private Lexicon usual = Lexicons.get(DEFAULT);
  private Optional<String> translation = Optional.empty();
  private int counted;
  private int codePoints;

  private Suggester(String text, List<Post> posts) {
    this.text = text;
    this.posts = List.copyOf(posts);
  }

  /// One suggestion a sentence, in the order of the text.
  ///
  /// @throws IllegalArgumentException if the text is longer than [#MOST_CHARS]
  public static List<Statement> suggest(String text) {
    return suggest(text, List.of(), more -> {});
  }

  /// One suggestion a sentence, in the order of the text.
  ///
  /// @param posts that it is made of, in its order; none where it is no chat
  /// @param read hears how many chars more have been read
  /// @throws IllegalArgumentException if the text is longer than [#MOST_CHARS]
  public static List<Statement> suggest(String text, List<Post> posts, IntConsumer read) {
    if (text.length() > MOST_CHARS) {
      throw new IllegalArgumentException("a text of more than " + MOST_CHARS + " characters");
    }
    return new Suggester(text, posts).statements(read);
  }

  /// Words of a note such as "Translated from Lithuanian by the desk".
  private static final int MOST_NOTE = 8;

  private List<Statement> statements(IntConsumer read) {
    List<Statement> statements = new ArrayList<>();
    int told = 0;
    for (Paragraph paragraph : Paragraph.of(text)) {
      begin(paragraph.stretch().start());
      for (Stretch stretch : Sentences.of(text, paragraph.stretch())) {
        sentence(text, stretch.start(), stretch.end(), usual).ifPresent(sentence -> statements.add(statement(paragraph, stretch, sentence)));
        read.accept(stretch.end() - told);
        told = stretch.end();
      }
    }
    read.accept(text.length() - told);
    return List.copyOf(statements);
  }

  /// Begins the posts that begin up to a place; a note in one says nothing of the next.
  private void begin(int at) {
    while (begun < posts.size() && posts.get(begun).start() <= at) {
      begun++;
      translation = Optional.empty();
    }
  }

  private Statement statement(Paragraph paragraph, Stretch stretch, Sentence sentence) {
    usual = sentence.lexicon();
    Optional<Cue> cue = translation(sentence);
    Optional<String> told = cue.map(one -> Chain.words(sentence, 0, sentence.clauseEnd(one.to() - 1)));
    if (cue.isPresent() && isNote(sentence, cue.get())) {
      translation = told;
    }
    Optional<Post> post = begun == 0 ? Optional.empty() : Optional.of(posts.get(begun - 1));
    return statement(paragraph.voice(), stretch, sentence, Chain.of(sentence, post, paragraph.speaker(), told.or(() -> translation)));
  }

  /// A translation that a sentence tells of: at its beginning, or in words that mean nothing else; one word amid others may be a transfer of money.
  private static Optional<Cue> translation(Sentence sentence) {
    return sentence.cues(Family.TRANSLATION).stream().filter(cue -> cue.from() == 0 || cue.to() - cue.from() > 1).findFirst();
  }

  /// Whether a translation is told of in a note of its own, for all that follows, and not of this sentence alone.
  private static boolean isNote(Sentence sentence, Cue cue) {
    return cue.from() == 0 && sentence.words().size() <= MOST_NOTE;
  }

  private Statement statement(Voice setOut, Stretch stretch, Sentence sentence, Chain chain) {
    Marking marks = Marking.of(sentence);
    Voice voice = chain.reported() && setOut == Voice.SPEAKER ? Voice.REPORTED : setOut;
    boolean rumour = sentence.has(Family.HEARSAY) && (sentence.has(Family.REJECT) || isStoryOfRumour(sentence));
    int start = codePoint(stretch.start());
    return new Statement(start, codePoint(stretch.end()), text.substring(stretch.start(), stretch.end()), voice, chain.source(), chain.links(), chain.origin(), marks.type(),
        rumour ? Polarity.DENIED : marks.polarity(), marks.tense(), marks.hedge(), Figures.of(sentence), rumour, sentence.lexicon().language(), why(sentence));
  }

  /// "They said all day that …": how long it went round is told, and that is over.
  private static boolean isStoryOfRumour(Sentence sentence) {
    Endings endings = sentence.lexicon().endings();
    return sentence.has(Family.RUMOUR_STORY)
        && sentence.cues(Family.HEARSAY).stream().anyMatch(cue -> sentence.words().subList(cue.from(), cue.to()).stream().anyMatch(endings::isPast));
  }

  private static List<Reason> why(Sentence sentence) {
    return sentence.cues().stream().filter(cue -> cue.family() != Family.NUMBER && cue.family() != Family.NO_FIGURE)
        .map(cue -> new Reason(LexiconFormat.name(cue.family()), Chain.words(sentence, cue.from(), cue.to()))).toList();
  }

  /// Code points before a place; places are asked for in the order of the text.
  private int codePoint(int at) {
    codePoints += text.codePointCount(counted, at);
    counted = at;
    return codePoints;
  }

  /// A stretch read as a sentence; empty if no word is in it.
  ///
  /// @param usual the language taken where the words do not tell their own
  static Optional<Sentence> sentence(String text, int from, int to, Lexicon usual) {
    List<Word> words = WordCutter.of(text, from, to);
    return words.isEmpty() ? Optional.empty() : Optional.of(new Sentence(Lexicons.of(words, usual), words, isQuestion(text, from, to)));
  }

  /// Whether it ends in a question mark, quotation marks behind it aside.
  static boolean isQuestion(String text, int from, int to) {
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
