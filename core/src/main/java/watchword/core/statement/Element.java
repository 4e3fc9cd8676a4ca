package watchword.core.statement;

import java.util.List;

/// One place of a cue's pattern.
sealed interface Element {

  /// The beginning of a sentence, or of what follows `;`, `:` or a dash; filling words may stand before it.
  record Start() implements Element {}

  /// A comma or something stronger.
  record Break() implements Element {}

  record Dash() implements Element {}

  /// Words of one clause, from none up to `most`.
  record Gap(int most) implements Element {}

  /// Any one word.
  record Any() implements Element {}

  /// A word of several.
  record OneOf(List<Spelling> spellings) implements Element {
    public OneOf {
      spellings = List.copyOf(spellings);
    }

    boolean fits(Word word) {
      for (Spelling spelling : spellings) {
        if (spelling.fits(word.key())) {
          return true;
        }
      }
      return false;
    }
  }

  /// How a word is spelled, folded; with a `*` it may go on there.
  record Spelling(String begin, String end, boolean whole) {
    boolean fits(String key) {
      return whole ? key.equals(begin) : key.length() >= begin.length() + end.length() && key.startsWith(begin) && key.endsWith(end);
    }
  }
}
