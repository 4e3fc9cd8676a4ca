package watchword.console;

import java.util.List;
import watchword.core.place.Place;

/// Lays places out on a small flat picture, north up.
///
/// @param scale picture units a metre
record Projection(double latitude, double longitude, double scale, double width, double height) {

  private static final double METRES_PER_DEGREE = Math.toRadians(1) * Place.EARTH_RADIUS_METRES;

  /// A picture shows at least so much, so that a single pin has surroundings.
  private static final double LEAST_METRES = 6_000;

  /// Beyond this a vague report would shrink everything else to a dot.
  private static final double MOST_RADIUS = 25_000;

  /// @param places at least one
  static Projection of(List<Place> places, double width, double height) {
    double south = 90;
    double north = -90;
    double west = 180;
    double east = -180;
    for (Place place : places) {
      double radius = Math.min(MOST_RADIUS, place.uncertaintyMetres());
      double up = radius / METRES_PER_DEGREE;
      double across = up / Math.max(0.05, Math.cos(Math.toRadians(place.latitude())));
      south = Math.min(south, place.latitude() - up);
      north = Math.max(north, place.latitude() + up);
      west = Math.min(west, place.longitude() - across);
      east = Math.max(east, place.longitude() + across);
    }
    double latitude = (south + north) / 2;
    double longitude = (west + east) / 2;
    double high = Math.max(LEAST_METRES, (north - south) * METRES_PER_DEGREE) * 1.15;
    double wide = Math.max(LEAST_METRES, (east - west) * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude))) * 1.15;
    return new Projection(latitude, longitude, Math.min(width / wide, height / high), width, height);
  }

  double x(Place place) {
    return width / 2 + (place.longitude() - longitude) * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude)) * scale;
  }

  double y(Place place) {
    return height / 2 - (place.latitude() - latitude) * METRES_PER_DEGREE * scale;
  }

  boolean shows(Place place) {
    return x(place) >= 0 && x(place) <= width && y(place) >= 0 && y(place) <= height;
  }
}
