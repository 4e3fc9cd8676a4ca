package watchword.core.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.place.Town;
import watchword.core.text.Dates;
import watchword.core.text.Folding;
import watchword.core.text.Foretelling;
import watchword.core.text.OwnWords;
import watchword.core.text.Words;
import watchword.core.time.Span;

/// Reads a report once: its words, and a place where only its words tell one.
public final class Reader {

  /// A text that names more towns than this tells a route or a list, not a place.
  private static final int MAX_TOWNS = 3;

  /// A report speaks of the surroundings of the town it names.
  private static final double NEAR_FACTOR = 1.5;

  /// A report may be a little ahead of the desk's clock before it speaks of the future.
  private static final Duration AHEAD = Duration.ofMinutes(30);

  /// What is told so much later, from a file or by hand, is told of the past.
  private static final Duration OLD = Duration.ofDays(1);

  /// A row that knows only its day spans nearly a whole one.
  private static final Duration DAY = Duration.ofHours(23);

  /// Lists are published months after what they tell; a date further back is history.
  private static final int LATE_DAYS = 200;

  private final Gazetteer gazetteer;
  private final ZoneOffset zone;

  /// @param zone by whose clock people write times in their texts
  public Reader(Gazetteer gazetteer, ZoneOffset zone) {
    this.gazetteer = gazetteer;
    this.zone = zone;
  }

  /// Reads a report of an archive, of which nobody knows when it came.
  public Reading read(Report report) {
    List<String> tokens = Folding.tokens(report.text());
    return read(report, when(report, tokens), tokens, Foretelling.in(tokens));
  }

  /// Reads a report that came at this time, to the minute.
  public Reading read(Report report, Instant received) {
    List<String> tokens = Folding.tokens(report.text());
    boolean later = report.when().earliest().isAfter(received.plus(AHEAD));
    return read(report, report.when(), tokens, later || ahead(report, tokens, received) || Foretelling.in(tokens));
  }

  /// A clock time is ahead where the report tells of now; "at 21:00" in a report of last week is last week's.
  private boolean ahead(Report report, List<String> tokens, Instant received) {
    int minuteOfDay = received.atOffset(zone).toLocalTime().toSecondOfDay() / 60;
    return report.when().latest().isAfter(received.minus(OLD)) && Foretelling.ahead(tokens, minuteOfDay);
  }

  private Reading read(Report report, Span when, List<String> tokens, boolean foretells) {
    List<Town> towns = gazetteer.named(tokens);
    return new Reading(
        report.id(),
        report.channel(),
        report.source(),
        report.kind(),
        report.stance(),
        places(report.place(), towns),
        when,
        words(report, tokens, towns),
        towns.size() > MAX_TOWNS ? List.of() : towns.stream().map(Town::id).toList(),
        foretells,
        report.figures(),
        report.media());
  }

  /// Where only words tell reports apart, those that forwarding added do not count.
  private static Words words(Report report, List<String> tokens, List<Town> towns) {
    boolean onlyWords = report.place().isEmpty() && towns.isEmpty();
    return onlyWords ? Words.of(tokens, Folding.tokens(OwnWords.of(report.text()))) : Words.of(tokens);
  }

  /// The day a text names, where the row itself knows only the day it was filed: a list of March may tell of one day after the other.
  private static Span when(Report report, List<String> tokens) {
    Span filed = report.when();
    if (filed.length().compareTo(DAY) < 0) {
      return filed;
    }
    LocalDate day = LocalDate.ofInstant(filed.middle(), ZoneOffset.UTC);
    return Dates.in(tokens).filter(named -> !named.first().isBefore(day.minusDays(LATE_DAYS)) && !named.last().isAfter(day))
        .map(named -> new Span(
            filed.earliest().minus(Duration.ofDays(ChronoUnit.DAYS.between(named.first(), day))),
            filed.latest().minus(Duration.ofDays(ChronoUnit.DAYS.between(named.last(), day)))))
        .orElse(filed);
  }

  private static List<Weighted<Place>> places(Optional<Place> pin, List<Town> towns) {
    if (pin.isPresent()) {
      return List.of(new Weighted<>(pin.get(), 1));
    }
    if (towns.isEmpty() || towns.size() > MAX_TOWNS) {
      return List.of();
    }
    List<Weighted<Place>> places = new ArrayList<>();
    for (Town town : towns) {
      Place place = new Place(town.latitude(), town.longitude(), NEAR_FACTOR * town.radiusMetres(), town.name());
      places.add(new Weighted<>(place, 1.0 / towns.size()));
    }
    return places;
  }
}
