package watchword.core.place;

/// Where something happened: a point and how far off it may be.
///
/// @param latitude decimal degrees, WGS 84
/// @param longitude decimal degrees, WGS 84
/// @param uncertaintyMetres radius that holds the true place in two of three cases
/// @param name the words it was given in, or empty
public record Place(double latitude, double longitude, double uncertaintyMetres, String name) {

  /// Mean Earth radius, metres (IUGG).
  public static final double EARTH_RADIUS_METRES = 6_371_008.8;

  public Place {
    if (!(latitude >= -90 && latitude <= 90)) {
      throw new IllegalArgumentException("latitude is not between −90 and 90");
    }
    if (!(longitude >= -180 && longitude <= 180)) {
      throw new IllegalArgumentException("longitude is not between −180 and 180");
    }
    if (!(uncertaintyMetres > 0)) {
      throw new IllegalArgumentException("uncertainty is not above 0 m");
    }
  }

  /// Great-circle distance in metres (haversine; StrictMath, so that machines agree).
  public double distanceMetres(Place other) {
    double lat1 = StrictMath.toRadians(latitude);
    double lat2 = StrictMath.toRadians(other.latitude);
    double sinLat = StrictMath.sin((lat2 - lat1) / 2);
    double sinLon = StrictMath.sin(StrictMath.toRadians(other.longitude - longitude) / 2);
    double h = sinLat * sinLat + StrictMath.cos(lat1) * StrictMath.cos(lat2) * sinLon * sinLon;
    return 2 * EARTH_RADIUS_METRES * StrictMath.asin(Math.min(1, StrictMath.sqrt(h)));
  }

  /// The bearing of another place from here, degrees from north clockwise.
  public double bearing(Place other) {
    double lat1 = StrictMath.toRadians(latitude);
    double lat2 = StrictMath.toRadians(other.latitude);
    double east = StrictMath.toRadians(other.longitude - longitude);
    double y = StrictMath.sin(east) * StrictMath.cos(lat2);
    double x = StrictMath.cos(lat1) * StrictMath.sin(lat2) - StrictMath.sin(lat1) * StrictMath.cos(lat2) * StrictMath.cos(east);
    double degrees = StrictMath.toDegrees(StrictMath.atan2(y, x));
    return degrees < 0 ? degrees + 360 : degrees;
  }

  /// The place so far away in this direction, as unsure as told.
  public Place moved(double metres, double bearing, double uncertainty) {
    double arc = metres / EARTH_RADIUS_METRES;
    double way = StrictMath.toRadians(bearing);
    double lat1 = StrictMath.toRadians(latitude);
    double sinLat = StrictMath.sin(lat1) * StrictMath.cos(arc) + StrictMath.cos(lat1) * StrictMath.sin(arc) * StrictMath.cos(way);
    double y = StrictMath.sin(way) * StrictMath.sin(arc) * StrictMath.cos(lat1);
    double east = StrictMath.toDegrees(StrictMath.atan2(y, StrictMath.cos(arc) - StrictMath.sin(lat1) * sinLat));
    double there = longitude + east;
    double wrapped = there > 180 ? there - 360 : there < -180 ? there + 360 : there;
    return new Place(StrictMath.toDegrees(StrictMath.asin(Math.max(-1, Math.min(1, sinLat)))), wrapped, uncertainty, name);
  }
}
