package watchword.archive;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchword.archive.ReportRecords.Where;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.place.Town;
import watchword.core.report.Reader;
import watchword.core.report.Report;

/// Gives the rows of an archive that know their place only by name a point: the town's where a gazetteer decides, else one of the artificial sheet.
///
/// A name counts as a town only as a whole; one that places far apart share stays a name, and then equal names meet and nothing more is claimed.
/// What is kept is one entry a name, not a row.
///
/// Rows that have neither a pin nor a name are placed by the towns that their words surely name, where an area is named
/// or clear; without one their words tell no place.
public final class Placing {

  /// How far off a named town is taken to be: as a pin without a stated precision. A list that names a city means the city, and rows meet when
  /// they name the same; with a city's own radius they would be too vague to join anything (measured: bench/results/2026-11-22-places.md).
  private static final double NAMED_METRES = 1_000;

  private final Map<String, Place> towns = new HashMap<>();
  private final NamedPlaces sheet;
  private final Optional<Gazetteer> gazetteer;
  private final Reader words;
  private final boolean names;
  private final long wordsAlone;
  private long placed;
  private long ambiguous;
  private long unknown;

  /// Looks where all rows lie.
  ///
  /// @param rows walked through twice
  /// @param area where names are looked up; empty for the box around the rows' own coordinates, if that is a region
  ///     and not half the world
  static Placing of(Iterable<Where> rows, Optional<Territory> area) {
    Map<String, Long> names = new HashMap<>();
    Surroundings surroundings = new Surroundings();
    long wordsAlone = 0;
    for (Where row : rows) {
      row.pin().ifPresent(surroundings::add);
      row.name().ifPresent(name -> names.merge(name, 1L, Long::sum));
      wordsAlone += row.pin().isEmpty() && row.name().isEmpty() ? 1 : 0;
    }
    Optional<Territory> forNames =
        names.isEmpty() ? Optional.empty() : area.or(() -> surroundings.box(Surroundings.WIDEST_DEGREES));
    Optional<Territory> forWords =
        wordsAlone == 0 ? Optional.empty() : area.or(() -> surroundings.box(Surroundings.WIDEST_FOR_WORDS));
    Optional<Gazetteer> towns = forWords.or(() -> forNames).map(Placing::gazetteer);
    return new Placing(names, wordsAlone, forNames.flatMap(where -> towns), forWords.flatMap(where -> towns), rows);
  }

  /// @param words the towns that rows' words are read for
  private Placing(
      Map<String, Long> names, long wordsAlone, Optional<Gazetteer> gazetteer, Optional<Gazetteer> words,
      Iterable<Where> rows) {
    this.gazetteer = gazetteer.or(() -> words);
    this.names = gazetteer.isPresent();
    this.wordsAlone = words.isPresent() ? wordsAlone : 0;
    // Nobody knows when a row came, so no clock matters here.
    this.words = Reader.ofStrangers(words.orElse(Gazetteer.EMPTY), ZoneOffset.UTC);
    gazetteer.ifPresent(known -> names.forEach((name, count) -> place(name, count, known)));
    Set<String> left = new HashSet<>(names.keySet());
    left.removeAll(towns.keySet());
    NamedPlaces.Free free = new NamedPlaces.Free();
    if (!left.isEmpty()) {
      towns.values().forEach(free::keep);
      words.ifPresent(known -> known.towns().stream().map(Town::place).forEach(free::keep));
      rows.forEach(row -> row.pin().ifPresent(free::keep));
    }
    sheet = NamedPlaces.of(left, free);
  }

  private void place(String name, long count, Gazetteer gazetteer) {
    switch (gazetteer.meaning(NamedPlaces.bare(name))) {
      case Gazetteer.Found.One town -> {
        Place place = town.town().place();
        double metres = Math.min(place.uncertaintyMetres(), NAMED_METRES);
        towns.put(name, new Place(place.latitude(), place.longitude(), metres, name));
        placed += count;
      }
      case Gazetteer.Found.Several _ -> ambiguous += count;
      case Gazetteer.Found.None _ -> unknown += count;
    }
  }

  /// The report with a place, if it names one.
  ArchivedReport placed(ArchivedReport one) {
    if (one.name().isEmpty()) {
      return one;
    }
    String name = one.name().get();
    Optional<Place> town = Optional.ofNullable(towns.get(name));
    return town.isPresent() ? one.placed(at(one.report(), town.get())) : one.with(at(one.report(), sheet.place(name)));
  }

  /// Reads the words of rows that have nothing else to tell a place.
  Reader words() {
    return words;
  }

  /// How many rows a gazetteer placed.
  long placed() {
    return placed;
  }

  /// How many rows name what places far apart share.
  long ambiguous() {
    return ambiguous;
  }

  /// How many rows name what the gazetteer does not have.
  long unknown() {
    return unknown;
  }

  /// "of the rows with only a place name 1,204 were placed (…), 17 share theirs with places far apart, 3 name no town".
  public Optional<String> sentence() {
    return gazetteer.filter(known -> names).map(known -> String.format(
        Locale.ROOT,
        "of the rows with only a place name %,d were placed (%s), %,d share theirs with places far apart, %,d name no town",
        placed, known.version(), ambiguous, unknown));
  }

  /// "412 of 500 rows with neither coordinates nor a place name were placed by a town in their words (…), 3 by one of
  /// several"; empty where their words placed none.
  ///
  /// @param told what came of reading them
  public Optional<String> sentence(ToldByWords told) {
    return gazetteer.filter(known -> told.placed() > 0).map(known -> String.format(
        Locale.ROOT,
        "%,d of %,d rows with neither coordinates nor a place name were placed by a town in their words (%s), "
            + "%,d of them by one of several",
        told.placed(), wordsAlone, known.version(), told.several()));
  }

  /// How many rows their words placed.
  ///
  /// @param placed all of them
  /// @param several those whose words leave more than one place open
  public record ToldByWords(long placed, long several) {}

  private static Gazetteer gazetteer(Territory area) {
    Atlas atlas = Atlas.packed();
    return new Gazetteer(atlas.version() + "; area " + area.spelling(), atlas.towns(area));
  }

  private static Report at(Report report, Place place) {
    return new Report(
        report.id(), report.channel(), report.source(), report.kind(), report.stance(), Optional.of(place), report.when(), report.text(),
        report.figures(), report.media());
  }

  /// The box around the rows' own coordinates.
  private static final class Surroundings {

    /// Rows name places a little beyond where their coordinates lie.
    private static final double MARGIN_DEGREES = 1;

    /// Wider than this, rows' own coordinates tell of no area: a name would have namesakes all over it.
    private static final double WIDEST_DEGREES = 60;

    /// Among the words of a text more is mistaken for a name than in a column of them: no wider than one large country.
    private static final double WIDEST_FOR_WORDS = 20;

    private double west = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;
    private double south = Double.POSITIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;

    void add(Place pin) {
      west = Math.min(west, pin.longitude() - MARGIN_DEGREES);
      east = Math.max(east, pin.longitude() + MARGIN_DEGREES);
      south = Math.min(south, pin.latitude() - MARGIN_DEGREES);
      north = Math.max(north, pin.latitude() + MARGIN_DEGREES);
    }

    Optional<Territory> box(double widest) {
      return east < west || east - west > widest
          ? Optional.empty()
          : Optional.of(new Territory.Box(
              Math.max(-180, west), Math.max(-90, south), Math.min(180, east), Math.min(90, north)));
    }
  }
}
