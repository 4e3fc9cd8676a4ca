package watchword.core.incident;

import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import watchword.core.place.Place;

/// How many unrelated reports of a kind a place gets anyway: two reports of a quiet village meet for a reason, two of a besieged city by chance.
///
/// Seismology tells aftershocks from the background the same way (Zhuang, Ogata & Vere-Jones 2002). The background of a node is counted in the
/// time before it, with a guard between, so that neither its own happening nor anything later changes it.
final class Crowd {

  /// Late and mistaken reports of one happening lie within so many deviations of its time.
  private static final double GUARD = 30;

  /// The background is counted over so many deviations before the guard.
  private static final double WINDOW = 100;

  /// Beyond three deviations a report adds nothing to the density here.
  private static final double REACH = 3;

  /// So many tell a rate to an eighth; a hot cell holds thousands.
  private static final int COUNTED = 64;

  private record Cell(String kind, long id) {}

  private final Map<Cell, List<Node>> past = new HashMap<>();
  private final int level;

  private Crowd(double reachMetres) {
    this.level = S2Projections.PROJ.minWidth.getMaxLevel(reachMetres / Place.EARTH_RADIUS_METRES);
  }

  /// Tells each node its background.
  ///
  /// @param nodes placed ones, in order
  static void tell(List<Node> nodes) {
    double widest = nodes.stream().mapToDouble(Crowd::deviation).max().orElse(1);
    Crowd crowd = new Crowd(REACH * StrictMath.sqrt(2) * widest);
    nodes.forEach(crowd::remember);
    Map<S2CellId, Integer> points = new HashMap<>();
    nodes.forEach(node -> points.merge(leaf(node), 1, Integer::sum));
    nodes.forEach(node -> node.lookedUp = points.getOrDefault(leaf(node), 0) > 1);
    nodes.forEach(node -> node.background = crowd.density(node));
  }

  private static double deviation(Node node) {
    double scale = node.first.kind().sameHappeningMetres() / 2.0;
    return StrictMath.sqrt(node.placeVariance + scale * scale);
  }

  private void remember(Node node) {
    past.computeIfAbsent(new Cell(node.first.kind().id(), home(node).id()), cell -> new ArrayList<>()).add(node);
  }

  private static S2CellId leaf(Node node) {
    Place place = node.first.place().orElseThrow();
    return S2CellId.fromLatLng(S2LatLng.fromDegrees(place.latitude(), place.longitude()));
  }

  private S2CellId home(Node node) {
    return leaf(node).parent(level);
  }

  /// Reports of this kind per square metre and second.
  private double density(Node node) {
    double deviation = Linkage.timeDeviation(node);
    double until = node.seconds - GUARD * deviation;
    double from = until - WINDOW * deviation;
    double density = 0;
    for (S2CellId cell : around(home(node))) {
      density += density(node, past.getOrDefault(new Cell(node.first.kind().id(), cell.id()), List.of()), from, until);
    }
    return density;
  }

  /// The latest come first, and where they are many a shorter time is looked at.
  private static double density(Node node, List<Node> cell, double from, double until) {
    double sum = 0;
    double since = from;
    int counted = 0;
    for (int i = before(cell, until); i >= 0 && cell.get(i).seconds >= from; i--) {
      Node other = cell.get(i);
      double scale = node.first.kind().sameHappeningMetres() / 2.0;
      sum += Linkage.normal2(node.distance(other), node.placeVariance + other.placeVariance + scale * scale);
      if (++counted == COUNTED) {
        since = other.seconds;
        break;
      }
    }
    return sum / Math.max(1, until - since);
  }

  /// The last of the cell that starts before; nodes are in order of their earliest time.
  private static int before(List<Node> cell, double until) {
    int low = 0;
    int high = cell.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cell.get(middle).seconds < until) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /// The cell and those beside it: it is at least as wide as the reach is long.
  private List<S2CellId> around(S2CellId home) {
    List<S2CellId> cells = new ArrayList<>();
    home.getAllNeighbors(level, cells);
    cells.add(home);
    cells.sort(null);
    return cells;
  }
}
