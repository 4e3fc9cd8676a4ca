package watchword.core.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import watchword.core.kind.Field;
import watchword.core.place.Gazetteer;
import watchword.core.place.Gazetteer.Mention;
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

  /// Beyond so many radii of the town that the words name, they contradict a pin.
  private static final double CONTRADICTED = 3;

  /// One of three such pins is meant for the town.
  private static final double DOUBT_SHARE = 3;

  /// A pin stays a place, not a guess: it joins others still.
  private static final double MOST_DOUBT_METRES = 4_000;

  /// A report may be a little ahead of the desk's clock before it speaks of the future.
  private static final Duration AHEAD = Duration.ofMinutes(30);

  /// What is told so much later, from a file or by hand, is told of the past.
  private static final Duration OLD = Duration.ofDays(1);

  /// A row that knows only its day spans nearly a whole one.
  private static final Duration DAY = Duration.ofHours(23);

  /// Lists are published months after what they tell; a date further back is history.
  private static final int LATE_DAYS = 200;

  /// What a text rarely tells as its one number.
  private static final Set<String> NOT_COUNTED = Set.of("hurt", "depth", Figure.DIRECTION);

  private final Gazetteer gazetteer;
  private final ZoneOffset zone;
  private final Function<List<String>, List<Mention>> towns;

  /// @param zone by whose clock people write times in their texts
  public Reader(Gazetteer gazetteer, ZoneOffset zone) {
    this(gazetteer, zone, gazetteer::mentions);
  }

  private Reader(Gazetteer gazetteer, ZoneOffset zone, Function<List<String>, List<Mention>> towns) {
    this.gazetteer = gazetteer;
    this.zone = zone;
    this.towns = towns;
  }

  /// Reads texts of unknown origin and language, in which a village's name is more often a word: only towns that are
  /// surely named count.
  public static Reader ofStrangers(Gazetteer gazetteer, ZoneOffset zone) {
    return new Reader(gazetteer, zone, gazetteer::due);
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
    boolean foretells = later || ahead(report, tokens, received) || Foretelling.in(tokens);
    Span when = foretells ? ToldTime.ofClaim(report.when(), received)
        : ToldTime.of(tokens, report.when(), received, zone);
    return read(report, when, tokens, foretells);
  }

  /// A clock time is ahead where the report tells of now; "at 21:00" in a report of last week is last week's.
  private boolean ahead(Report report, List<String> tokens, Instant received) {
    int minuteOfDay = received.atOffset(zone).toLocalTime().toSecondOfDay() / 60;
    return report.when().latest().isAfter(received.minus(OLD)) && Foretelling.ahead(tokens, minuteOfDay);
  }

  private Reading read(Report report, Span when, List<String> tokens, boolean foretells) {
    ToldPlace told = new ToldPlace(gazetteer, tokens, towns.apply(tokens));
    List<Town> named = report.place().map(told::towns).orElseGet(told::towns);
    return new Reading(
        report.id(),
        report.channel(),
        report.source(),
        report.kind(),
        report.stance(),
        report.place().map(pin -> List.of(new Weighted<>(unsure(pin, named), 1))).orElseGet(told::places),
        when,
        words(report, tokens, named),
        named.stream().map(Town::id).toList(),
        foretells,
        figures(report, tokens),
        report.media());
  }

  /// The sender's figures, and the count and the heading that the words tell where the kind asks for one and the
  /// sender gave none.
  private static List<Figure> figures(Report report, List<String> tokens) {
    List<Figure> figures = new ArrayList<>(report.figures());
    List<String> asked = report.kind().fields().stream().map(Field::name).toList();
    asked.stream().findFirst().filter(name -> !NOT_COUNTED.contains(name))
        .ifPresent(name -> tell(figures, name, Counts.in(tokens)));
    if (asked.contains(Figure.DIRECTION)) {
      tell(figures, Figure.DIRECTION, Headings.in(tokens));
    }
    return figures;
  }

  private static void tell(List<Figure> figures, String name, OptionalInt told) {
    if (told.isPresent() && figures.stream().noneMatch(figure -> figure.name().equals(name))) {
      figures.add(new Figure(name, told.getAsInt()));
    }
  }

  /// Where only words tell reports apart, those that forwarding added do not count.
  private static Words words(Report report, List<String> tokens, List<Town> towns) {
    boolean onlyWords = report.place().isEmpty() && towns.isEmpty();
    return onlyWords ? Words.of(tokens, Folding.tokens(OwnWords.of(report.text()))) : Words.of(tokens);
  }

  /// The day a text names, where the row itself knows only the day it was filed: a list of March may tell of one day
  /// after the other.
  private static Span when(Report report, List<String> tokens) {
    Span filed = report.when();
    if (filed.length().compareTo(DAY) < 0) {
      return filed;
    }
    LocalDate day = LocalDate.ofInstant(filed.middle(), ZoneOffset.UTC);
    return Dates.in(tokens)
        .filter(named -> !named.first().isBefore(day.minusDays(LATE_DAYS)) && !named.last().isAfter(day))
        .map(named -> new Span(
            filed.earliest().minus(Duration.ofDays(ChronoUnit.DAYS.between(named.first(), day))),
            filed.latest().minus(Duration.ofDays(ChronoUnit.DAYS.between(named.last(), day)))))
        .orElse(filed);
  }

  /// A pin far from the one town the words name stands where it was set, but less surely.
  private static Place unsure(Place pin, List<Town> towns) {
    if (towns.size() != 1) {
      return pin;
    }
    Town town = towns.getFirst();
    double near = pin.uncertaintyMetres() + CONTRADICTED * town.radiusMetres();
    double apart = pin.distanceMetres(town.place()) - near;
    double doubt = Math.min(MOST_DOUBT_METRES, apart / DOUBT_SHARE);
    return doubt <= pin.uncertaintyMetres() ? pin : new Place(pin.latitude(), pin.longitude(), doubt, pin.name());
  }
}
