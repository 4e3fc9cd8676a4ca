package watchword.core.assessment;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Whom evidence goes back to, by name: which spellings are one, and which had better be looked at.
public final class OriginName {

  private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

  private static final String QUOTATION_MARKS = "\"'`«»‹›“”„‟‘’‚‛ʼ";

  /// In a shorter name one letter is too much of it to be a slip.
  private static final int SHORTEST = 4;

  /// A longer name is a sentence, in which a letter tells no slip; compared in pairs, hundreds of them would take many seconds.
  private static final int LONGEST = 100;

  private OriginName() {}

  /// Two names that differ little, in their order.
  public record Alike(String one, String other) {}

  /// One spelling of a name: NFKC, case folded, without quotation marks, a blank between words.
  public static String canonical(String name) {
    StringBuilder canonical = new StringBuilder();
    String folded = CASEFOLD.normalize(name);
    boolean blank = false;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (UCharacter.isUWhiteSpace(c)) {
        blank = true;
      } else if (QUOTATION_MARKS.indexOf(c) < 0) {
        canonical.append(blank && !canonical.isEmpty() ? " " : "").appendCodePoint(c);
        blank = false;
      }
    }
    return canonical.toString();
  }

  /// Names that are two, and differ by one letter or by what follows the shorter one. Names with other numbers in them are told apart on purpose, and names of
  /// more than 100 characters are two if they are spelled differently.
  public static List<Alike> alike(Collection<String> names) {
    Map<String, String> spelled = new TreeMap<>();
    names.forEach(name -> spelled.putIfAbsent(canonical(name), name));
    List<String> all = spelled.keySet().stream().filter(name -> name.length() <= LONGEST).toList();
    List<Alike> alike = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        if (differLittle(all.get(i), all.get(j))) {
          alike.add(new Alike(spelled.getOrDefault(all.get(i), ""), spelled.getOrDefault(all.get(j), "")));
        }
      }
    }
    return alike;
  }

  private static boolean differLittle(String one, String other) {
    String shorter = one.length() <= other.length() ? one : other;
    String longer = one.length() <= other.length() ? other : one;
    return shorter.length() >= SHORTEST && (longer.startsWith(shorter) || isOneEdit(shorter, longer)) && numbers(one).equals(numbers(other));
  }

  /// One letter changed, put in or left out.
  private static boolean isOneEdit(String shorter, String longer) {
    int same = 0;
    while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
      same++;
    }
    return longer.length() == shorter.length() ? shorter.substring(same + 1).equals(longer.substring(same + 1))
        : longer.length() == shorter.length() + 1 && shorter.substring(same).equals(longer.substring(same + 1));
  }

  private static String numbers(String name) {
    return name.replaceAll("[^0-9]+", " ").strip();
  }
}
