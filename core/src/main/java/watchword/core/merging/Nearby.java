package watchword.core.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Finds the candidates of a node among nodes that come and go in any order.
///
/// They stand by cells as wide as the longest reach and by classes of their reach in time, each class twice the one
/// before; both only preselect.
final class Nearby {

  private final Cells cells = new Cells(Reach.MOST_METRES);
  /// The rows of each cell; most hold one or two.
  private final CellTable<List<Row>> rows = new CellTable<>();

  void add(Node node) {
    List<Row> here = rows.at(key(node), () -> new ArrayList<>(1));
    for (Row row : here) {
      if (row.reach == reach(node)) {
        row.add(node);
        return;
      }
    }
    Row row = new Row(reach(node));
    row.add(node);
    here.add(row);
  }

  void remove(Node node) {
    List<Row> here = rows.find(key(node)).orElse(List.of());
    for (Row row : here) {
      if (row.reach == reach(node) && row.remove(node)) {
        here.remove(row);
        break;
      }
    }
    if (here.isEmpty()) {
      rows.remove(key(node));
    }
  }

  /// Hands on every other node within reach of a node, which may itself be here or not; in no order that means
  /// anything.
  void each(Node node, Consumer<Node> within) {
    for (long cell : cells.around(cells.home(node))) {
      for (Row row : rows.find(cell).orElse(List.of())) {
        row.each(node, node.reachSeconds + Math.scalb(1.0, row.reach + 1), within);
      }
    }
  }

  private long key(Node node) {
    return Survey.key(cells.home(node).id());
  }

  /// The power of two at or below its reach in seconds.
  private static int reach(Node node) {
    return Math.getExponent(node.reachSeconds);
  }

  /// Nodes of one class of reach by the middle of their spans.
  private static final class Row {
    private final int reach;
    private final List<Node> nodes = new ArrayList<>(2);
    private final Columns where = new Columns();

    Row(int reach) {
      this.reach = reach;
    }

    void add(Node node) {
      int row = where.before(node.seconds);
      where.insert(row, node.seconds, node);
      nodes.add(row, node);
    }

    /// Whether nothing is left.
    boolean remove(Node node) {
      int row = where.before(node.seconds);
      while (row < nodes.size() && nodes.get(row) != node) {
        row++;
      }
      if (row < nodes.size()) {
        where.remove(row);
        nodes.remove(row);
      }
      return nodes.isEmpty();
    }

    void each(Node node, double reachSeconds, Consumer<Node> within) {
      double until = node.seconds + reachSeconds;
      for (int row = where.before(node.seconds - reachSeconds); row < nodes.size() && where.time(row) <= until; row++) {
        if (where.covers(row, node) && nodes.get(row) != node) {
          within.accept(nodes.get(row));
        }
      }
    }
  }
}
