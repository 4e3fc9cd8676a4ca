package watchword.core.report;

/// A number in a report, by the field of the kind it fills.
public record Figure(String name, long value) {

  /// The field that tells a heading in degrees from north clockwise: a number, but not a count.
  public static final String DIRECTION = "direction";
}
