package watchword.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import watchword.core.time.Span;

/// Reads times: `2016-01-02`, `2016-01-02T10:00`, with seconds, with `Z` or an offset; `02/01/2016 10:00`, the day first.
///
/// A date without a time is the whole day. A time without an offset is local to the zone. A number of ten digits counts seconds since 1970, one of thirteen
/// milliseconds. The first day of 1970 is refused: it stands where a device or a table knew no time, and such rows would all meet there.
final class Times {

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9})\\d*)?)? ?(Z|[+-]\\d\\d(?::?\\d\\d)?)?)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?: (\\d{1,2}):(\\d\\d)(?::(\\d\\d))?)?");

  private static final Pattern UNIX = Pattern.compile("\\d{10}(?:\\d{3})?");

  private static final LocalDate UNSET = LocalDate.EPOCH;

  private final ZoneId zone;
  private final Instant now;
  private boolean local;
  private long ahead;

  /// @param now what begins later is counted as ahead
  Times(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /// How many times so far were in the future.
  long ahead() {
    return ahead;
  }

  /// Whether any time so far had no offset.
  boolean sawLocal() {
    return local;
  }

  Span span(Optional<String> time, Optional<String> end) throws RowFault {
    if (time.isEmpty()) {
      throw new RowFault("the time is missing");
    }
    Span from = span(time.get(), "the time");
    if (from.earliest().atOffset(ZoneOffset.UTC).toLocalDate().equals(UNSET) || from.earliest().atZone(zone).toLocalDate().equals(UNSET)) {
      throw new RowFault("the time is 1970-01-01, which stands where none was known");
    }
    ahead += from.earliest().isAfter(now) ? 1 : 0;
    if (end.isEmpty()) {
      return from;
    }
    Span to = span(end.get(), "the end");
    if (to.latest().isBefore(from.earliest())) {
      throw new RowFault("the end is before the time");
    }
    return from.union(to);
  }

  private Span span(String cell, String what) throws RowFault {
    Matcher iso = ISO.matcher(cell);
    Matcher dayFirst = DAY_FIRST.matcher(cell);
    if (UNIX.matcher(cell).matches()) {
      long number = Long.parseLong(cell);
      return Span.at(cell.length() == 10 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
    }
    try {
      if (iso.matches()) {
        LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
        return iso.group(4) == null ? wholeDay(day) : Span.at(instant(day.atTime(time(iso).plusNanos(nanos(iso.group(7)))), Optional.ofNullable(iso.group(8))));
      }
      if (dayFirst.matches()) {
        LocalDate day = LocalDate.of(number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1));
        return dayFirst.group(4) == null ? wholeDay(day) : Span.at(instant(day.atTime(time(dayFirst)), Optional.empty()));
      }
    } catch (DateTimeException e) {
      throw new RowFault(what + " is not in the calendar");
    }
    throw new RowFault(what + " is not a time such as 2016-01-02, 2016-01-02T10:00Z or 02/01/2016 10:00");
  }

  private static LocalTime time(Matcher matcher) {
    return LocalTime.of(number(matcher, 4), number(matcher, 5), matcher.group(6) == null ? 0 : number(matcher, 6));
  }

  private Span wholeDay(LocalDate day) {
    local = true;
    // Ends a second early, so that two days in a row do not touch.
    return new Span(day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1));
  }

  private Instant instant(LocalDateTime time, Optional<String> offset) {
    if (offset.isEmpty()) {
      local = true;
      return time.atZone(zone).toInstant();
    }
    return time.toInstant(ZoneOffset.of(offset.get()));
  }

  private static long nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Long.parseLong((fraction + "000000000").substring(0, 9));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(String.valueOf(matcher.group(group)));
  }
}
