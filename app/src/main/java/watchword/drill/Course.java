package watchword.drill;

import java.util.List;

/// Where a happening is while it lasts.
public sealed interface Course {

  /// The point so many seconds after the beginning.
  Point at(double seconds);

  /// It stays where it is.
  record Stays(Point point) implements Course {
    @Override
    public Point at(double seconds) {
      return point;
    }
  }

  /// It moves along a line at a constant speed and stops at its end.
  record Moves(List<Point> line, double speedKmh) implements Course {

    public Moves {
      if (line.size() < 2 || !(speedKmh > 0)) {
        throw new IllegalArgumentException("a course needs two points and a speed");
      }
      line = List.copyOf(line);
    }

    @Override
    public Point at(double seconds) {
      double left = seconds * speedKmh / 3.6;
      for (int i = 1; i < line.size(); i++) {
        double leg = line.get(i - 1).metresTo(line.get(i));
        if (left < leg) {
          return line.get(i - 1).towards(line.get(i), left / leg);
        }
        left -= leg;
      }
      return line.getLast();
    }

    double lengthMetres() {
      double length = 0;
      for (int i = 1; i < line.size(); i++) {
        length += line.get(i - 1).metresTo(line.get(i));
      }
      return length;
    }
  }
}
