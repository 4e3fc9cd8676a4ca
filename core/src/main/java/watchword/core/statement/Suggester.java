package watchword.core.statement;

import java.util.List;
import java.util.Optional;

/// Suggests statements.
final class Suggester {

  private Suggester() {}

  /// The reading of one sentence; empty if no word is in it.
  ///
  /// @param usual the language taken where the sentence does not tell its own
  static Optional<Reading> reading(String text, int from, int to, Lexicon usual) {
    List<Word> words = Words.of(text, from, to);
    return words.isEmpty() ? Optional.empty() : Optional.of(new Reading(Lexicons.of(words).orElse(usual), words, isQuestion(text, from, to)));
  }

  /// Whether it ends in a question mark, quotation marks behind it aside.
  private static boolean isQuestion(String text, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      char c = text.charAt(i);
      if (c == '?') {
        return true;
      }
      if ("!)»”“\"'.… ".indexOf(c) < 0) {
        return false;
      }
    }
    return false;
  }
}
