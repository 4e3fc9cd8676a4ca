package watchword.archive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchword.archive.ReportRecords.Where;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.report.Report;

/// Gives the rows of an archive that know their place only by name a point: the town's where a gazetteer decides, else one of the artificial sheet.
///
/// A name counts as a town only as a whole; one that places far apart share stays a name, and then equal names meet and nothing more is claimed.
/// What is kept is one entry a name, not a row.
public final class Placing {

  /// How far off a named town is taken to be: as a pin without a stated precision. A list that names a city means the city, and rows meet when
  /// they name the same; with a city's own radius they would be too vague to join anything (measured: bench/results/2026-11-22-places.md).
  private static final double NAMED_METRES = 1_000;

  private final Map<String, Place> towns = new HashMap<>();
  private final NamedPlaces sheet;
  private final Optional<String> version;
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
    for (Where row : rows) {
      row.pin().ifPresent(surroundings::add);
      row.name().ifPresent(name -> names.merge(name, 1L, Long::sum));
    }
    Optional<Territory> where = names.isEmpty() ? Optional.empty() : area.or(surroundings::box);
    return new Placing(names, where.map(Placing::gazetteer), rows);
  }

  private Placing(Map<String, Long> names, Optional<Gazetteer> gazetteer, Iterable<Where> rows) {
    version = gazetteer.map(Gazetteer::version);
    gazetteer.ifPresent(known -> names.forEach((name, count) -> place(name, count, known)));
    Set<String> left = new HashSet<>(names.keySet());
    left.removeAll(towns.keySet());
    NamedPlaces.Free free = new NamedPlaces.Free();
    if (!left.isEmpty()) {
      towns.values().forEach(free::keep);
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
    return version.map(data -> String.format(
        Locale.ROOT, "of the rows with only a place name %,d were placed (%s), %,d share theirs with places far apart, %,d name no town", placed, data, ambiguous, unknown));
  }

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

    Optional<Territory> box() {
      return east < west || east - west > WIDEST_DEGREES
          ? Optional.empty()
          : Optional.of(new Territory.Box(
              Math.max(-180, west), Math.max(-90, south), Math.min(180, east), Math.min(90, north)));
    }
  }
}
