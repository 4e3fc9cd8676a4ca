package watchword.core.place;

import java.util.List;

/// A named place of a gazetteer.
///
/// @param name the name shown where no language is asked for
/// @param names other spellings, in any language, declined forms too
/// @param district the name of the district it lies in, or empty
public record Town(
    String id,
    String name,
    List<String> names,
    double latitude,
    double longitude,
    long population,
    String district) {

  public Town {
    names = List.copyOf(names);
  }

  /// The town as a place: a larger town is a vaguer answer.
  public Place place() {
    return new Place(latitude, longitude, radiusMetres(), name);
  }

  /// About the built-up radius: 1 km for a village, 4 km for a city of 250,000.
  public double radiusMetres() {
    return 900 + 6 * StrictMath.sqrt((double) population);
  }
}
