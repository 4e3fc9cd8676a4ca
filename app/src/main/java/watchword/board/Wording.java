package watchword.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watchword.core.bulletin.Area;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Subject;
import watchword.core.time.Span;
import watchword.seal.Compromise;
import watchword.seal.Epoch;

/// Turns a notice into sentences of one language, with the desk's dates.
record Wording(Words words, ZoneId zone) {

  private static final int METRES_PER_KM = 1000;
  private static final int SECONDS_PER_MINUTE = 60;
  private static final int MINUTES_PER_HOUR = 60;

  /// What the bulletin is about, without saying whether it is so.
  String what(Notice notice) {
    return switch (notice.subject()) {
      case Subject.Happening told -> what(told);
      case Subject.Judged judged -> what(judged, Lines.likelihood(words, notice));
    };
  }

  private String what(Subject.Happening told) {
    String kind = told.kind().name(words.language());
    if (told.area().isEmpty()) {
      return kind;
    }
    Area area = told.area().get();
    String headline = told.kind().headlines().get(words.language());
    return headline != null && area.extent() == Area.Extent.NEAR_TOWN
        ? Words.fill(headline, "place", area.name())
        : words.say(Phrase.KIND_IN_AREA, "kind", kind, "area", area(area));
  }

  /// A claim stands behind its likelihood, or as something that was only claimed.
  private String what(Subject.Judged judged, Optional<String> likelihood) {
    String claim = words.own(judged.claim());
    String by = date(judged.by());
    return likelihood.map(word -> words.say(Phrase.JUDGED, "likelihood", word, "claim", claim, "date", by))
        .orElseGet(() -> words.say(Phrase.JUDGED_ONCE, "claim", claim, "date", by));
  }

  /// The sentence of a page, with the answer first where the answer is no.
  String headline(Notice notice) {
    return words.headline(notice.status(), what(notice));
  }

  /// The sentence that stands alone in a feed, a map or a text: never without its status.
  String title(Notice notice) {
    String what = what(notice);
    return words.status(notice.status()) + ": " + switch (notice.subject()) {
      case Subject.Happening _ -> what;
      case Subject.Judged _ -> what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1);
    };
  }

  String area(Area area) {
    return switch (area.extent()) {
      case NEAR_TOWN -> words.say(Phrase.NEAR_TOWN, "town", area.name(), "km", kilometres(area.radiusMetres()));
      case DISTRICT -> words.say(Phrase.DISTRICT, "district", area.name());
    };
  }

  /// The window and the moment of publication, whose date stands for both; "seen" only where somebody saw something.
  String window(Notice notice) {
    Span window = notice.window();
    Instant published = notice.published();
    boolean oneDay = sameDay(window.earliest(), window.latest());
    String from = sameDay(window.earliest(), published) ? time(window.earliest()) : dateTime(window.earliest());
    String to = oneDay || sameDay(window.latest(), published) ? time(window.latest()) : dateTime(window.latest());
    Phrase phrase = Correction.claims(notice.status()) ? Phrase.SEEN : Phrase.CONCERNS;
    return words.say(phrase, "from", from, "to", to, "time", moment(published));
  }

  /// "until 18:00" when that is the day of `from`, else with the date.
  String until(Instant expires, Instant from) {
    return words.say(Phrase.UNTIL, "time", sameDay(expires, from) ? time(expires) : moment(expires));
  }

  /// Which days' reports others may read; days are UTC's, and neighbours stand as "from – to".
  String compromise(Compromise notice) {
    List<String> ranges = new ArrayList<>();
    List<Epoch> days = List.copyOf(notice.days().keySet());
    int from = 0;
    for (int i = 0; i < days.size(); i++) {
      if (i + 1 == days.size() || days.get(i + 1).day() != days.get(i).day() + 1) {
        String last = date(utc(days.get(i)));
        ranges.add(from == i ? last : date(utc(days.get(from))) + " – " + last);
        from = i + 1;
      }
    }
    return words.say(Phrase.COMPROMISE, "time", moment(notice.at()), "days", String.join("; ", ranges));
  }

  private static LocalDate utc(Epoch day) {
    return LocalDate.ofInstant(day.begin(), ZoneOffset.UTC);
  }

  /// 22 Nov 2026 16:40 GMT+3
  String moment(Instant instant) {
    return dateTime(instant) + " " + offset(instant);
  }

  private String dateTime(Instant instant) {
    return date(instant) + " " + time(instant);
  }

  private String date(Instant instant) {
    return date(instant.atZone(zone).toLocalDate());
  }

  private String date(LocalDate local) {
    return words.say(
        Phrase.DATE,
        "day", Integer.toString(local.getDayOfMonth()),
        "month", words.months().get(local.getMonthValue() - 1),
        "year", Integer.toString(local.getYear()));
  }

  private String time(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    return String.format(Locale.ROOT, "%02d:%02d", local.getHour(), local.getMinute());
  }

  private String offset(Instant instant) {
    int minutes = zone.getRules().getOffset(instant).getTotalSeconds() / SECONDS_PER_MINUTE;
    if (minutes == 0) {
      return "GMT";
    }
    int hours = Math.abs(minutes) / MINUTES_PER_HOUR;
    int rest = Math.abs(minutes) % MINUTES_PER_HOUR;
    return "GMT" + (minutes < 0 ? "−" : "+") + hours + (rest == 0 ? "" : String.format(Locale.ROOT, ":%02d", rest));
  }

  private boolean sameDay(Instant a, Instant b) {
    return a.atZone(zone).toLocalDate().equals(b.atZone(zone).toLocalDate());
  }

  private static String kilometres(int metres) {
    return metres % METRES_PER_KM == 0
        ? Integer.toString(metres / METRES_PER_KM)
        : String.format(Locale.ROOT, "%.1f", metres / (double) METRES_PER_KM);
  }
}
