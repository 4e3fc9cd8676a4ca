package watchword.core.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import watchword.core.text.Foretelling;
import watchword.core.time.Span;

/// The time a text tells, where its sender gave no more than an hour: "at 14:30", "about an hour ago", "last night".
///
/// What is said relatively only narrows what the sender stated. A clock time may also move it by the hour that people
/// slip by when they fill in a form. Whatever follows from the minute of arrival is kept to the quarter of an hour:
/// the minute is nobody's business later.
final class ToldTime {

  /// A sender who states a shorter span has looked at a clock.
  private static final Duration EXACT = Duration.ofMinutes(20);

  /// So far a stated hour may be off against a clock time in the same report.
  private static final Duration SLIP = Duration.ofMinutes(75);

  /// A clock time is read to five minutes.
  private static final Duration CLOCK_EITHER_WAY = Duration.ofMinutes(5);

  /// "Around five" is told from half past four to a quarter to six.
  private static final Duration ABOUT_BEFORE = Duration.ofMinutes(30);

  private static final Duration ABOUT_AFTER = Duration.ofMinutes(45);

  /// "Now" was while it was written and sent.
  private static final Duration NOW = Duration.ofMinutes(20);

  /// "Forty minutes ago" is right to a quarter, and to what writing takes.
  private static final int AGO_SHARE = 4;

  private static final Duration WRITING = Duration.ofMinutes(10);

  private static final Duration QUARTER = Duration.ofMinutes(15);

  /// Words between a length of time and its "ago".
  private static final int AGO_WINDOW = 3;

  private static final int LONGEST_PHRASE = 3;

  private static final int MOST_HOURS = 24;

  private final List<String> tokens;
  private final Span stated;
  private final Instant received;
  private final ZoneOffset zone;

  private ToldTime(List<String> tokens, Span stated, Instant received, ZoneOffset zone) {
    this.tokens = tokens;
    this.stated = stated;
    this.received = received;
    this.zone = zone;
  }

  /// When it was, as far as the statement, the words and the arrival tell together.
  static Span of(List<String> tokens, Span stated, Instant received, ZoneOffset zone) {
    ToldTime told = new ToldTime(tokens, stated, received, zone);
    if (stated.length().compareTo(EXACT) <= 0) {
      return stated;
    }
    Optional<Span> clock = told.clock();
    if (clock.isPresent()) {
      return clock.get();
    }
    Span before = told.within(stated, new Span(Instant.MIN, quarterAfter(received)));
    for (Optional<Span> words : List.of(told.ago(), told.about(), told.now(), told.partOfDay())) {
      if (words.isPresent()) {
        return told.within(before, words.get());
      }
    }
    return before;
  }

  /// A claim about a later hour is of the time when it was made, whatever hour its sender filed it under.
  static Span ofClaim(Span stated, Instant received) {
    return stated.earliest().isAfter(received) ? new Span(quarterBefore(received), quarterAfter(received)) : stated;
  }

  private Span within(Span span, Span bounds) {
    Instant from = span.earliest().isAfter(bounds.earliest()) ? span.earliest() : bounds.earliest();
    Instant to = span.latest().isBefore(bounds.latest()) ? span.latest() : bounds.latest();
    return to.isBefore(from) ? span : new Span(from, to);
  }

