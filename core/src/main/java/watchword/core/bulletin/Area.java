package watchword.core.bulletin;

/// Where, as the public may know it: around a town or a district, never a point of a report.
///
/// @param name the town's or district's name
/// @param latitude of the town or of the district's main town, decimal degrees
/// @param longitude decimal degrees
/// @param radiusMetres one of a few fixed sizes
public record Area(String name, double latitude, double longitude, int radiusMetres, Extent extent) {

  /// How the area is named.
  public enum Extent {
    NEAR_TOWN,
    DISTRICT
  }
}
