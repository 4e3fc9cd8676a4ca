package watchword.core.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The lexicons that come with these classes, and which of them a text wants.
final class Lexicons {

  static final List<String> LANGUAGES = List.of("be", "en", "lt", "pl", "ru", "uk");

  /// Letters that only these languages have among the six.
  private static final List<String> LETTERS = List.of("ўЎ", "", "ėĖųŲūŪįĮšŠ", "łŁńŃśŚźŹżŻćĆóÓ", "ъЪ", "їЇєЄґҐ");

  /// Letters that a language does not have.
  private static final List<String> NEVER = List.of("иИщЩъЪїЇєЄ", "", "wWłŁńŃśŚźŹżŻćĆóÓ", "vVšŠėĖųŲūŪ", "іІўЎїЇєЄґҐ", "ыЫэЭёЁъЪўЎ");

  private static final Lexicons ALL = new Lexicons(LANGUAGES.stream().map(Lexicons::load).toList());

  private final List<Lexicon> lexicons;

  private Lexicons(List<Lexicon> lexicons) {
    this.lexicons = List.copyOf(lexicons);
  }

  static Lexicon get(String language) {
    return ALL.lexicons.get(LANGUAGES.indexOf(language));
  }

  /// The language a text is most likely in: by its letters, and its commonest words. Empty if nothing tells.
  static Optional<Lexicon> of(List<Word> words) {
    int best = 0;
    Optional<Lexicon> found = Optional.empty();
    for (int i = 0; i < LANGUAGES.size(); i++) {
      int score = score(i, words);
      if (score > best) {
        best = score;
        found = Optional.of(ALL.lexicons.get(i));
      }
    }
    return found;
  }

  private static int score(int language, List<Word> words) {
    int score = 0;
    for (Word word : words) {
      if (word.isDigits()) {
        continue;
      }
      score += script(word) == (language == 0 || language >= 4) ? 1 : -4;
      score += ALL.lexicons.get(language).isCommon(word.key()) ? 3 : 0;
      score += has(word.surface(), LETTERS.get(language)) ? 3 : 0;
      score -= has(word.surface(), NEVER.get(language)) ? 4 : 0;
    }
    return score;
  }

  private static boolean script(Word word) {
    int c = word.surface().codePointAt(0);
    return c >= 0x400 && c < 0x500;
  }

  private static boolean has(String surface, String letters) {
    for (int i = 0; i < letters.length(); i++) {
      if (surface.indexOf(letters.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static Lexicon load(String language) {
    try (InputStream bytes = Lexicons.class.getResourceAsStream(language + ".txt")) {
      if (bytes == null) {
        throw new IllegalStateException("the lexicon " + language + ".txt is missing");
      }
      return LexiconFormat.read(language, new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
