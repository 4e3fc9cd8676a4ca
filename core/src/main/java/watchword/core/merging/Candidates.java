package watchword.core.merging;

import com.google.common.geometry.S2CellId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  private final CellTable<Past> byCell = new CellTable<>();
  /// The cells around those of the last batch.
  private CellTable<long[]> around = new CellTable<>();
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
    this.cells = new Cells(reachMetres);
  }

  /// Takes the next nodes in order: each may then be asked for those before it.
  void add(List<Node> batch) {
    forget(batch.getFirst().earliest() - reachSeconds);
    around = new CellTable<>();
    for (Node node : batch) {
      node.turn = come++;
      S2CellId home = cells.home(node);
      long key = Survey.key(home.id());
      around.at(key, () -> cells.around(home));
      byCell.at(key, Past::new).add(node);
    }
  }

  /// The candidates that came before one of the last batch; several threads may ask at once.
  ///
  /// @param lowest candidates may be left out whose place and time let a score sink so far, by [Ceiling#lowestTails]
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
    for (long cell : around.find(Survey.key(cells.home(node).id())).orElseThrow()) {
      Optional<Past> past = byCell.find(cell);
      if (past.isPresent()) {
        within += past.get().meet(node, lowest, met);
      }
    }
    return within;
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
}
