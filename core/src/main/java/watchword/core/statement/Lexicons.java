package watchword.core.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// The lexicons that come with these classes, and which of them a text wants.
final class Lexicons {

  static final List<String> LANGUAGES = List.of("be", "en", "lt", "pl", "ru", "uk");

  /// Letters that tell one of these languages from most others.
  private static final List<List<String>> LETTERS = split("ў", "", "ė ų ū į š ą ę", "ł ń ś ź ż ć ó ą ę", "ъ тся", "ї є ґ ння");

  /// Letters that a language does not have; `$` is the end of a word.
  private static final List<List<String>> NEVER = split("и щ ъ ї є ґ ть дь рь в$", "ą ę ė ų ū į š č ž ł ń ś ź ż ć ó", "w ł ń ś ź ż ć ó q x", "v š ė ų ū į č ž q x", "і ў ї є ґ", "ы э ё ъ ў");

  private static final Lexicons ALL = new Lexicons(LANGUAGES.stream().map(Lexicons::load).toList());

  private final List<Lexicon> lexicons;

  private Lexicons(List<Lexicon> lexicons) {
    this.lexicons = List.copyOf(lexicons);
  }

  static Lexicon get(String language) {
    return ALL.lexicons.get(LANGUAGES.indexOf(language));
  }

  static List<Lexicon> all() {
    return ALL.lexicons;
  }

  /// The language a text is most likely in, by its letters and its commonest words.
  ///
  /// @param usual the one taken where others are no likelier
  static Lexicon of(List<Word> words, Lexicon usual) {
    int best = score(LANGUAGES.indexOf(usual.language()), words);
    Lexicon found = usual;
    for (int i = 0; i < LANGUAGES.size(); i++) {
      int score = score(i, words);
      if (score > best) {
        best = score;
        found = ALL.lexicons.get(i);
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
      score += has(word.plain(), LETTERS.get(language)) ? 3 : 0;
      score -= has(word.plain(), NEVER.get(language)) ? 4 : 0;
    }
    return score;
  }

  private static boolean script(Word word) {
    int c = word.surface().codePointAt(0);
    return c >= 0x400 && c < 0x500;
  }

  private static boolean has(String word, List<String> letters) {
    String whole = word + "$";
    for (String letter : letters) {
      if (whole.contains(letter)) {
        return true;
      }
    }
    return false;
  }

  private static List<List<String>> split(String... lists) {
    return Stream.of(lists).map(list -> list.isEmpty() ? List.<String>of() : List.of(list.split(" ", -1))).toList();
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
