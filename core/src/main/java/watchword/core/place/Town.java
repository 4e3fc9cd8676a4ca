package watchword.core.place;

import java.util.List;
import java.util.Optional;

/// A named place of a gazetteer.
///
/// @param name the name shown where no language is asked for
/// @param names other spellings, in any language, declined forms too
/// @param district the name of the district it lies in, or empty
/// @param uncertaintyMetres how far from the point it may reach, where its list says so
/// @param kind what it is on the desk's own list, such as "polling station"; empty for a town of a gazetteer
public record Town(
    String id,
    String name,
    List<String> names,
    double latitude,
    double longitude,
    long population,
    String district,
    Optional<Double> uncertaintyMetres,
    String kind) {

  public Town {
    names = List.copyOf(names);
  }

  /// A town of a gazetteer.
  public Town(String id, String name, List<String> names, double latitude, double longitude, long population, String district) {
    this(id, name, names, latitude, longitude, population, district, Optional.empty(), "");
  }

  /// Whether the desk named it itself.
  public boolean own() {
    return !kind.isEmpty();
  }

  /// The town as a place: a larger town is a vaguer answer.
  public Place place() {
    return new Place(latitude, longitude, radiusMetres(), name);
  }

  /// What its list says, else about the built-up radius: 1 km for a village, 4 km for a city of 250,000.
  public double radiusMetres() {
    return uncertaintyMetres.orElseGet(() -> 900 + 6 * StrictMath.sqrt((double) population));
  }
}
