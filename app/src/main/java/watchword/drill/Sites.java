package watchword.drill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import watchword.drill.Country.Locality;
import watchword.drill.Country.Route;
import watchword.drill.Happening.Site;

/// Finds a place of the country for a happening: a square, a stretch of road, a field outside a town.
final class Sites {

  /// How many towns have something going on: the evening gathers, so that words and town names alone do not tell happenings apart.
  private static final int BUSY_TOWNS = 11;

  /// Villages nearer to a corner of the border than this watch it.
  private static final double BORDERLAND_METRES = 20_000;

  private final Country country;
  private final Dice dice;
  private final List<Locality> busy;
  private final List<Locality> fresh;

  /// A course and what people there call it.
  record Ground(Course course, Site site) {}

  Sites(Country country, Dice dice) {
    this.country = country;
    this.dice = dice;
    this.busy = new ArrayList<>();
    List<Locality> left = new ArrayList<>(country.towns());
    while (busy.size() < BUSY_TOWNS && !left.isEmpty()) {
      Locality town = dice.weighted(left, one -> StrictMath.sqrt((double) one.population()));
      left.remove(town);
      busy.add(town);
    }
    this.fresh = new ArrayList<>(busy);
  }

  /// The towns where something goes on.
  List<Locality> busy() {
    return List.copyOf(busy);
  }

  Locality town() {
    return dice.pick(busy);
  }

  /// A town and another one no further than so many metres.
  List<Locality> neighbours(double metres) {
    List<List<Locality>> pairs = new ArrayList<>();
    for (Locality town : country.towns()) {
      for (Locality other : country.towns()) {
        if (!town.equals(other) && town.point().metresTo(other.point()) <= metres) {
          pairs.add(List.of(town, other));
        }
      }
    }
    List<Locality> pair = dice.pick(pairs);
    fresh.removeAll(pair);
    return pair;
  }

  /// A busy town that was not given before, while there is one.
  Locality freshTown() {
    Locality town = fresh.isEmpty() ? town() : dice.pick(fresh);
    fresh.remove(town);
    return town;
  }

  /// A place for a happening of a recipe, in or around a town where the recipe allows.
  Ground around(Recipe recipe, Locality town, int minutes, double speedKmh) {
    return switch (recipe.where()) {
      case IN_TOWN -> stays(town, town.point().moved(dice.between(100, builtUp(town)), bearing()), 0);
      case ON_SQUARE -> spot(town, List.of("square", "bridge", "barracks"));
      case AT_WORKS -> spot(town, List.of("factory", "fuel-depot", "power-station", "rail-yard"));
      case AIRFIELD -> anySpot("airfield");
      case OUTSIDE_TOWN -> stays(town, town.point().moved(builtUp(town) + dice.between(800, 3_500), bearing()), 0);
      case ALL_OVER_TOWN -> stays(town, town.point(), builtUp(town));
      case BY_WATER -> byWater();
      case POLLING_STATION -> station();
      case BORDER -> border();
      case BY_ROAD -> byRoad(town);
      case ALONG_ROAD -> along(roadOf(town), true, minutes, speedKmh);
      case ALONG_RAILWAY -> along(dice.pick(country.railways()), false, minutes, speedKmh);
      case OVERHEAD -> overhead(town, minutes, speedKmh);
    };
  }

  /// A stretch of a road or railway, either way, as long as a course of so many minutes needs.
  Ground along(Route route, boolean isRoad, int minutes, double speedKmh) {
    List<Point> line = new ArrayList<>(route.line());
    List<String> towns = new ArrayList<>(route.towns());
    if (dice.chance(0.5)) {
      Collections.reverse(line);
      Collections.reverse(towns);
    }
    double wanted = minutes / 60.0 * speedKmh * 1_000;
    double spare = StrictMath.max(0, new Course.Moves(line, speedKmh).lengthMetres() - wanted);
    Course.Moves course = new Course.Moves(from(line, dice.between(0, spare)), speedKmh);
    Locality town = country.nearest(course.at(minutes * 30.0));
    Optional<String> road = isRoad ? Optional.of(route.id()) : Optional.empty();
    return new Ground(course, new Site(town, Optional.empty(), road, Optional.of(country.town(towns.getLast())), 0));
  }

  Route roadOf(Locality town) {
    return dice.pick(roadsOf(town));
  }

  private List<Route> roadsOf(Locality town) {
    List<Route> roads = country.roads().stream().filter(road -> road.towns().contains(town.id())).toList();
    return roads.isEmpty() ? country.roads() : roads;
  }

