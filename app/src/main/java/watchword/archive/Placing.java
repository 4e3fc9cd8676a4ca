package watchword.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.report.Report;

/// Gives the rows of an archive that know their place only by name a point: the town's where a gazetteer decides, else one of the artificial sheet.
///
/// A name counts as a town only as a whole; one that places far apart share stays a name, and then equal names meet and nothing more is claimed.
///
/// @param reports all reports, those named with a point each
/// @param placed rows that a gazetteer placed
/// @param ambiguous rows whose name places far apart share
/// @param unknown rows whose name the gazetteer does not have
/// @param version of the gazetteer, where one was asked
public record Placing(List<ArchivedReport> reports, int placed, int ambiguous, int unknown, Optional<String> version) {

  /// How far off a named town is taken to be: as a pin without a stated precision. A list that names a city means the city, and rows meet when
  /// they name the same; with a city's own radius they would be too vague to join anything (measured: bench/results/2026-11-22-places.md).
  private static final double NAMED_METRES = 1_000;

  /// Rows name places a little beyond where their coordinates lie.
  private static final double MARGIN_DEGREES = 1;

  /// Wider than this, rows' own coordinates tell of no area: a name would have namesakes all over it.
  private static final double WIDEST_DEGREES = 60;

  public Placing {
    reports = List.copyOf(reports);
  }

  /// Places what can be placed.
  ///
  /// @param area where names are looked up; empty for the box around the rows' own coordinates, if that is a region and not half the world
  static Placing of(List<ArchivedReport> reports, Optional<Territory> area) {
    List<Place> pins = reports.stream().flatMap(one -> one.report().place().stream()).toList();
    boolean named = reports.stream().anyMatch(one -> one.name().isPresent());
    Optional<Gazetteer> gazetteer = named ? area.or(() -> around(pins)).map(Placing::gazetteer) : Optional.empty();
    Map<String, Gazetteer.Found> meanings = new HashMap<>();
    List<ArchivedReport> partly = new ArrayList<>();
    int placed = 0;
    int ambiguous = 0;
    int unknown = 0;
    for (ArchivedReport one : reports) {
      if (gazetteer.isEmpty() || one.name().isEmpty()) {
        partly.add(one);
        continue;
      }
      String name = one.name().get();
      switch (meanings.computeIfAbsent(name, key -> gazetteer.get().meaning(NamedPlaces.bare(key)))) {
        case Gazetteer.Found.One town -> {
          Place place = town.town().place();
          partly.add(one.placed(at(one.report(), new Place(place.latitude(), place.longitude(), Math.min(place.uncertaintyMetres(), NAMED_METRES), name))));
          placed++;
        }
        case Gazetteer.Found.Several _ -> {
          partly.add(one);
          ambiguous++;
        }
        case Gazetteer.Found.None _ -> {
          partly.add(one);
          unknown++;
        }
      }
    }
    return new Placing(onSheet(partly), placed, ambiguous, unknown, gazetteer.map(Gazetteer::version));
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

  private static Optional<Territory> around(Collection<Place> pins) {
    if (pins.isEmpty()) {
      return Optional.empty();
    }
    double west = pins.stream().mapToDouble(Place::longitude).min().orElse(0) - MARGIN_DEGREES;
    double east = pins.stream().mapToDouble(Place::longitude).max().orElse(0) + MARGIN_DEGREES;
    double south = pins.stream().mapToDouble(Place::latitude).min().orElse(0) - MARGIN_DEGREES;
    double north = pins.stream().mapToDouble(Place::latitude).max().orElse(0) + MARGIN_DEGREES;
    return east - west > WIDEST_DEGREES
        ? Optional.empty()
        : Optional.of(new Territory.Box(Math.max(-180, west), Math.max(-90, south), Math.min(180, east), Math.min(90, north)));
  }

  private static List<ArchivedReport> onSheet(List<ArchivedReport> reports) {
    List<String> names = reports.stream().flatMap(one -> one.name().stream()).toList();
    List<Place> pins = reports.stream().flatMap(one -> one.report().place().stream()).toList();
    NamedPlaces sheet = NamedPlaces.of(names, names.isEmpty() ? List.of() : pins);
    return reports.stream().map(one -> one.name().map(name -> one.with(at(one.report(), sheet.place(name)))).orElse(one)).toList();
  }

  private static Report at(Report report, Place place) {
    return new Report(
        report.id(), report.channel(), report.source(), report.kind(), report.stance(), Optional.of(place), report.when(), report.text(),
        report.figures(), report.media());
  }
}
