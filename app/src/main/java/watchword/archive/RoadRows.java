package watchword.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watchword.core.place.Place;
import watchword.core.place.Road;
import watchword.core.place.Town;

/// The rows of a place list that are points of roads.
final class RoadRows {

  private final String file;
  private final Map<String, List<Point>> byName = new LinkedHashMap<>();

  private record Point(Row.Read row, Town town) {
    Place place() {
      return town.place();
    }
  }

  /// @param file what rejected rows call it
  RoadRows(String file) {
    this.file = file;
  }

  /// Takes the next point of the road that has its name.
  void add(Row.Read row, Town point) throws RowFault {
    List<Point> course = byName.computeIfAbsent(point.name(), name -> new ArrayList<>());
    if (course.size() == Road.MOST_POINTS) {
      throw new RowFault("its road has " + Road.MOST_POINTS + " points already; leave out those between which it is nearly straight");
    }
    Point next = new Point(row, point);
    if (!course.isEmpty() && course.getLast().place().distanceMetres(next.place()) == 0) {
      throw new RowFault("it is the point before it on its road");
    }
    course.add(next);
  }

  /// The roads in the order of their first rows, each under all names that its rows give.
  ///
  /// @param rejects takes those that have one point alone
  List<Road> roads(List<Reject> rejects) {
    List<Road> roads = new ArrayList<>();
    byName.forEach((name, course) -> {
      if (course.size() == 1) {
        Row.Read row = course.getFirst().row();
        rejects.add(new Reject(file, row.number(), "a road needs two points at least, each a row of its name", row.raw()));
      } else {
        List<String> names = course.stream().flatMap(point -> point.town().names().stream()).distinct().toList();
        roads.add(new Road(name, names, course.stream().map(Point::place).toList()));
      }
    });
    return roads;
  }
}
