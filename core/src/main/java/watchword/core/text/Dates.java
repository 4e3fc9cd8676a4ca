package watchword.core.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds the day a text names in full: "March 20th – 21st 2017", "21 марта 2017", "2017-03-21", "21.03.2017".
///
/// A day without a year is left alone: whether it is of this year nobody knows.
public final class Dates {

  /// The days from the first to the last that a text names as one.
  public record Days(LocalDate first, LocalDate last) {}

  /// Months by the beginnings of their names, folded; January is 1.
  private static final Map<String, Integer> MONTHS = months(
      "januar januari sausi siczn styczn siceni januari январ студзен січен",
      "februar vasari luti lut феврал люты лютага лютого",
      "march mart marzec marc kovo март марта сакавік сакавіка берез",
      "april balandzi kwietn kwieci апрел красавік квітен квітн",
      "may maj maja maya geguz май мая траўн травен травн",
      "june birzeli czerw июн чэрвен червен червн",
      "july liepos lipca lipiec июл ліпен липен липн",
      "august rugpjuci rugpjut sierp август жніўн жнівен серпен серпн",
      "septemb rugsej wrzesi wrzesn сентябр верасн верасен вересн вересен",
      "octob spali pazdzi октябр кастрычнік жовтен жовтн",
      "novemb lapkric listopad ноябр лістапад листопад",
      "decemb gruodz grudz grudn декабр снежан снежн груден грудн");

  private static final int LONGEST = 7;

  private Dates() {}

  /// The first day, or run of days, that the folded tokens name with month and year.
  public static Optional<Days> in(List<String> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      OptionalInt year = year(tokens.get(i));
      if (year.isPresent()) {
        Optional<Days> days = named(tokens, i, year.getAsInt());
        if (days.isPresent()) {
          return days;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Days> named(List<String> tokens, int year, int number) {
    Optional<Days> before = before(tokens, year, number);
    return before.isPresent() ? before : after(tokens, year, number);
  }

  /// Month and day, in either order, with a second day where a run is named.
  private static Optional<Days> before(List<String> tokens, int year, int number) {
    if (year < 2) {
      return Optional.empty();
    }
    String last = tokens.get(year - 1);
    String second = tokens.get(year - 2);
    Optional<String> third = year < 3 ? Optional.empty() : Optional.of(tokens.get(year - 3));
    OptionalInt named = month(last);
    if (named.isPresent()) {
      return days(number, named.getAsInt(), third.map(Dates::day).orElse(OptionalInt.empty()), day(second));
    }
    OptionalInt month = month(second);
    if (month.isPresent()) {
      return days(number, month.getAsInt(), OptionalInt.empty(), day(last));
    }
    OptionalInt early = third.map(Dates::month).orElse(OptionalInt.empty());
    if (early.isPresent()) {
      return days(number, early.getAsInt(), day(second), day(last));
    }
    return last.length() <= 2 && second.length() <= 2 ? days(number, day(last).orElse(0), OptionalInt.empty(), day(second)) : Optional.empty();
  }

  /// Year, month and day in numbers.
  private static Optional<Days> after(List<String> tokens, int year, int number) {
    if (year + 2 >= tokens.size() || tokens.get(year + 1).length() != 2 || tokens.get(year + 2).length() != 2) {
      return Optional.empty();
    }
    return days(number, day(tokens.get(year + 1)).orElse(0), OptionalInt.empty(), day(tokens.get(year + 2)));
  }

  private static Optional<Days> days(int year, int month, OptionalInt first, OptionalInt last) {
    if (last.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate end = LocalDate.of(year, month, last.getAsInt());
      LocalDate start = first.isPresent() && first.getAsInt() < last.getAsInt() ? LocalDate.of(year, month, first.getAsInt()) : end;
      return Optional.of(new Days(start, end));
    } catch (DateTimeException e) {
      return Optional.empty(); // 31 February is a number like any other
    }
  }

  /// 1900 to 2099.
  private static OptionalInt year(String token) {
    boolean year = token.length() == 4 && digits(token, 4) == 4 && (token.startsWith("19") || token.startsWith("20"));
    return year ? OptionalInt.of(Integer.parseInt(token)) : OptionalInt.empty();
  }

  /// "20", "20th": digits, and at most two letters that make them ordinal.
  private static OptionalInt day(String token) {
    int digits = digits(token, 2);
    if (digits == 0 || token.length() - digits > 2) {
      return OptionalInt.empty();
    }
    for (int i = digits; i < token.length(); i++) {
      if (token.charAt(i) < 'a' || token.charAt(i) > 'z') {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.of(Integer.parseInt(token.substring(0, digits)));
  }

  /// How many digits a token begins with, counted up to `most`.
  private static int digits(String token, int most) {
    int digits = 0;
    while (digits < most && digits < token.length() && token.charAt(digits) >= '0' && token.charAt(digits) <= '9') {
      digits++;
    }
    return digits;
  }

  private static OptionalInt month(String token) {
    for (int length = Math.min(LONGEST, token.length()); length >= 3; length--) {
      Integer month = MONTHS.get(token.substring(0, length));
      if (month != null) {
        return OptionalInt.of(month);
      }
    }
    return OptionalInt.empty();
  }

  private static Map<String, Integer> months(String... beginnings) {
    Map<String, Integer> months = new HashMap<>();
    for (int i = 0; i < beginnings.length; i++) {
      for (String folded : Folding.tokens(beginnings[i])) {
        months.put(folded.substring(0, Math.min(LONGEST, folded.length())), i + 1);
      }
    }
    return Map.copyOf(months);
  }
}
