package watchword.core.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.core.text.Folding;

/// Finds names one slip of the thumb away: a letter dropped, doubled, changed, or two swapped.
///
/// Both sides with each letter left out in turn meet where they are one slip apart, so a lookup costs as many tries
/// as a word has letters. A slip is read only where a place is due: after a word such as "near".
///
/// @param <T> what a name stands for
final class Misspelling<T> {

  /// A shorter stem is one slip from too many words.
  private static final int LEAST_STEM = 5;

  private static final Set<String> PLACE_FOLLOWS = Stream.of(
          "near", "by", "at", "in", "from", "around", "outside", "of", "past",
          "у", "ў", "каля", "ля", "пад", "ад", "міма", "раён", "раёне", "ваколіцы", "праз",
          "в", "во", "возле", "около", "под", "от", "мимо", "район", "районе", "окрестности", "через",
          "біля", "коло", "під", "від", "повз", "районі", "околиці", "до",
          "w", "we", "koło", "pod", "od", "obok", "okolice", "okolicach", "przy", "do",
          "prie", "netoli", "ties", "apie")
      .map(Folding::key).collect(Collectors.toUnmodifiableSet());

  private final Map<String, List<Entry<T>>> byShortened = new HashMap<>();

  private record Entry<T>(String stem, T meaning) {}

  /// Adds a name of one token.
  void add(String name, T meaning) {
    for (String stem : Declension.stems(name)) {
      if (stem.length() >= LEAST_STEM) {
        Entry<T> entry = new Entry<>(stem, meaning);
        shortened(stem).forEach(key -> byShortened.computeIfAbsent(key, k -> new ArrayList<>(1)).add(entry));
      }
    }
  }

  /// What the token may be meant for; none where no place is due.
  List<T> of(List<String> tokens, int at) {
    String token = tokens.get(at);
    if (!due(tokens, at) || EverydayWords.containForm(token)) {
      return List.of();
    }
    Set<T> found = new LinkedHashSet<>();
    for (String stem : Declension.stemsOf(token)) {
      if (stem.length() >= LEAST_STEM) {
        for (String key : shortened(stem)) {
          byShortened.getOrDefault(key, List.of()).stream().filter(entry -> oneSlip(entry.stem, stem))
              .forEach(entry -> found.add(entry.meaning));
        }
      }
    }
    return List.copyOf(found);
  }

  /// Whether the word before says that a place comes.
  static boolean due(List<String> tokens, int at) {
    return at > 0 && PLACE_FOLLOWS.contains(tokens.get(at - 1));
  }

  /// The word, and the word with each letter left out.
  private static Set<String> shortened(String word) {
    Set<String> all = new LinkedHashSet<>();
    all.add(word);
    for (int i = 0; i < word.length(); i++) {
      all.add(word.substring(0, i) + word.substring(i + 1));
    }
    return all;
  }

  /// Whether two words differ by one letter dropped or changed, or by two swapped.
  static boolean oneSlip(String a, String b) {
    String longer = a.length() >= b.length() ? a : b;
    String shorter = longer.equals(a) ? b : a;
    int same = 0;
    while (same < shorter.length() && longer.charAt(same) == shorter.charAt(same)) {
      same++;
    }
    if (longer.length() == shorter.length()) {
      boolean changed = same < longer.length() && longer.substring(same + 1).equals(shorter.substring(same + 1));
      return changed || swapped(longer, shorter, same);
    }
    return longer.length() == shorter.length() + 1 && longer.substring(same + 1).equals(shorter.substring(same));
  }

  private static boolean swapped(String a, String b, int at) {
    return at + 1 < a.length() && a.charAt(at) == b.charAt(at + 1) && a.charAt(at + 1) == b.charAt(at)
        && a.substring(at + 2).equals(b.substring(at + 2));
  }
}
