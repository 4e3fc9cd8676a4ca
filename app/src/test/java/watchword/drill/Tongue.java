package watchword.drill;

import java.util.Set;

/// Tells the language of a drill text by letters that only one of the five has; empty where none stands in it.
final class Tongue {

  private Tongue() {}

  static Set<String> of(String text) {
    if (text.matches("(?s).*[ўЎ].*")) {
      return Set.of("be");
    }
    if (text.matches("(?s).*[їєґЇЄ].*")) {
      return Set.of("uk");
    }
    if (text.matches("(?s).*[ыэё].*") && !text.matches("(?s).*[іІ].*")) {
      return Set.of("ru");
    }
    if (text.matches("(?s).*[ąęłśżźćń].*")) {
      return Set.of("pl");
    }
    return text.matches("(?s).*\\b(the|near|from|and)\\b.*") ? Set.of("en") : Set.of();
  }
}
