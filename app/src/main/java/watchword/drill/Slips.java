package watchword.drill;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/// Slips of the thumb: letters swapped, dropped, doubled; capitals left out.
final class Slips {

  /// Short words stay readable: people correct those.
  private static final int SHORTEST = 5;

  private Slips() {}

  static String in(String text, Dice dice) {
    String typed = dice.chance(0.15) ? UCharacter.toLowerCase(ULocale.ROOT, text) : text;
    int slips = dice.chance(0.3) ? dice.between(1, 2) : 0;
    for (int i = 0; i < slips; i++) {
      typed = one(typed, dice);
    }
    return typed;
  }

  private static String one(String text, Dice dice) {
    List<int[]> words = longWords(text);
    if (words.isEmpty()) {
      return text;
    }
    int[] word = dice.pick(words);
    int at = dice.between(word[0] + 1, word[1] - 3);
    char here = text.charAt(at);
    String middle =
        switch (dice.between(0, 2)) {
          case 0 -> "" + text.charAt(at + 1) + here;
          case 1 -> "" + text.charAt(at + 1);
          default -> "" + here + here + text.charAt(at + 1);
        };
    return text.substring(0, at) + middle + text.substring(at + 2);
  }

  /// Beginnings and ends of the words long enough to slip in.
  private static List<int[]> longWords(String text) {
    List<int[]> words = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !UCharacter.isLetter(text.charAt(i))) {
        if (i - from >= SHORTEST) {
          words.add(new int[] {from, i});
        }
        from = i + 1;
      }
    }
    return words;
  }
}
