package watchword.core.place;

import java.util.List;

/// The coasts and borders of an area, to be drawn under a map.
public record Outline(List<Line> lines) {

  /// Nothing to draw.
  public static final Outline NONE = new Outline(List.of());

  public Outline {
    lines = List.copyOf(lines);
  }

  /// Points in the order they are joined.
  public record Line(List<Point> points) {
    public Line {
      points = List.copyOf(points);
    }
  }

  /// Decimal degrees, WGS 84.
  public record Point(double latitude, double longitude) {}
}
