package watchword.bench.peers;

/// What every way of merging may know of a report.
///
/// @param place names a point: its coordinates or, without them, its name; empty where nothing is known
/// @param second when it was reported, since 1970
record Row(String id, String place, long second, String kind, String source, String text) {

  private static final long DAY_SECONDS = 86_400;

  long day() {
    return Math.floorDiv(second, DAY_SECONDS);
  }
}
