package watchword.core.incident;

import com.google.common.geometry.S2CellId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Finds the pairs worth scoring: near enough in place and time that they could link ([Reach]).
///
/// Cells only preselect, with margin: a pair within reach of each other is found whatever cells it lies in. In a hot spot a node meets the latest
/// [#MOST] before it within reach. Nodes must come in order; those that nothing later can reach are forgotten.
final class Candidates {

  /// A node meets at most so many earlier ones, the latest within reach: content decides, whatever cells they lie in.
  static final int MOST = 2_000;

  private final double reachMetres;
  private final double reachSeconds;
  private final Cells cells;
  private final int most;
  private final List<Node> met = new ArrayList<>();
  private final Map<Long, Past> byCell = new HashMap<>();
  private double swept = Double.NEGATIVE_INFINITY;

  Candidates(Survey survey) {
    this(survey, MOST);
  }

  /// @param most so many earlier nodes one meets at most
  Candidates(Survey survey, int most) {
    this.most = most;
    this.reachMetres = survey.reachMetres();
    this.reachSeconds = survey.reachSeconds();
    this.cells = new Cells(reachMetres);
  }

  /// Hands every earlier node within reach to the consumer, then remembers this one.
  void offer(Node node, BiConsumer<Node, Node> pair) {
    forget(node.earliest() - reachSeconds);
    S2CellId home = cells.home(node);
    for (long cell : cells.around(home)) {
      Past earlier = byCell.get(cell);
      if (earlier != null) {
        earlier.meet(node);
      }
    }
    latest(met, most).forEach(earlier -> pair.accept(earlier, node));
    met.clear();
    byCell.computeIfAbsent(Survey.key(home.id()), id -> new Past()).add(node);
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
      byCell.values().removeIf(nodes -> nodes.forget(before - Course.ROUNDING));
    }
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
    void meet(Node node) {
      int before = met.size();
      for (int i = nodes.size() - 1; i >= 0 && met.size() - before < most; i--) {
        if (node.earliest() - where.time(i) > reachSeconds) {
          break;
        }
        if (where.distance(i, node) <= reachMetres && Reach.covers(nodes.get(i), node)) {
          met.add(nodes.get(i));
        }
      }
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
}
