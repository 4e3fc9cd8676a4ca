package watchword.drill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watchword.core.kind.Language;
import watchword.core.place.Gazetteer;
import watchword.core.place.Town;

/// The invented country: `country.json` as it stands, points as latitude and longitude.
public record Country(
    String format,
    List<String> languages,
    Map<String, String> names,
    Map<String, String> near,
    Neighbour neighbour,
    List<List<Double>> outline,
    List<List<Double>> border,
    River river,
    List<District> districts,
    List<Locality> towns,
    List<Route> roads,
    List<Route> railways,
    List<Spot> spots,
    List<Station> pollingStations)
    implements Named {

  static Country builtIn() {
    return DrillFile.read("country.json", Country.class);
  }

  /// The country across the border.
  public record Neighbour(Map<String, String> names, Map<String, String> near) implements Named {}

  public record River(Map<String, String> names, Map<String, String> near, List<List<Double>> points) implements Named {}

  public record District(String id, Map<String, String> names, Map<String, String> near) implements Named {}

  /// A town or village.
  public record Locality(
      String id,
      String district,
      long population,
      double latitude,
      double longitude,
      Map<String, String> names,
      Map<String, String> near)
      implements Named {

    Point point() {
      return new Point(latitude, longitude);
    }
  }

  /// A road or a railway, through its towns in order.
  public record Route(String id, List<String> towns, List<List<Double>> points) {

    List<Point> line() {
      return points.stream().map(Point::of).toList();
    }
  }

  /// A bridge, an airfield, a square.
  public record Spot(
      String id,
      String kind,
      String town,
      double latitude,
      double longitude,
      Map<String, String> names,
      Map<String, String> near)
      implements Named {}

  public record Station(
      int number, String town, double latitude, double longitude, Map<String, String> names, Map<String, String> near)
      implements Named {}

  Locality town(String id) {
    return towns.stream().filter(town -> town.id().equals(id)).findFirst()
        .orElseThrow(() -> new IllegalStateException("the country has no town " + id));
  }

  District district(String id) {
    return districts.stream().filter(district -> district.id().equals(id)).findFirst()
        .orElseThrow(() -> new IllegalStateException("the country has no district " + id));
  }

  Locality nearest(Point point) {
    return towns.stream().min(Comparator.comparingDouble(town -> town.point().metresTo(point)))
        .orElseThrow(() -> new IllegalStateException("the country has no towns"));
  }

  List<Point> borderLine() {
    return border.stream().map(Point::of).toList();
  }

  /// The towns with all their names and declined forms.
  Gazetteer gazetteer() {
    List<Town> entries = new ArrayList<>();
    for (Locality town : towns) {
      Set<String> spellings = new LinkedHashSet<>();
      for (Language language : spoken()) {
        spellings.add(town.name(language));
        spellings.add(town.near(language));
      }
      entries.add(
          new Town(
              town.id(),
              town.name(Language.EN),
              List.copyOf(spellings),
              town.latitude(),
              town.longitude(),
              town.population(),
              district(town.district()).name(Language.EN)));
    }
    return new Gazetteer(format, entries);
  }

  /// The languages its people write in.
  List<Language> spoken() {
    return languages.stream()
        .map(code -> Language.find(code).orElseThrow(() -> new IllegalStateException("the country speaks an unknown language")))
        .toList();
  }
}
