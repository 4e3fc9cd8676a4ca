package watchword.core.incident;

import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2Cap;
import com.google.common.geometry.S2Cell;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Projections;
import com.google.common.geometry.S2RegionCoverer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import watchword.core.kind.Kind;
import watchword.core.place.Place;

/// Finds the pairs worth scoring: near enough in place and time that they could link.
///
/// Cells only preselect, with margin: a pair within reach of each other is found whatever cells it lies in. Nodes must come in order.
final class Candidates {

  /// Three deviations: beyond them only the gross-error tail is left, and no pair links by that alone.
  private static final double DEVIATIONS = 3;

  private static final double MAX_REACH_METRES = 60_000;

  /// In a hot cell a node meets at most so many earlier ones, the latest; by order alone, so content decides.
  private static final int MAX_PER_NODE = 2_000;

  private final double reachMetres;
  private final double reachSeconds;
  private final int level;
  private final Map<Long, List<Node>> byCell = new HashMap<>();
  private final Map<Long, List<S2CellId>> coverings = new HashMap<>();

  /// @param nodes those that will be offered
  Candidates(List<Node> nodes) {
    double metres = 1_000;
    double seconds = 3_600;
    double longest = 0;
    for (Node node : nodes) {
      Kind kind = node.first.kind();
      double deviation = StrictMath.sqrt(node.placeVariance) + kind.sameHappeningMetres() / 2.0 + kind.speedKmh() / 3.6 * 1_800;
      metres = Math.max(metres, DEVIATIONS * deviation);
      longest = Math.max(longest, 2 * node.halfSpan);
      seconds = Math.max(seconds, DEVIATIONS * (60.0 * kind.sameHappeningMinutes() + node.halfSpan));
    }
    this.reachMetres = Math.min(MAX_REACH_METRES, 2 * metres);
    this.reachSeconds = 2 * seconds + longest;
    this.level = level(reachMetres);
  }

  /// Hands every earlier node within reach to the consumer, then remembers this one.
  void offer(Node node, BiConsumer<Node, Node> pair) {
    S2CellId home = S2CellId.fromPoint(point(node)).parent(level);
    int met = 0;
    for (S2CellId cell : around(home)) {
      List<Node> earlier = byCell.getOrDefault(cell.id(), List.of());
      for (int i = earlier.size() - 1; i >= 0 && met < MAX_PER_NODE; i--) {
        Node other = earlier.get(i);
        if (node.earliest() - other.earliest() > reachSeconds) {
          break;
        }
        if (node.distance(other) <= reachMetres) {
          met++;
          pair.accept(other, node);
        }
      }
    }
    byCell.computeIfAbsent(home.id(), id -> new ArrayList<>()).add(node);
  }

  /// The cells that a circle of the reach around any point of the cell touches.
  private List<S2CellId> around(S2CellId home) {
    return coverings.computeIfAbsent(home.id(), id -> {
      S1Angle corner = new S1Angle(home.toPoint(), new S2Cell(home).getVertex(0));
      S1Angle radius = S1Angle.radians(reachMetres / Place.EARTH_RADIUS_METRES + 2 * corner.radians());
      S2RegionCoverer coverer = S2RegionCoverer.builder().setMinLevel(level).setMaxLevel(level).setMaxCells(Integer.MAX_VALUE).build();
      ArrayList<S2CellId> cells = new ArrayList<>();
      coverer.getCovering(S2Cap.fromAxisAngle(home.toPoint(), radius), cells);
      cells.sort(null);
      return List.copyOf(cells);
    });
  }

  private static S2Point point(Node node) {
    return new S2Point(node.x, node.y, node.z);
  }

  /// The level whose cells are about as wide as the reach.
  private static int level(double metres) {
    return Math.min(S2CellId.MAX_LEVEL, S2Projections.PROJ.avgWidth.getClosestLevel(metres / Place.EARTH_RADIUS_METRES));
  }
}
