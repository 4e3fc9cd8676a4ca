package watchword.core.merging;

/// The most that [Linkage] can score a pair, without an exponential: what is not above a floor by this is passed over.
///
/// A bound only preselects. Whatever it leaves open is scored, so nothing that is found depends on how near it comes.
final class Ceiling {

  private static final double MOST_WORDS = Linkage.WORDS_SLOPE * (1 - Linkage.WORDS_BASE);

  private Ceiling() {}

  /// Whether a bound leaves it open that the score is above the floor; words are looked at only where all else is near.
  static boolean mayBeAbove(double floor, Node a, Node b) {
    double most = of(a, b);
    double beside = most - MOST_WORDS;
    return most > floor && (beside > floor || beside + Linkage.words(a, b) > floor);
  }

  /// The same of one node among many.
  ///
  /// @param sought the words of `b`
  static boolean mayBeAbove(double floor, Node a, Node b, SoughtWords sought) {
    double most = of(a, b);
    double beside = most - MOST_WORDS;
    if (most <= floor || beside > floor) {
      return most > floor;
    }
    return sought.mayReach((floor - beside) / Linkage.WORDS_SLOPE + Linkage.WORDS_BASE, a) && beside + Linkage.words(a, b) > floor;
  }

  /// No score of the two is above this: the densities' peaks times what is left of them so far off, and nothing against
  /// the pair but that and its kinds.
  static double of(Node a, Node b) {
    return Linkage.PRIOR + Bound.SLACK + place(a, b) + time(a, b) + Linkage.kind(a.kind, b.kind) + MOST_WORDS + figures(a.figures, b.figures);
  }

  /// The most that fields other than the time can add for a node, whatever it is held against.
  ///
  /// @param figures the most any other node has
  static double besideTime(Node node, int figures) {
    double town = node.inTown ? Linkage.SAME_TOWN : 0;
    double place = node.placed ? Math.max(town, Bound.place(0, node.placeVariance)) : town;
    return Linkage.PRIOR + Bound.SLACK + place + Linkage.KIND_AGREES + MOST_WORDS + figures(figures, node.figures);
  }

  /// How far [Bound#tails] may sink for a score with this node to be above the floor, whatever it is held against.
  ///
  /// The spreads of both stand for the variances there. Nothing is sure where a way, a town's name, a claim, another of
  /// several places or the lasting of a state may bring them together.
  ///
  /// @param figures the most any other node has
  static double lowestTails(double floor, Node node, int figures) {
    if (!node.placed || node.isOneOfSeveral() || node.inTown || node.foretells || node.lasts
        || node.kind.speedKmh() > 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double peaks = Bound.peaks(node.spread, node.scaleSeconds * node.scaleSeconds);
    return floor - (Linkage.PRIOR + Bound.SLACK + peaks + Linkage.KIND_AGREES + MOST_WORDS + figures(figures, node.figures));
  }

  private static double place(Node a, Node b) {
    double points = a.placed && b.placed ? points(a, b) : 0;
    return !a.inTown || !b.inTown ? points : Math.max(points, Linkage.SAME_TOWN);
  }

  /// The most that [Linkage#points] can be.
  static double points(Node a, Node b) {
    if (a.isOneOfSeveral() || b.isOneOfSeveral()) {
      return OneOf.pointsAtMost(a, b);
    }
    double variance = Linkage.placeVariance(a, b);
    if (Linkage.speed(a, b) == 0) {
      return Bound.place(a.squaredDistance(b), variance);
    }
    double beyond = Math.max(0, a.distance(b) - Linkage.way(a, b));
    return Bound.place(beyond * beyond, variance);
  }

  private static double time(Node a, Node b) {
    if (a.foretells && b.foretells) {
      return Linkage.SAME_CLAIM;
    }
    // Of a state another gap may count: its peak bounds them all, since half of it and the even half lie below.
    double gap = Linkage.lasting(a, b) > 0 ? 0 : a.seconds - b.seconds;
    return Bound.time(gap * gap, Linkage.timeVariance(a, b));
  }

  /// The most that so many figures against so many can add.
  static double figures(int a, int b) {
    return a * b * Linkage.FIGURES_AGREE;
  }
}
