package watchword.core.place;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Towns in the order of their latitude, so that the nearest is found among the few of one strip.
final class Nearby {

  /// Degrees of latitude to each side that are looked through first; then ever wider.
  private static final double FIRST_STRIP = 0.25;

  private static final double WHOLE_EARTH = 180;

  /// Metres in a degree of latitude on the mean sphere, rounded down: beyond a strip nothing is nearer than this.
  private static final double DEGREE_METRES = 111_000;

  private final List<Town> northward;

  Nearby(List<Town> towns) {
    northward = towns.stream().sorted(Comparator.comparingDouble(Town::latitude).thenComparing(Town::id)).toList();
  }

  /// The nearest town of at least so many inhabitants; the first by id where two are as near.
  Optional<Town> nearest(Place place, long population) {
    Optional<Town> best = Optional.empty();
    for (double strip = FIRST_STRIP; strip <= 4 * WHOLE_EARTH; strip *= 4) {
      best = among(place, population, strip);
      double reach = strip * DEGREE_METRES;
      if (best.filter(town -> town.place().distanceMetres(place) <= reach).isPresent()) {
        return best;
      }
    }
    return best;
  }

  private Optional<Town> among(Place place, long population, double strip) {
    return northward.subList(from(place.latitude() - strip), from(Math.nextUp(place.latitude() + strip))).stream()
        .filter(town -> town.population() >= population)
        .min(Comparator.comparingDouble((Town town) -> town.place().distanceMetres(place)).thenComparing(Town::id));
  }

  /// The first town at or north of a latitude.
  private int from(double latitude) {
    int low = 0;
    int high = northward.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (northward.get(middle).latitude() < latitude) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
