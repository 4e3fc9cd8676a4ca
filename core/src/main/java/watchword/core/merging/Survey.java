package watchword.core.merging;

import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2Point;

/// What must be known of all nodes before the first is merged: how far any of them reaches, and which points stand more than once.
///
/// It is all that merging knows of the future, so that nodes may come and go one after the other.
final class Survey {

  private double metres;
  private double seconds;
  private double longest;
  private double slowest;
  private double vaguest;
  private double lasting;
  private double sharpest = Double.MAX_VALUE;
  private double beside = Double.NEGATIVE_INFINITY;
  private double claimed;
  private int figures;
  private final SeenTwice points = new SeenTwice();

  /// Surveys nodes in any order.
  static Survey of(Iterable<Node> nodes) {
    Survey survey = new Survey();
    nodes.forEach(survey::add);
    return survey;
  }

  void add(Node node) {
    double deviation = Linkage.timeDeviation(node);
    figures = Math.max(figures, node.figures);
    lasting = node.lasts ? Math.max(lasting, 60.0 * node.kind.sameHappeningMinutes()) : lasting;
    if (node.vague()) {
      vaguest = Math.max(vaguest, deviation);
      sharpest = Math.min(sharpest, deviation);
      beside = Math.max(beside, Ceiling.besideTime(node, 0));
      claimed = node.foretells ? Math.max(claimed, node.reachSeconds) : claimed;
      return;
    }
    metres = Math.max(metres, node.reachMetres);
    longest = Math.max(longest, 2 * node.halfSpan);
    seconds = Math.max(seconds, node.reachSeconds);
    slowest = Math.max(slowest, deviation);
    points.add(leaf(node).id());
  }

  /// Nodes further apart than this are no candidates.
  double reachMetres() {
    return Math.min(Reach.MOST_METRES, 2 * metres);
  }

  /// Nodes that begin further apart than this are no candidates.
  double reachSeconds() {
    return 2 * seconds + longest;
  }

  /// The longest deviation of a placed node, seconds.
  double longestDeviation() {
    return slowest;
  }

  /// How far from a vague claim's time a placed one may lie that tells of the same later hour, seconds.
  double reachSecondsOfClaims(Node vague) {
    return vague.reachSeconds + seconds;
  }

  /// The most figures any node has.
  int figures() {
    return figures;
  }

  /// How far from a vague node's time a placed one may lie to weigh in its assignment, seconds.
  double reachSeconds(Node vague) {
    double deviation = Linkage.timeDeviation(vague);
    return reachSeconds(Ceiling.besideTime(vague, figures), deviation, deviation);
  }

  /// The longest reach of any vague node, seconds.
  double vagueReachSeconds() {
    if (vaguest == 0) {
      return 0;
    }
    double reach = reachSeconds(beside + Ceiling.figures(figures, figures), sharpest, vaguest);
    return claimed > 0 ? Math.max(claimed + seconds, reach) : reach;
  }

  /// @param beside the most that other fields than the time add
  private double reachSeconds(double beside, double least, double most) {
    double deviations = Bound.deviations(Resolution.MATTERS - beside, least * least);
    return lasting + deviations * StrictMath.sqrt(most * most + slowest * slowest);
  }

  /// Whether another placed node stands on the same point to the last digit.
  boolean lookedUp(Node node) {
    return points.contains(leaf(node).id());
  }

  /// A key for a cell: ids of cells differ in their upper bits only; mixed, they spread over a table.
  static long key(long cell) {
    return cell * 0x9e3779b97f4a7c15L;
  }

  static S2CellId leaf(Node node) {
    return S2CellId.fromPoint(new S2Point(node.x, node.y, node.z));
  }
}
