package watchword.drill;

import java.util.List;
import watchword.core.place.Place;

/// A point of the country, in decimal degrees.
public record Point(double latitude, double longitude) {

  private static final double METRES_A_DEGREE = 111_195;

  /// A pair as the data files write it: latitude, longitude.
  static Point of(List<Double> pair) {
    return new Point(pair.get(0), pair.get(1));
  }

  /// The point so far away in a direction; north is 0, east 90. Flat: good for the tens of kilometres a drill needs.
  Point moved(double metres, double bearingDegrees) {
    double bearing = StrictMath.toRadians(bearingDegrees);
    double north = metres * StrictMath.cos(bearing) / METRES_A_DEGREE;
    double east = metres * StrictMath.sin(bearing) / METRES_A_DEGREE / StrictMath.cos(StrictMath.toRadians(latitude));
    return new Point(latitude + north, longitude + east);
  }

  /// The point at a share of the straight way to another.
  Point towards(Point other, double share) {
    return new Point(
        latitude + share * (other.latitude - latitude), longitude + share * (other.longitude - longitude));
  }

  double metresTo(Point other) {
    return place(1, "").distanceMetres(other.place(1, ""));
  }

  double bearingTo(Point other) {
    double east = (other.longitude - longitude) * StrictMath.cos(StrictMath.toRadians(latitude));
    double degrees = StrictMath.toDegrees(StrictMath.atan2(east, other.latitude - latitude));
    return degrees < 0 ? degrees + 360 : degrees;
  }

  /// As a report says it: five decimals, whole metres.
  Place place(double uncertaintyMetres, String name) {
    return new Place(rounded(latitude), rounded(longitude), StrictMath.max(1, StrictMath.rint(uncertaintyMetres)), name);
  }

  private static double rounded(double degrees) {
    return StrictMath.rint(degrees * 1e5) / 1e5;
  }
}
