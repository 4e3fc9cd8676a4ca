package watchword.core.text;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells whether a text claims something for a later hour: "attack tonight at 21:00".
///
/// A clock time or a span ("within two days") and a word of the future must stand in one text. Small on purpose: it raises a flag and bars
/// UNCONFIRMED, it never lowers a probability.
public final class Foretelling {

  private static final Set<String> FUTURE =
      keys(
          "tonight", "tomorrow", "will", "soon", "going to", "expected", "planned", "upcoming",
          "завтра", "сегодня ночью", "ночью", "вечером", "будет", "будут", "начнут", "начнется", "готовится", "готовят", "ожидается", "скоро",
          "заўтра", "уначы", "увечары", "будзе", "будуць", "пачнуць", "пачнецца", "рыхтуецца", "рыхтуюць", "чакаецца", "хутка",
          "вночі", "ввечері", "увечері", "буде", "будуть", "почнуть", "почнеться", "готується", "готують", "очікується", "скоро",
          "jutro", "wieczorem", "noca", "bedzie", "beda", "zaczna", "zacznie", "planowany", "planuja", "szykuja", "wkrotce", "rano");

  private static final Set<String> SPAN =
      keys("hours", "hour", "days", "часов", "часа", "дней", "дня", "гадзін", "гадзіны", "дзён", "годин", "години", "днів", "godzin", "godziny", "dni", "pm", "am");

  private Foretelling() {}

  /// Reads the folded tokens of a text.
  public static boolean in(List<String> tokens) {
    boolean future = false;
    boolean hour = false;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      future |= FUTURE.contains(token);
      hour |= SPAN.contains(token) || (i + 1 < tokens.size() && isClock(token, tokens.get(i + 1)));
    }
    return future && hour;
  }

  /// "21:00" folds to the tokens 21 and 00.
  private static boolean isClock(String hour, String minute) {
    return hour.matches("[01]?[0-9]|2[0-4]") && minute.matches("[0-5][0-9]");
  }

  private static Set<String> keys(String... words) {
    return Stream.of(words).map(Folding::tokens).filter(tokens -> tokens.size() == 1).map(List::getFirst).collect(Collectors.toUnmodifiableSet());
  }
}
