package watchword.console;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import watchword.core.bulletin.Area;
import watchword.core.bulletin.Basis;
import watchword.core.bulletin.Likelihood;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.bulletin.Subject;
import watchword.core.corroboration.Finding;
import watchword.core.claim.Interval;
import watchword.core.corroboration.Verdict;
import watchword.core.decision.Policy;
import watchword.core.incident.Incident;
import watchword.core.kind.Kind;
import watchword.core.kind.Language;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.Stance;
import watchword.desk.Showing;

/// The console's words for what the core knows.
record Say(Gazetteer gazetteer, DeskTime time) {

  /// A place is named after a town of so many inhabitants.
  private static final long INHABITANTS = 1_000;

  private static final double METRES_PER_KM = 1_000;

  /// Nearer than this a place is the town.
  private static final double IN_TOWN_KM = 1.5;

  private static final String[] COMPASS = {"N", "NE", "E", "SE", "S", "SW", "W", "NW"};

  String title(Incident incident) {
    return title(incident.kind(), incident.place().flatMap(place -> gazetteer.nearest(place, INHABITANTS)).map(town -> town.name()));
  }

  String title(Notice notice) {
    return switch (notice.subject()) {
      case Subject.Happening told -> title(told.kind(), told.area().map(Area::name));
      // A claim alone would read as a fact.
      case Subject.Judged judged -> "%s: %s; by %s".formatted(
          notice.likelihood().map(Say::likelihood).orElse("our judgement of the claim"), english(judged.claim()), judged.by());
    };
  }

  /// In English, or in the first language it was written in.
  private static String english(Map<Language, String> words) {
    return Optional.ofNullable(words.get(Language.EN)).orElseGet(() -> words.values().iterator().next());
  }

  private static String title(Kind kind, Optional<String> place) {
    Optional<String> headline = Optional.ofNullable(kind.headlines().get(Language.EN));
    String name = kind.name(Language.EN);
    return place.map(at -> headline.map(words -> words.replace("{place}", at)).orElse(name + ", " + at)).orElse(name + ", place unknown");
  }

  /// `3 km NE of Dal, ± 2 km`.
  String place(Place place) {
    String off = "± " + kilometres(place.uncertaintyMetres());
    return gazetteer.nearest(place, 0).map(town -> {
      double km = town.place().distanceMetres(place) / METRES_PER_KM;
      return km < IN_TOWN_KM
          ? "at %s, %s".formatted(town.name(), off)
          : "%s %s of %s, %s".formatted(kilometres(km * METRES_PER_KM), bearing(town.place(), place), town.name(), off);
    }).orElseGet(() -> String.format(Locale.ROOT, "%.3f, %.3f, %s", place.latitude(), place.longitude(), off));
  }

  /// Where a report says it was, also if its words leave several places open.
  String place(Reading reading) {
    return reading.place().map(this::place).or(reading::choice).orElse("no place");
  }

  static String kilometres(double metres) {
    double km = metres / METRES_PER_KM;
    return km < 1 ? Math.round(metres / 100) * 100 + " m" : km < 10 ? String.format(Locale.ROOT, "%.1f km", km).replace(".0 ", " ") : Math.round(km) + " km";
  }