  private Ground stays(Locality town, Point point, double spreadMetres) {
    return new Ground(new Course.Stays(point), new Site(town, Optional.empty(), Optional.empty(), Optional.empty(), spreadMetres));
  }

  /// A spot of the town of one of these kinds, else a corner of the town.
  private Ground spot(Locality town, List<String> kinds) {
    List<Country.Spot> spots =
        country.spots().stream().filter(spot -> spot.town().equals(town.id()) && kinds.contains(spot.kind())).toList();
    return spots.isEmpty()
        ? stays(town, town.point().moved(dice.between(100, builtUp(town) / 2), bearing()), 0)
        : at(dice.pick(spots));
  }

  private Ground anySpot(String kind) {
    return at(dice.pick(country.spots().stream().filter(spot -> spot.kind().equals(kind)).toList()));
  }

  private Ground at(Country.Spot spot) {
    Site site = new Site(country.town(spot.town()), Optional.of(spot), Optional.empty(), Optional.empty(), 0);
    return new Ground(new Course.Stays(new Point(spot.latitude(), spot.longitude())), site);
  }

  private Ground station() {
    Country.Station station = dice.pick(country.pollingStations());
    Site site = new Site(country.town(station.town()), Optional.of(station), Optional.empty(), Optional.empty(), 0);
    return new Ground(new Course.Stays(new Point(station.latitude(), station.longitude())), site);
  }

  private Ground byWater() {
    Point point = Point.of(dice.pick(country.river().points()));
    return stays(country.nearest(point), point, 1_000);
  }

  /// Between the border and one of the villages along it: who watches lives there.
  private Ground border() {
    List<Point> line = country.borderLine();
    List<Locality> villages = country.towns().stream().filter(town -> metresTo(line, town.point()) < BORDERLAND_METRES).toList();
    Locality village = dice.pick(villages);
    Point nearest = line.stream().min(Comparator.comparingDouble(village.point()::metresTo)).orElseThrow();
    return stays(village, nearest.towards(village.point(), dice.between(0.4, 0.7)), 1_000);
  }

  private static double metresTo(List<Point> line, Point point) {
    return line.stream().mapToDouble(point::metresTo).min().orElse(Double.MAX_VALUE);
  }

  private Ground byRoad(Locality town) {
    Route road = roadOf(town);
    Course.Moves way = new Course.Moves(road.line(), 60);
    // The point of the road that is closest to the town, then some way on: a post stands at the way out.
    double closest = 0;
    double best = Double.MAX_VALUE;
    for (double at = 0; at < way.lengthMetres(); at += 250) {
      double metres = way.at(at / way.speedKmh() * 3.6).metresTo(town.point());
      if (metres < best) {
        best = metres;
        closest = at;
      }
    }
    double at = StrictMath.max(0, closest + (dice.chance(0.5) ? 1 : -1) * (builtUp(town) + dice.between(300, 2_000)));
    Point point = way.at(at / way.speedKmh() * 3.6);
    return new Ground(new Course.Stays(point), new Site(town, Optional.empty(), Optional.of(road.id()), Optional.empty(), 0));
  }

  private Ground overhead(Locality town, int minutes, double speedKmh) {
    double bearing = bearing();
    double half = minutes / 60.0 * speedKmh * 500;
    List<Point> line = List.of(town.point().moved(half, bearing + 180), town.point().moved(half, bearing));
    return new Ground(
        new Course.Moves(line, speedKmh), new Site(town, Optional.empty(), Optional.empty(), Optional.empty(), 0));
  }

  /// The rest of a line after so many metres.
  private static List<Point> from(List<Point> line, double metres) {
    List<Point> rest = new ArrayList<>();
    double left = metres;
    for (int i = 1; i < line.size(); i++) {
      double leg = line.get(i - 1).metresTo(line.get(i));
      if (rest.isEmpty() && left < leg) {
        rest.add(line.get(i - 1).towards(line.get(i), left / leg));
      }
      left -= leg;
      if (!rest.isEmpty()) {
        rest.add(line.get(i));
      }
    }
    return rest.isEmpty() ? line.subList(line.size() - 2, line.size()) : rest;
  }

  /// Half a town's radius as a gazetteer has it: where most of its people live.
  private static double builtUp(Locality town) {
    return 400 + 3 * StrictMath.sqrt((double) town.population());
  }

  private double bearing() {
    return dice.between(0.0, 360.0);
  }
}
