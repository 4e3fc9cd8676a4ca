package watchword.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import watchword.core.time.Span;

/// Says moments as the desk reads them: `22 Nov 2026 16:40 GMT+3`.
record DeskTime(ZoneId zone) {

  static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("O", Locale.ENGLISH);
  private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ENGLISH);

  String moment(Instant instant) {
    return DATE.format(instant.atZone(zone)) + " " + time(instant) + " " + OFFSET.format(instant.atZone(zone));
  }

  /// `22 Nov 2026`
  static String day(LocalDate day) {
    return DATE.format(day);
  }

  String time(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }

  /// The time, with its date where that is not the day of `now`.
  String near(Instant instant, Instant now) {
    return sameDay(instant, now) ? time(instant) : DATE.format(instant.atZone(zone)) + " " + time(instant);
  }

  /// `16:40–17:10`, with dates where they are not the day of `now`.
  String span(Span span, Instant now) {
    if (time(span.earliest()).equals(time(span.latest())) && sameDay(span.earliest(), span.latest())) {
      return near(span.earliest(), now);
    }
    String to = sameDay(span.earliest(), span.latest()) ? time(span.latest()) : near(span.latest(), now);
    return near(span.earliest(), now) + "–" + to;
  }

  /// The value of a `datetime-local` field.
  String field(Instant instant) {
    return FIELD.format(instant.atZone(zone));
  }

  /// `18 min`, `3 h 20 min`, `2 days`.
  static String length(Duration duration) {
    long minutes = Math.max(1, (duration.toSeconds() + 59) / 60);
    if (minutes < 60) {
      return minutes + " min";
    }
    if (minutes < 48 * 60) {
      return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
    return minutes / (24 * 60) + " days";
  }

  private boolean sameDay(Instant one, Instant other) {
    return one.atZone(zone).toLocalDate().equals(other.atZone(zone).toLocalDate());
  }
}
