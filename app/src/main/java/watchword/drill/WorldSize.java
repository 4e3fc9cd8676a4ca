package watchword.drill;

/// How much is sent.
///
/// @param reports all of them
/// @param planted those of them about the planted alarm
/// @param hours how long the world lasts
public record WorldSize(int reports, int planted, int hours) {

  /// An evening a small desk can just follow.
  public static final WorldSize USUAL = new WorldSize(300, 40, 6);

  public WorldSize {
    if (reports < 1 || planted < 0 || planted > reports || hours < 1) {
      throw new IllegalArgumentException("a world needs a report and an hour, and no more planted reports than reports");
    }
  }
}
