package watchword.drill;

import java.util.List;

/// How happenings of a kind look in the drill: how often, where, how long, how many.
///
/// @param weight how often, against the others; shaped after what Hajun's readers and election desks received: movements and
///     blasts most, ballots least
/// @param minutesLow shortest course; a state's is cut at the end of the world
/// @param countLow least of what its `{n}` counts
record Recipe(String kind, double weight, Where where, int minutesLow, int minutesHigh, int countLow, int countHigh) {

  /// The kind of place a happening needs.
  enum Where {
    IN_TOWN,
    ON_SQUARE,
    AT_WORKS,
    OUTSIDE_TOWN,
    ALL_OVER_TOWN,
    ALONG_ROAD,
    BY_ROAD,
    ALONG_RAILWAY,
    AIRFIELD,
    BORDER,
    POLLING_STATION,
    BY_WATER,
    OVERHEAD
  }

  static final List<Recipe> ALL =
      List.of(
          new Recipe("explosion", 3, Where.IN_TOWN, 2, 8, 2, 9),
          new Recipe("gunfire", 2, Where.IN_TOWN, 5, 20, 3, 30),
          new Recipe("shelling", 2, Where.OUTSIDE_TOWN, 15, 40, 4, 40),
          new Recipe("missile-launch", 1, Where.OUTSIDE_TOWN, 2, 10, 2, 6),
          new Recipe("drone", 2, Where.OVERHEAD, 3, 5, 2, 12),
          new Recipe("aircraft-takeoff", 1, Where.AIRFIELD, 5, 15, 2, 6),
          new Recipe("helicopter", 1, Where.OVERHEAD, 2, 4, 2, 6),
          new Recipe("column", 3, Where.ALONG_ROAD, 25, 50, 8, 90),
          new Recipe("military-train", 2, Where.ALONG_RAILWAY, 20, 45, 15, 50),
          new Recipe("camp", 2, Where.OUTSIDE_TOWN, 300, 600, 10, 80),
          new Recipe("troops-at-border", 1, Where.BORDER, 300, 600, 20, 200),
          new Recipe("roadblock", 2, Where.BY_ROAD, 90, 240, 2, 9),
          new Recipe("arrest", 2, Where.IN_TOWN, 10, 20, 2, 8),
          new Recipe("crowd-dispersed", 1, Where.ON_SQUARE, 20, 60, 40, 900),
          new Recipe("ballot-stuffing", 1, Where.POLLING_STATION, 10, 40, 20, 300),
          new Recipe("polling-station-closed", 1, Where.POLLING_STATION, 90, 240, 8, 60),
          new Recipe("power-cut", 1, Where.ALL_OVER_TOWN, 60, 240, 2, 9),
          new Recipe("network-cut", 1, Where.ALL_OVER_TOWN, 60, 240, 2, 9),
          new Recipe("fire", 2, Where.AT_WORKS, 40, 120, 2, 9),
          new Recipe("flood", 1, Where.BY_WATER, 240, 480, 20, 90));

  static Recipe of(String kind) {
    return ALL.stream().filter(recipe -> recipe.kind().equals(kind)).findFirst()
        .orElseThrow(() -> new IllegalStateException("the drill has no recipe for " + kind));
  }
}
