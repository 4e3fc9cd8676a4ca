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

  /// A clock time must lie so far ahead of the report to be a claim; nearer ones are now.
  private static final int AHEAD_MINUTES = 30;

  private static final int DAY_MINUTES = 24 * 60;

  private Foretelling() {}

  /// Whether the tokens name a clock time of the same day well after `minuteOfDay`: "Attack at 22:00", sent at five.
  ///
  /// @param minuteOfDay when the report came, by the clock of the people who wrote it
  public static boolean ahead(List<String> tokens, int minuteOfDay) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (isClock(tokens.get(i), tokens.get(i + 1))) {
        int claimed = 60 * Integer.parseInt(tokens.get(i)) + Integer.parseInt(tokens.get(i + 1));
        if (claimed > minuteOfDay + AHEAD_MINUTES && claimed <= DAY_MINUTES) {
          return true;
        }
      }
    }
    return false;
  }

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

  /// Whether two tokens are a clock time: "21:00" folds to 21 and 00.
  public static boolean isClock(String hour, String minute) {
    boolean clock = hour.length() <= 2 && minute.length() == 2 && isDigits(hour) && isDigits(minute);
    return clock && Integer.parseInt(hour) <= 24 && minute.charAt(0) <= '5';
  }

  private static boolean isDigits(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) < '0' || token.charAt(i) > '9') {
        return false;
      }
    }
    return !token.isEmpty();
  }

  private static Set<String> keys(String... words) {
    return Stream.of(words).map(Folding::tokens).filter(tokens -> tokens.size() == 1).map(List::getFirst).collect(Collectors.toUnmodifiableSet());
  }
}
