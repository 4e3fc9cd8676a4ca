package watchword.core.merging;

import com.google.common.geometry.S2CellId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Finds the candidates of a node among nodes that come and go in any order.
///
/// They stand by cells as wide as the longest reach and by classes of their reach in time, each class twice the one
/// before; both only preselect.
final class Nearby {

  /// Where nodes of one class of reach stand.
  private record Stand(long cell, int reach) {
    @Override
    public int hashCode() {
      return 31 * Long.hashCode(cell) + reach;
    }
  }

  private final Cells cells = new Cells(Reach.MOST_METRES);
  private final Map<Stand, Row> rows = new HashMap<>();
  private final TreeSet<Integer> classes = new TreeSet<>();

  void add(Node node) {
    classes.add(reach(node));
    rows.computeIfAbsent(stand(node), stand -> new Row()).add(node);
  }

  void remove(Node node) {
    Stand stand = stand(node);
    Row row = rows.get(stand);
    if (row != null && row.remove(node)) {
      rows.remove(stand);
    }
  }

  /// Hands on every other node within reach of a node, which may itself be here or not; in no order that means
  /// anything.
  void each(Node node, Consumer<Node> within) {
    S2CellId home = cells.home(node);
    for (long cell : cells.around(home)) {
      for (int reach : classes) {
        Row row = rows.get(new Stand(cell, reach));
        if (row != null) {
          row.each(node, node.reachSeconds + Math.scalb(1.0, reach + 1), within);
        }
      }
    }
  }

  private Stand stand(Node node) {
    return new Stand(Survey.key(cells.home(node).id()), reach(node));
  }

  /// The power of two at or below its reach in seconds.
  private static int reach(Node node) {
    return Math.getExponent(node.reachSeconds);
  }

  /// Nodes by the middle of their spans.
  private static final class Row {
    private final List<Node> nodes = new ArrayList<>(2);
    private final Columns where = new Columns();

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
      for (int row = where.before(node.seconds - reachSeconds); row < nodes.size() && where.time(row) <= node.seconds + reachSeconds; row++) {
        if (where.distance(row, node) <= Reach.MOST_METRES) {
          Node other = nodes.get(row);
          if (other != node && Reach.covers(other, node)) {
            within.accept(other);
          }
        }
      }
    }
  }
}
