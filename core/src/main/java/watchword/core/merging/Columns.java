package watchword.core.merging;

import java.util.Arrays;

/// When and where nodes are, a column of numbers for each: much faster to run over than the nodes.
final class Columns {

  private static final int FIRST_ROWS = 4;

  private int size;
  private double[] time = new double[FIRST_ROWS];
  private double[] x = new double[FIRST_ROWS];
  private double[] y = new double[FIRST_ROWS];
  private double[] z = new double[FIRST_ROWS];
  private double[] variance = new double[FIRST_ROWS];
  private double[] spread = new double[FIRST_ROWS];
  private double[] middle = new double[FIRST_ROWS];
  private double[] timeSpread = new double[FIRST_ROWS];
  private double[] reachMetres = new double[FIRST_ROWS];
  private double[] reachSeconds = new double[FIRST_ROWS];
  private long[] turn = new long[FIRST_ROWS];

  int size() {
    return size;
  }

  /// Puts a node into a row; those from there on move by one.
  ///
  /// @param at by which time it stands here, seconds
  void insert(int row, double at, Node node) {
    if (size == time.length) {
      resize(2 * size);
    }
    for (int i = size++; i > row; i--) {
      move(i - 1, i);
    }
    time[row] = at;
    x[row] = node.x;
    y[row] = node.y;
    z[row] = node.z;
    variance[row] = node.placeVariance;
    spread[row] = node.spread;
    middle[row] = node.seconds;
    timeSpread[row] = node.timeSpread;
    reachMetres[row] = node.reachMetres;
    reachSeconds[row] = node.reachSeconds;
    turn[row] = node.turn;
  }

  double time(int row) {
    return time[row];
  }

  /// Variance of the place, square metres.
  double variance(int row) {
    return variance[row];
  }

  /// Metres between a row and a node.
  double distance(int row, Node node) {
    return node.distance(x[row], y[row], z[row]);
  }

  /// Whether a row and a node are candidates, by [Reach#covers].
  boolean covers(int row, Node node) {
    return Math.abs(middle[row] - node.seconds) <= reachSeconds[row] + node.reachSeconds
        && distance(row, node) <= Math.min(Reach.MOST_METRES, reachMetres[row] + node.reachMetres);
  }

  /// What place and time let a score of a row and a node sink by, at least.
  double tails(int row, Node node) {
    double gap = middle[row] - node.seconds;
    return Bound.tails(node.squaredDistance(x[row], y[row], z[row]), spread[row] + node.spread, gap * gap, timeSpread[row] + node.timeSpread);
  }

  /// How many of the rows, which stand in order of time, stand before one.
  int before(double until) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time[middle] < until) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// How many of the rows, which stand in the order of their turns, came before a node.
  int before(Node node) {
    if (size == 0 || turn[size - 1] < node.turn) {
      return size;
    }
    int found = Arrays.binarySearch(turn, 0, size, node.turn);
    return found < 0 ? -found - 1 : found;
  }

  void remove(int row) {
    for (int i = row + 1; i < size; i++) {
      move(i, i - 1);
    }
    size--;
  }

  void removeFirst(int rows) {
    for (int i = rows; i < size; i++) {
      move(i, i - rows);
    }
    size -= rows;
    if (size < time.length / 4) {
      resize(Math.max(FIRST_ROWS, 2 * size));
    }
  }

  private void move(int from, int to) {
    time[to] = time[from];
    x[to] = x[from];
    y[to] = y[from];
    z[to] = z[from];
    variance[to] = variance[from];
    spread[to] = spread[from];
    middle[to] = middle[from];
    timeSpread[to] = timeSpread[from];
    reachMetres[to] = reachMetres[from];
    reachSeconds[to] = reachSeconds[from];
    turn[to] = turn[from];
  }

  private void resize(int rows) {
    time = Arrays.copyOf(time, rows);
    x = Arrays.copyOf(x, rows);
    y = Arrays.copyOf(y, rows);
    z = Arrays.copyOf(z, rows);
    variance = Arrays.copyOf(variance, rows);
    spread = Arrays.copyOf(spread, rows);
    middle = Arrays.copyOf(middle, rows);
    timeSpread = Arrays.copyOf(timeSpread, rows);
    reachMetres = Arrays.copyOf(reachMetres, rows);
    reachSeconds = Arrays.copyOf(reachSeconds, rows);
    turn = Arrays.copyOf(turn, rows);
  }
}
