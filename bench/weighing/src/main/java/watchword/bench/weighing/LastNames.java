package watchword.bench.weighing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The last names in a shop's line of authors.
final class LastNames {

  private static final Pattern ROLES = Pattern.compile(
      "(?:by )?\\((?:author|editor|joint author|contributor|foreword)[^)]*\\)|\\bph\\.? ?d\\.?|\\bm\\.d\\.|\\bet"
          + " al\\.?|\\betc\\b|not available");
  /// Names that run into each other, `DorisDwyer`, and what HTML left.
  private static final Pattern RUN_TOGETHER =
      Pattern.compile("(?<=\\p{Ll}{3})(?=\\p{Lu}\\p{Ll}{2})|&(?:lt|gt|amp|quot|#\\d+);?");

  private static final Pattern PARTED = Pattern.compile("[;/&]|\\band\\b|\\bwith\\b|\\|");
  private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "inc");
  private static final Set<String> PARTICLES = Set.of("van", "von", "de", "der", "den", "la", "le", "di", "da", "mc");
  /// Longer first pieces are a whole name, not a last name.
  private static final int LAST_NAME_WORDS = 1;

  private LastNames() {}

  static Set<String> plain(String line) {
    Set<String> names = new TreeSet<>();
    for (String person : line.toLowerCase(Locale.ROOT).split(";", -1)) {
      int comma = person.indexOf(',');
      add(names, comma >= 0 ? person.substring(0, comma) : lastWord(person));
    }
    return names;
  }

  static Set<String> careful(String line) {
    Set<String> names = new TreeSet<>();
    String clean = ROLES.matcher(RUN_TOGETHER.matcher(line).replaceAll(" ; ").toLowerCase(Locale.ROOT))
        .replaceAll(" ; ");
    for (String part : PARTED.split(clean, -1)) {
      List<String> pieces = new ArrayList<>();
      for (String piece : part.split(",", -1)) {
        if (!letters(piece).isEmpty() && !SUFFIXES.contains(letters(piece))) {
          pieces.add(piece.strip());
        }
      }
      boolean lastFirst = pieces.size() > 1 && words(pieces.getFirst()) <= LAST_NAME_WORDS;
      for (int i = 0; i < pieces.size(); i += lastFirst ? 2 : 1) {
        add(names, lastFirst ? pieces.get(i) : lastWord(pieces.get(i)));
      }
    }
    return names;
  }

  /// Particles belong to the name and count for no word of their own.
  private static int words(String piece) {
    return (int) Arrays.stream(piece.split("\\s+", -1)).filter(word -> !word.isBlank() && !PARTICLES.contains(word))
        .count();
  }

  private static String lastWord(String name) {
    List<String> words = Arrays.stream(name.strip().split("\\s+", -1))
        .filter(word -> !SUFFIXES.contains(letters(word))).toList();
    return words.isEmpty() ? "" : words.getLast();
  }

  private static void add(Set<String> names, String name) {
    String letters = letters(name);
    if (letters.length() > 1) {
      names.add(letters);
    }
  }

  private static String letters(String name) {
    return name.replaceAll("[^\\p{L}]", "");
  }
}
