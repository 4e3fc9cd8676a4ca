package watchword.core.merging;

import watchword.core.kind.Kind;

/// How far from a node another may lie that could link to it; two are candidates where their reaches together cover
/// what is between them.
///
/// It is told by the two nodes alone: what else is known, or comes later, changes no candidate.
final class Reach {

  /// No reach is longer, however unsure a place is or fast a thing moves.
  static final double MOST_METRES = 60_000;

  /// Beyond so many deviations of each only the far tail of gross errors is left, and no pair is clearly one by
  /// that alone.
  private static final double DEVIATIONS = 5;

  /// Witnesses are late by less than so many times the time scale of a kind.
  private static final double SCALES = 3;

  private static final double LEAST_METRES = 1_000;
  private static final double LEAST_SECONDS = 3_600;

  /// So long what moves is followed.
  private static final double MOVES_SECONDS = 1_800;

  private Reach() {}

  /// What one node adds to the reach of a pair, metres.
  static double metres(Kind kind, double placeVariance) {
    double apart = StrictMath.sqrt(placeVariance) + kind.sameHappeningMetres() / 2.0 + kind.speedKmh() / 3.6 * MOVES_SECONDS;
    return Math.max(LEAST_METRES, DEVIATIONS * apart);
  }

  /// What one node adds to the reach of a pair, seconds.
  static double seconds(Kind kind, double halfSpan) {
    return Math.max(LEAST_SECONDS, SCALES * (60.0 * kind.sameHappeningMinutes() + halfSpan));
  }

  /// Whether two nodes are candidates.
  static boolean covers(Node a, Node b) {
    return coversTime(a, b) && a.distance(b) <= Math.min(MOST_METRES, a.reachMetres + b.reachMetres);
  }

  /// Whether they are near enough in time.
  static boolean coversTime(Node a, Node b) {
    return Math.abs(a.seconds - b.seconds) <= a.reachSeconds + b.reachSeconds;
  }
}
