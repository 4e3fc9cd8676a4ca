package watchword.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as a desk tells them to its members, in its own zone.
final class Times {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM HH:mm", Locale.ENGLISH);

  private Times() {}

  /// Of the last days: "22 November 10:05".
  static String minute(Instant time, ZoneOffset zone) {
    return MINUTE.format(time.atOffset(zone));
  }
}
