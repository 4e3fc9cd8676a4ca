package watchword.core.incident;

import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2Cap;
import com.google.common.geometry.S2Cell;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Projections;
import com.google.common.geometry.S2RegionCoverer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.core.place.Place;

/// Finds the pairs worth scoring: near enough in place and time that they could link ([Reach]).
///
/// Cells only preselect, with margin: a pair within reach of each other is found whatever cells it lies in. In a hot spot a node meets the latest
/// [#MOST] before it within reach. Nodes must come in order; those that nothing later can reach are forgotten.
final class Candidates {

  /// A node meets at most so many earlier ones, the latest within reach: content decides, whatever cells they lie in.
  static final int MOST = 2_000;

  /// Of so many cells it is remembered which lie around them; of more it is found out again.
  private static final int REMEMBERED = 1 << 16;

  private final double reachMetres;
  private final double reachSeconds;
  private final int level;
  private final int most;
  private final CellTable<Past> byCell = new CellTable<>();
  private CellTable<long[]> coverings = new CellTable<>();
  private double swept = Double.NEGATIVE_INFINITY;
  private long come;

  Candidates(Survey survey) {
    this(survey, MOST);
  }

  /// @param most so many earlier nodes one meets at most
  Candidates(Survey survey, int most) {
    this.most = most;
    this.reachMetres = survey.reachMetres();
    this.reachSeconds = survey.reachSeconds();
    this.level = level(reachMetres);
  }

  /// Takes the next nodes in order: each may then be asked for those before it.
  void add(List<Node> batch) {
    forget(batch.getFirst().earliest() - reachSeconds);
    if (coverings.size() > REMEMBERED) {
      coverings = new CellTable<>();
    }
    for (Node node : batch) {
      node.turn = come++;
      S2CellId home = home(node);
      long key = Survey.key(home.id());
      coverings.at(key, () -> around(home));
      byCell.at(key, Past::new).add(node);
    }
  }

  /// The candidates that came before one of the last batch; several threads may ask at once.
  ///
  /// @param lowest candidates may be left out whose place and time let a score sink so far, by [Linkage#lowestTails]
  List<Node> before(Node node, double lowest) {
    List<Node> met = new ArrayList<>();
    if (meet(node, lowest, met) <= most) {
      return met;
    }
    met.clear();
    meet(node, Double.NEGATIVE_INFINITY, met);
    return latest(met, most);
  }

  private int meet(Node node, double lowest, List<Node> met) {
    int within = 0;
    for (long cell : coverings.find(Survey.key(home(node).id())).orElseThrow()) {
      Optional<Past> past = byCell.find(cell);
      if (past.isPresent()) {
        within += past.get().meet(node, lowest, met);
      }
    }
    return within;
  }

  private S2CellId home(Node node) {
    return S2CellId.fromPoint(point(node)).parent(level);
  }

  /// The latest of some nodes, where they are too many.
  static List<Node> latest(List<Node> nodes, int most) {
    if (nodes.size() <= most) {
      return nodes;
    }
    nodes.sort(Node.ORDER.reversed());
    return nodes.subList(0, most);
  }

  /// Once in a reach of time, so that a node is kept for two at most.
  private void forget(double before) {
    if (before - swept > reachSeconds) {
      swept = before;
      byCell.removeIf(nodes -> nodes.forget(before - Course.ROUNDING));
    }
  }

  /// Keys of the cells that a circle of the reach around any point of the cell touches.
  private long[] around(S2CellId home) {
    S1Angle corner = new S1Angle(home.toPoint(), new S2Cell(home).getVertex(0));
    S1Angle radius = S1Angle.radians(reachMetres / Place.EARTH_RADIUS_METRES + 2 * corner.radians());
    S2RegionCoverer coverer = S2RegionCoverer.builder().setMinLevel(level).setMaxLevel(level).setMaxCells(Integer.MAX_VALUE).build();
    ArrayList<S2CellId> cells = new ArrayList<>();
    coverer.getCovering(S2Cap.fromAxisAngle(home.toPoint(), radius), cells);
    cells.sort(null);
    return cells.stream().mapToLong(S2CellId::id).map(Survey::key).toArray();
  }

  /// The nodes of a cell in order, where they are in columns: most are passed over without being looked at themselves.
  private final class Past {
    private final List<Node> nodes = new ArrayList<>(2);
    private final Columns where = new Columns();

    void add(Node node) {
      nodes.add(node);
      where.insert(nodes.size() - 1, node.earliest(), node);
    }

    /// No more than the latest of each cell can be among the latest of all.
    ///
    /// @return how many are within reach, those left out too
    int meet(Node node, double lowest, List<Node> met) {
      int within = 0;
      for (int i = where.before(node) - 1; i >= 0 && within < most; i--) {
        if (node.earliest() - where.time(i) > reachSeconds) {
          break;
        }
        if (where.covers(i, node)) {
          within++;
          if (where.tails(i, node) > lowest) {
            met.add(nodes.get(i));
          }
        }
      }
      return within;
    }

    /// Whether nothing is left. Nodes come by their exact times, so rounded ones may stand a little out of order.
    boolean forget(double before) {
      int gone = 0;
      while (gone < nodes.size() && where.time(gone) < before) {
        gone++;
      }
      nodes.subList(0, gone).clear();
      where.removeFirst(gone);
      return nodes.isEmpty();
    }
  }

  private static S2Point point(Node node) {
    return new S2Point(node.x, node.y, node.z);
  }

  /// The level whose cells are about as wide as the reach.
  private static int level(double metres) {
    return Math.min(S2CellId.MAX_LEVEL, S2Projections.PROJ.avgWidth.getClosestLevel(metres / Place.EARTH_RADIUS_METRES));
  }
}