  /// "16:35": on the day that brings it nearest to what was stated.
  private Optional<Span> clock() {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      boolean date = i + 2 < tokens.size() && tokens.get(i + 2).length() == 4 && number(tokens.get(i + 2)).isPresent();
      if (!date && Foretelling.isClock(tokens.get(i), tokens.get(i + 1))) {
        int minute = 60 * Integer.parseInt(tokens.get(i)) + Integer.parseInt(tokens.get(i + 1));
        Instant at = nearest(minute);
        Span span = new Span(at.minus(CLOCK_EITHER_WAY), at.plus(CLOCK_EITHER_WAY));
        if (stated.gap(span).compareTo(SLIP) <= 0 && !span.earliest().isAfter(received)) {
          return Optional.of(span);
        }
      }
    }
    return Optional.empty();
  }

  /// "Around 16", "shortly after 16".
  private Optional<Span> about() {
    for (int i = 1; i < tokens.size(); i++) {
      OptionalInt hour = number(tokens.get(i));
      if (hour.isPresent() && hour.getAsInt() <= MOST_HOURS && ends(tokens, TimeWords.ABOUT, i) >= 0) {
        Instant at = nearest(60 * hour.getAsInt());
        return Optional.of(new Span(at.minus(ABOUT_BEFORE), at.plus(ABOUT_AFTER)));
      }
    }
    return Optional.empty();
  }

  /// "40 minutes ago", "an hour ago".
  private Optional<Span> ago() {
    for (int i = 0; i < tokens.size(); i++) {
      if (TimeWords.AGO.contains(tokens.get(i))) {
        OptionalInt minutes = minutes(Math.max(0, i - AGO_WINDOW), Math.min(tokens.size(), i + AGO_WINDOW));
        if (minutes.isPresent()) {
          Instant at = received.minus(Duration.ofMinutes(minutes.getAsInt()));
          Duration slack = Duration.ofMinutes(minutes.getAsInt() / AGO_SHARE);
          return Optional.of(new Span(quarterBefore(at.minus(slack).minus(WRITING)), quarterAfter(at.plus(slack))));
        }
      }
    }
    return Optional.empty();
  }

  /// The length of time that stands between two tokens: a unit, and a number or one.
  private OptionalInt minutes(int from, int to) {
    OptionalInt unit = OptionalInt.empty();
    int count = 1;
    for (int i = from; i < to; i++) {
      String token = tokens.get(i);
      OptionalInt number = number(token);
      if (number.isPresent()) {
        count = number.getAsInt();
      } else if (TimeWords.NUMBERS.containsKey(token)) {
        count = TimeWords.NUMBERS.get(token);
      } else if (unit(token).isPresent()) {
        unit = unit(token);
      }
    }
    return unit.isPresent() && count <= 24 * 60 ? OptionalInt.of(unit.getAsInt() * count) : OptionalInt.empty();
  }

  private static OptionalInt unit(String token) {
    for (int length = token.length(); length >= Math.min(token.length(), TimeWords.BEGINNING); length--) {
      Integer unit = TimeWords.UNIT_MINUTES.get(token.substring(0, length));
      if (unit != null) {
        return OptionalInt.of(unit);
      }
    }
    return OptionalInt.empty();
  }

  private Optional<Span> now() {
    for (int i = 1; i <= tokens.size(); i++) {
      if (ends(tokens, TimeWords.NOW, i) >= 0) {
        return Optional.of(new Span(quarterBefore(received.minus(NOW)), quarterAfter(received)));
      }
    }
    return Optional.empty();
  }

  private Optional<Span> partOfDay() {
    for (int i = 1; i <= tokens.size(); i++) {
      int start = ends(tokens, TimeWords.PARTS.keySet(), i);
      if (start >= 0) {
        TimeWords.PartOfDay part = TimeWords.PARTS.get(String.join(" ", tokens.subList(start, i)));
        if (part != null) {
          Instant day = stated.latest().atOffset(zone).toLocalDate().minusDays(part.daysBack()).atStartOfDay()
              .toInstant(zone);
          return Optional.of(new Span(day.plus(Duration.ofHours(part.from())), day.plus(Duration.ofHours(part.to()))));
        }
      }
    }
    return Optional.empty();
  }

  /// Where the longest phrase of the set that ends before a token begins; -1 where none does.
  private static int ends(List<String> tokens, Set<String> phrases, int end) {
    for (int start = Math.max(0, end - LONGEST_PHRASE); start < end; start++) {
      if (phrases.contains(String.join(" ", tokens.subList(start, end)))) {
        return start;
      }
    }
    return -1;
  }

  private Instant nearest(int minuteOfDay) {
    LocalDate day = stated.middle().atOffset(zone).toLocalDate();
    Instant best = at(day, minuteOfDay);
    for (LocalDate other : List.of(day.minusDays(1), day.plusDays(1))) {
      Instant candidate = at(other, minuteOfDay);
      if (distance(candidate).compareTo(distance(best)) < 0) {
        best = candidate;
      }
    }
    return best;
  }

  private Duration distance(Instant instant) {
    return Duration.between(instant, stated.middle()).abs();
  }

  private Instant at(LocalDate day, int minuteOfDay) {
    return day.atStartOfDay().plusMinutes(minuteOfDay).toInstant(zone);
  }

  /// Whether a number is an hour or a length of time.
  static boolean isTime(List<String> tokens, int at) {
    boolean small = number(tokens.get(at)).orElse(MOST_HOURS + 1) <= MOST_HOURS;
    boolean hour = small && ends(tokens, TimeWords.ABOUT, at) >= 0;
    boolean unit = (at > 0 && unit(tokens.get(at - 1)).isPresent())
        || (at + 1 < tokens.size() && unit(tokens.get(at + 1)).isPresent());
    return hour || unit;
  }

  /// The digits of a token as a number, up to four of them.
  static OptionalInt number(String token) {
    boolean digits = !token.isEmpty() && token.length() <= 4 && token.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? OptionalInt.of(Integer.parseInt(token)) : OptionalInt.empty();
  }

  private static Instant quarterBefore(Instant instant) {
    return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), QUARTER.toSeconds()) * QUARTER.toSeconds());
  }

  private static Instant quarterAfter(Instant instant) {
    Instant before = quarterBefore(instant);
    return before.equals(instant) ? before : before.plus(QUARTER);
  }
}
