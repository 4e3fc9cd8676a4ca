package watchword.core.report;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.core.text.Folding;
import watchword.core.text.Foretelling;

/// The one count a text tells: "70 vehicles". Where it tells several numbers that may be counts, it tells none.
final class Counts {

  /// One of anything is mostly the article, or the number of a school.
  private static final int LEAST = 2;

  private static final int MOST = 5_000;

  /// Words that make the number after them a name.
  private static final Set<String> NAMES = words("no", "nr", "номер", "нумар", "№", "трасса", "route", "road",
      "battery", "батарея", "батарэя", "акумулятор", "bateria", "baterija", "заряд", "телефон", "тэлефон", "telefon",
          "phone");

  /// Words that make the number before them a measure.
  private static final Set<String> MEASURES =
      words("km", "км", "m", "м", "mm", "мм", "kg", "кг", "%", "процентов", "percent", "proc", "st", "nd", "rd", "th");

  private Counts() {}

  static OptionalInt in(List<String> tokens) {
    OptionalInt found = OptionalInt.empty();
    for (int i = 0; i < tokens.size(); i++) {
      OptionalInt number = number(tokens.get(i));
      if (number.isPresent() && counts(tokens, i)) {
        if (found.isPresent() && found.getAsInt() != number.getAsInt()) {
          return OptionalInt.empty();
        }
        found = number;
      }
    }
    return found;
  }

  private static boolean counts(List<String> tokens, int at) {
    String token = tokens.get(at);
    boolean clock = (at > 0 && Foretelling.isClock(tokens.get(at - 1), token))
        || (at + 1 < tokens.size() && Foretelling.isClock(token, tokens.get(at + 1)));
    boolean year = token.length() == 4 && (token.startsWith("19") || token.startsWith("20"));
    boolean named = at > 0 && NAMES.contains(tokens.get(at - 1));
    boolean measured = at + 1 < tokens.size() && MEASURES.contains(tokens.get(at + 1));
    return !clock && !year && !named && !measured && !ToldTime.isTime(tokens, at);
  }

  private static OptionalInt number(String token) {
    OptionalInt number = ToldTime.number(token);
    return number.isPresent() && number.getAsInt() >= LEAST && number.getAsInt() <= MOST ? number : OptionalInt.empty();
  }

  private static Set<String> words(String... words) {
    return Stream.of(words).flatMap(word -> Folding.tokens(word).stream()).collect(Collectors.toUnmodifiableSet());
  }
}
