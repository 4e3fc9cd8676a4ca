package watchword.core.claim;

import java.util.OptionalDouble;

/// Numbers say the same within an amount, times of day within so many minutes, around midnight too; anything else when it is equal.
///
/// @param amount 0 or more
public record Tolerance(double amount) implements Sameness {

  private static final double DAY_MINUTES = 24 * 60;

  public Tolerance {
    if (!(amount >= 0)) {
      throw new IllegalArgumentException("a tolerance is 0 or more");
    }
  }

  @Override
  public boolean same(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    OptionalDouble minutes = minutes(one);
    OptionalDouble otherMinutes = minutes(other);
    if (minutes.isPresent() && otherMinutes.isPresent()) {
      double apart = Math.abs(minutes.getAsDouble() - otherMinutes.getAsDouble());
      return Math.min(apart, DAY_MINUTES - apart) <= amount;
    }
    OptionalDouble number = number(one);
    OptionalDouble otherNumber = number(other);
    return number.isPresent() && otherNumber.isPresent() && Math.abs(number.getAsDouble() - otherNumber.getAsDouble()) <= amount;
  }

  /// Minutes since midnight of a time written 7:05 or 07:05.
  private static OptionalDouble minutes(String value) {
    int colon = value.indexOf(':');
    if (colon < 1 || colon > 2 || value.length() != colon + 3) {
      return OptionalDouble.empty();
    }
    int time = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (i != colon) {
        if (c < '0' || c > '9') {
          return OptionalDouble.empty();
        }
        time = 10 * time + c - '0';
      }
    }
    int hours = time / 100;
    int minutes = time % 100;
    return hours < 24 && minutes < 60 ? OptionalDouble.of(60.0 * hours + minutes) : OptionalDouble.empty();
  }

  private static OptionalDouble number(String value) {
    boolean digits = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      digits |= c >= '0' && c <= '9';
      boolean sign = c == '-' && i == 0;
      if (!sign && c != '.' && (c < '0' || c > '9')) {
        return OptionalDouble.empty();
      }
    }
    try {
      return digits ? OptionalDouble.of(Double.parseDouble(value)) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
