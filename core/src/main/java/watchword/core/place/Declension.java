package watchword.core.place;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import watchword.core.text.Folding;

/// Forms of a name: the same stem under another ending of the six languages.
///
/// Works on folded tokens, so one table serves Latin and Cyrillic. It tells stems alone; a stem that two names share is the gazetteer's to settle.
final class Declension {

  /// A stem of fewer letters is that of too many words.
  private static final int LEAST_STEM = 4;

  /// Short names may still change one vowel for a case ending: "Лида", "в Лиде".
  private static final int LEAST_SHORT_STEM = 3;

  /// What a name in its first case may end in, beside its last vowel: Lithuanian.
  private static final Set<String> FIRST_CASE = Set.of("as", "is", "us", "os", "ai", "iai");

  /// Cases of nouns and adjectives in Belarusian, Russian, Ukrainian, Polish and Lithuanian, and the English s. Unfolded, for the reader.
  private static final Set<String> ENDINGS = Stream.of(
          // Belarusian, Russian, Ukrainian
          "а", "у", "е", "и", "ю", "я", "о", "ой", "ою", "ей", "ею", "ом", "ем", "ам", "ям", "ах", "ях", "ами", "ями", "ов", "ев", "ів",
          "ові", "еві", "єві", "ым", "ым", "ом", "ого", "ому", "ое", "ая", "ую", "ий", "ых", "ыми", "ай", "аю", "ію", "ії", "ією", "ам", "оў", "яў", "аў",
          // Polish
          "a", "u", "y", "ie", "em", "iem", "owi", "ów", "ach", "ami", "om", "ą", "ę", "ej", "ego", "emu", "ym", "ych", "ich", "ii", "o",
          // Lithuanian
          "as", "is", "us", "os", "aus", "e", "ė", "ui", "iui", "į", "ų", "je", "uje", "yje", "ėje", "oje", "ioje", "uose", "iuose", "ose", "iose", "ai",
          "iai", "ems", "oms", "ims", "iu", "iumi", "umi", "io", "ės", "ių",
          // English
          "s")
      .map(Folding::key)
      .filter(ending -> !ending.isEmpty())
      .collect(Collectors.toUnmodifiableSet());

  private static final int LONGEST_ENDING = ENDINGS.stream().mapToInt(String::length).max().orElse(0);

  private Declension() {}

  /// The stems under which forms of a name are found; none where the name is too short to have any.
  static Set<String> stems(String name) {
    Set<String> stems = new LinkedHashSet<>();
    int length = name.length();
    int stem = endsInVowel(name) ? length - 1 : length;
    if (stem >= (endsInVowel(name) ? LEAST_SHORT_STEM : LEAST_STEM)) {
      stems.add(name.substring(0, stem));
    }
    for (String ending : FIRST_CASE) {
      if (name.endsWith(ending) && length - ending.length() >= LEAST_STEM) {
        stems.add(name.substring(0, length - ending.length()));
      }
    }
    Set<String> softened = new LinkedHashSet<>();
    for (String one : stems) {
      soften(one).ifPresent(softened::add);
    }
    stems.addAll(softened);
    return stems;
  }

  /// The stems a token may be a form of, the longest first; itself where it is long enough to be one without an ending.
  static Set<String> stemsOf(String token) {
    Set<String> stems = new LinkedHashSet<>();
    if (token.length() >= LEAST_STEM) {
      stems.add(token);
    }
    for (int ending = 1; ending <= LONGEST_ENDING && token.length() - ending >= LEAST_SHORT_STEM; ending++) {
      int stem = token.length() - ending;
      // A stem this short takes an ending of a letter or two, no more: "лидер" is not a form of "Лида".
      if (ENDINGS.contains(token.substring(stem)) && (stem >= LEAST_STEM || ending <= 2)) {
        stems.add(token.substring(0, stem));
      }
    }
    return stems;
  }

  /// Whether a token is the name or a form of it.
  static boolean form(String name, String token) {
    if (name.equals(token)) {
      return true;
    }
    Set<String> stems = stems(name);
    return stemsOf(token).stream().anyMatch(stems::contains);
  }

  /// Whether tokens are a name of as many words, each in some form.
  static boolean forms(List<String> name, List<String> tokens) {
    return name.size() == tokens.size() && IntStream.range(0, name.size()).allMatch(k -> form(name.get(k), tokens.get(k)));
  }

  /// Belarusian softens a last т to ц and д to дз before е: "Брэст", "у Брэсце".
  private static Optional<String> soften(String stem) {
    String body = stem.substring(0, stem.length() - 1);
    return switch (stem.charAt(stem.length() - 1)) {
      case 't' -> Optional.of(body + "c");
      case 'd' -> Optional.of(body + "dz");
      default -> Optional.empty();
    };
  }

  private static boolean endsInVowel(String name) {
    return "aeiou".indexOf(name.charAt(name.length() - 1)) >= 0;
  }
}