  private static String bearing(Place from, Place to) {
    double north = to.latitude() - from.latitude();
    double east = (to.longitude() - from.longitude()) * Math.cos(Math.toRadians(from.latitude()));
    double degrees = (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
    return heading(degrees);
  }

  /// The nearest of eight directions.
  static String heading(double degrees) {
    return COMPASS[(int) Math.round(degrees / 45) % COMPASS.length];
  }

  static String percent(double probability) {
    return Math.round(100 * probability) + " %";
  }

  static String range(Interval interval) {
    return Math.round(100 * interval.low()) + "–" + percent(interval.high());
  }

  static String logOdds(double value) {
    double rounded = Math.round(100 * value) / 100.0;
    return rounded == 0 ? "0.00" : (rounded > 0 ? "+" : "−") + String.format(Locale.ROOT, "%.2f", Math.abs(rounded));
  }

  static String status(Status status) {
    return status.name().replace('_', ' ');
  }

  /// What the number of an Admiralty grade means.
  static String credibility(int number) {
    return switch (number) {
      case 1 -> "what they say confirmed by others";
      case 2 -> "what they say probably true";
      case 3 -> "what they say possibly true";
      case 4 -> "what they say doubtful";
      case 5 -> "what they say improbable";
      default -> "what they say cannot be judged";
    };
  }

  static String reliability(char letter) {
    return switch (letter) {
      case 'A' -> "sources reliable";
      case 'B' -> "sources usually reliable";
      case 'C' -> "sources fairly reliable";
      case 'D' -> "sources not usually reliable";
      case 'E' -> "sources unreliable";
      default -> "the sources cannot be judged";
    };
  }

  static String stance(Stance stance) {
    return switch (stance) {
      case SIGHTING -> "saw it";
      case HEARD -> "heard it";
      case DENIAL -> "is there and sees nothing";
      case HEARSAY -> "was told";
      case QUESTION -> "asks whether it is true";
    };
  }

  static String channel(Channel channel) {
    return switch (channel) {
      case SEALED -> "sealed, no name";
      case OBSERVER -> "observer";
      case PUBLIC -> "public source";
      case PARTNER -> "partner";
      case BY_HAND -> "entered by hand";
      case MAILBOX -> "sealed, a known mailbox";
    };
  }

  static String method(Finding.Method method) {
    return switch (method) {
      case PHOTO_LOCATED -> "photo located";
      case TIMETABLE -> "timetable";
      case SATELLITE -> "satellite";
      case CALL -> "call";
      case OTHER -> "other";
    };
  }

  static String outcome(Finding.Outcome outcome) {
    return switch (outcome) {
      case FOUND -> "found it";
      case NOT_FOUND -> "found nothing of it";
      case UNREACHABLE -> "reached nobody";
    };
  }

  static String verdict(Verdict.Truth truth) {
    return switch (truth) {
      case CONFIRMED -> "confirmed";
      case REFUTED -> "refuted";
      case UNVERIFIABLE -> "said it cannot be verified";
    };
  }

  /// Why words are not shown, in one sentence, or in one more what to do.
  static String against(Showing.Answer answer, DeskTime time, Instant now) {
    return switch (answer) {
      case Showing.Answer.Shown _ -> "";
      case Showing.Answer.Refused refused -> "Not shown: " + refused.reason() + ".";
      case Showing.Answer.Waiting waiting -> "Not shown yet: %s. %s".formatted(
          waiting.why().stream().sorted().map(Say::why).collect(Collectors.joining("; ")),
          waiting.until().map(until -> "Nobody else could agree, so it waits until %s and stands on every page; then ask again.".formatted(time.near(until, now)))
              .orElse("It takes another member's word, and stands on their pages now; ask again when they have agreed."));
    };
  }

  private static String why(Showing.Why why) {
    return switch (why) {
      case IN_BULK -> "more than %d at once".formatted(Policy.SHOWN_AT_ONCE);
      case ACROSS_LANES -> "of a lane that is not yours";
      case OLDER_DAYS -> "came more than %d hours ago".formatted(Policy.SHOWN_ALONE_FOR.toHours());
    };
  }

  static String basis(Basis basis) {
    return switch (basis) {
      case CHECKED_TWICE -> "checked twice";
      case CHECKED_ONCE -> "checked once by a member";
      case PROVEN_SOURCES -> "observers or named sources with a record";
      case UNPROVEN_ACCOUNTS -> "independent accounts nobody has checked";
      case NOTHING_SUPPORTS_IT -> "asked, and nothing supports it";
    };
  }

  static String likelihood(Likelihood word) {
    String name = word.name().charAt(0) + word.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    return "%s (%d–%d %%)".formatted(name, word.fromPercent(), word.toPercent());
  }

  static String area(Area area) {
    return switch (area.extent()) {
      case NEAR_TOWN -> "near %s (%s)".formatted(area.name(), kilometres(area.radiusMetres()));
      case DISTRICT -> "in the district " + area.name();
    };
  }

  /// What a reader of the board would see, in one line.
  String told(Notice notice, Instant now) {
    return switch (notice.subject()) {
      case Subject.Happening told -> {
        String where = told.area().map(Say::area).orElse("no place told");
        String word = notice.likelihood().map(one -> likelihood(one) + ", ").orElse("");
        yield "%s, %s. %s%s.".formatted(where, time.span(notice.window(), now), word, basis(told.basis()));
      }
      case Subject.Judged judged -> notice.status() == Status.RETRACTED ? "what we judged is withdrawn." : english(judged.sentence());
    };
  }
}
