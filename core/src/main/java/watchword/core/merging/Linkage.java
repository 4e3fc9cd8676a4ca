package watchword.core.merging;

import java.util.ArrayList;
import java.util.List;
import watchword.core.kind.Kind;
import watchword.core.report.Figure;
import watchword.core.report.Reading;
import watchword.core.report.Stance;
import watchword.core.text.Words;

/// Scores whether two reports tell of one happening: record linkage by Fellegi and Sunter (1969).
///
/// Each field adds the logarithm of P(difference | same) / P(difference | not the same). Differences of one happening follow explicit noise; those of
/// two happenings are uniform over the neighbourhood within which pairs are looked at. The prior is fixed: left free, it drifts (measured: .5 for a true .044).
final class Linkage {

  /// Unrelated pairs are mostly spread over a disc of 50 km and a day, and over kinds, eight of them common.
  static final double AREA = StrictMath.PI * 50_000 * 50_000;

  static final double DAY_SECONDS = 86_400;
  private static final double KINDS = 8;

  /// But happenings cluster: the second explosion of an evening is often in the same town. So many unrelated pairs lie as near as related ones.
  static final double CLUSTERED = 0.15;

  /// Witnesses of one happening place it within a fifth of the time scale of its kind.
  private static final double PACE = 0.2;

  /// Most sightings of a state come together, as word of it spreads; one in ten at any time while it lasts.
  private static final double WHILE_IT_LASTS = 0.1;

  /// A silence longer than a state's scale is forgiven by a tenth of it.
  private static final double EDGE = 0.1;

  /// But what moves is met all along its way: two times that lie evenly over a scale differ by this share of it.
  private static final double EVENLY = StrictMath.sqrt(1.0 / 6);

  private static final double CLUSTER_METRES = 4_000;
  private static final double CLUSTER_SECONDS = 5_400;

  /// Roads are longer than the line between two places; by a third is usual.
  private static final double DETOUR = 1.3;

  /// What moves halts and hurries: the way is known to this share of itself.
  private static final double UNEVEN = 0.35;

  /// A way is followed for so many seconds.
  private static final double LONGEST_WAY = 3_600;

  /// So far from the town by whose name they place it do people see what moves, metres; of 3, 6 and 10 km the best on drill seeds 1001–1030.
  static final double NEAREST_TOWN = 10_000;

  /// One candidate pair in twenty is one happening.
  static final double PRIOR = StrictMath.log(1.0 / 20);

  /// Gross errors: so often a place or a time is off by three times what its noise says.
  static final double GROSS = 0.07;

  static final double GROSS_FACTOR = 3;

  /// How often witnesses of one happening choose its kind, and an unrelated one.
  private static final double SAME_KIND = 0.8;

  private static final double CONFUSED_KIND = 0.5;
  private static final double UNRELATED_KIND = 0.003;
  static final double KIND_AGREES = StrictMath.log(SAME_KIND * KINDS);
  private static final double KIND_DIFFERS = StrictMath.log(UNRELATED_KIND * KINDS);

  /// Words: two texts of one happening share more than two of the same kind and town; different languages share nothing and say nothing.
  static final double WORDS_SLOPE = 3.5;

  static final double WORDS_BASE = 0.1;

  /// One thing is rarely looked up as two objects of one point.
  private static final double OTHER_OBJECT = -4;

  /// Witnesses between two towns may each look up another one; coders of archives do not.
  private static final double OTHER_POINT = -2;

  /// Words that name the same town, or each another one.
  static final double SAME_TOWN = 3;

  private static final double OTHER_TOWN = -1.5;

  static final double SAME_CLAIM = 2.5;
  private static final double OTHER_CLAIM = -1;

  static final double FIGURES_AGREE = 0.8;
  private static final double FIGURES_DIFFER = -1.0;
  private static final double HEADINGS_DIFFER = -2.0;

  /// One source rarely reports one happening twice in its own words (Donnay et al. 2019 make it a hard rule).
  private static final double SAME_SOURCE = -0.7;

  /// A claim about a later hour is not a sighting of now, however near: only words misread as a claim join all the same.
  private static final double FORETELLS = -10;

  /// What one field adds.
  record FieldScore(String field, double logRatio) {}

  private Linkage() {}

  /// Log-odds that two nodes are one happening.
  static double score(Node a, Node b) {
    return score(a, b, gap(a, b));
  }

  /// The same where another gap counts than the one between the two: a state's silence.
  ///
  /// @param gap seconds
  static double score(Node a, Node b, double gap) {
    double score = PRIOR + place(a, b) + time(a, b, gap) + crowd(a, b, gap) + kind(a, b) + words(a, b);
    return score + figures(a.first, b.first) + source(a.first, b.first) + tense(a.first, b.first);
  }

  /// Whether the score is above the floor; most pairs are told by a bound, without an exponential.
  static boolean above(double floor, Node a, Node b) {
    return Ceiling.mayBeAbove(floor, a, b) && score(a, b) > floor;
  }

  /// The same score field by field.
  static List<FieldScore> explain(Node a, Node b) {
    List<FieldScore> fields = new ArrayList<>();
    fields.add(new FieldScore("prior", PRIOR));
    fields.add(new FieldScore("place", place(a, b)));
    fields.add(new FieldScore("time", time(a, b, gap(a, b))));
    fields.add(new FieldScore("crowd", crowd(a, b, gap(a, b))));
    fields.add(new FieldScore("kind", kind(a, b)));
    fields.add(new FieldScore("words", words(a, b)));
    fields.add(new FieldScore("figures", figures(a.first, b.first)));
    fields.add(new FieldScore("source", source(a.first, b.first)));
    fields.add(new FieldScore("tense", tense(a.first, b.first)));
    return fields;
  }

  /// Where both say it was: as points, and by the towns they name. The two say nearly the same, so the better counts, not both.
  private static double place(Node a, Node b) {
    double points = points(a, b);
    if (!a.inTown || !b.inTown) {
      return points;
    }
    return a.first.towns().stream().anyMatch(b.first.towns()::contains) ? Math.max(points, SAME_TOWN) : points + OTHER_TOWN;
  }

  private static double points(Node a, Node b) {
    if (!a.placed || !b.placed) {
      return 0;
    }
    if (a.isOneOfSeveral() || b.isOneOfSeveral()) {
      return OneOf.points(a, b);
    }
    double distance = a.distance(b);
    double variance = placeVariance(a, b);
    return StrictMath.log(samePlace(a, b, distance, variance) / otherPlace(distance, variance)) + objects(a, b);
  }

  /// Density of two dimensions, so far apart, if both are of one happening.
  static double samePlace(Node a, Node b, double distance, double variance) {
    double way = way(a, b);
    double missed = distance - way;
    // Whoever moves may have gone any way: the farther it came, the thinner it spreads over the ring.
    double thinned = StrictMath.sqrt(variance) / (StrictMath.sqrt(variance) + StrictMath.sqrt(2 * StrictMath.PI) * way);
    return (1 - GROSS) * thinned * normal2(missed, variance) + GROSS * normal2(distance, variance * GROSS_FACTOR * GROSS_FACTOR);
  }

  static double placeVariance(Node a, Node b) {
    double scale = Math.max(a.scaleMetres, b.scaleMetres);
    double speed = speed(a, b);
    double unsure = UNEVEN * way(a, b);
    double spans = speed * speed * (a.halfSpan * a.halfSpan + b.halfSpan * b.halfSpan) / 3;
    return a.placeVariance + b.placeVariance + scale * scale + unsure * unsure + spans + nearest(a, speed) + nearest(b, speed);
  }

  /// What moves is placed by the town that is nearest to it.
  private static double nearest(Node node, double speed) {
    return speed > 0 && node.lookedUp ? NEAREST_TOWN * NEAREST_TOWN : 0;
  }

  /// The same if they are of two.
  static double otherPlace(double distance, double variance) {
    return (1 - CLUSTERED) / AREA + CLUSTERED * normal2(distance, variance + CLUSTER_METRES * CLUSTER_METRES);
  }

  private static double otherPlace(Node a, Node b) {
    return a.isOneOfSeveral() || b.isOneOfSeveral() ? OneOf.otherPlace(a, b) : otherPlace(a.distance(b), placeVariance(a, b));
  }

  /// Pins that coincide were looked up, not measured; a different radius then tells another object (the town, its surroundings), and so does another point
  /// that was looked up too.
  static double objects(Node a, Node b) {
    if (a.x == b.x && a.y == b.y && a.z == b.z) {
      return a.placeVariance != b.placeVariance ? OTHER_OBJECT : 0;
    }
    return a.lookedUp && b.lookedUp ? OTHER_POINT : 0;
  }

  /// Metres a moving thing is away, as the crow flies, after the time between two sightings.
  static double way(Node a, Node b) {
    return speed(a, b) * Math.min(Math.abs(a.seconds - b.seconds), LONGEST_WAY) / DETOUR;
  }

  /// Metres a second at which both move; 0 where either stays.
  static double speed(Node a, Node b) {
    return Math.min(a.kind.speedKmh(), b.kind.speedKmh()) / 3.6;
  }

  /// Two claims about a later hour are of one time if they name the same numbers, whenever they were made.
  private static double time(Node a, Node b, double gap) {
    if (a.foretells && b.foretells) {
      return Words.common(a.first.words().numbers(), b.first.words().numbers()) > 0 ? SAME_CLAIM : OTHER_CLAIM;
    }
    double variance = timeVariance(a, b);
    double lasting = lasting(a, b);
    double same = normal1Mixed(gap, variance);
    if (lasting > 0) {
      same = (1 - WHILE_IT_LASTS) * same + WHILE_IT_LASTS * whileItLasts(gap, lasting, variance);
    }
    return StrictMath.log(same / otherTime(gap, variance, lasting));
  }

  private static double normal1Mixed(double gap, double variance) {
    return (1 - GROSS) * normal1(gap, variance) + GROSS * normal1(gap, variance * GROSS_FACTOR * GROSS_FACTOR);
  }

  /// Density of a gap within a state: any up to its scale is as likely, a longer silence soon is not.
  private static double whileItLasts(double gap, double lasting, double variance) {
    double edge = StrictMath.sqrt(StrictMath.max(0, variance - square(PACE * lasting)) + square(EDGE * lasting));
    double beyond = Math.max(0, gap - lasting);
    double left = StrictMath.sqrt(2 * StrictMath.PI) * edge * normal1Mixed(beyond, edge * edge);
    return left / (2 * lasting + StrictMath.sqrt(2 * StrictMath.PI) * edge);
  }

  /// Seconds of silence after which a state seen again is another one; 0 where either is an event.
  static double lasting(Node a, Node b) {
    return a.lasts && b.lasts ? Math.max(a.scaleSeconds, b.scaleSeconds) / PACE : 0;
  }

  /// Seconds between two nodes.
  static double gap(Node a, Node b) {
    return Math.abs(a.seconds - b.seconds);
  }

  private static double square(double value) {
    return value * value;
  }

  static double timeVariance(Node a, Node b) {
    double scale = Math.max(a.scaleSeconds, b.scaleSeconds);
    return scale * scale + (a.halfSpan * a.halfSpan + b.halfSpan * b.halfSpan) / 3;
  }

  private static double otherTime(double gap, double variance, double lasting) {
    double window = Math.max(Math.max(DAY_SECONDS, 8 * StrictMath.sqrt(variance)), 2 * lasting);
    return (1 - CLUSTERED) / window + CLUSTERED * normal1(gap, variance + CLUSTER_SECONDS * CLUSTER_SECONDS);
  }

  /// Where unrelated reports of the kind are many, to meet means less. What lasts for weeks would be its own crowd.
  private static double crowd(Node a, Node b, double gap) {
    if (a.background + b.background == 0 || !a.placed || !b.placed || lasting(a, b) > 0) {
      return 0;
    }
    double time = otherTime(gap, timeVariance(a, b), 0);
    double expected = otherPlace(a, b) * time / (KINDS * StrictMath.exp(PRIOR));
    return -StrictMath.log(1 + (a.background + b.background) / 2 / expected);
  }

  /// Seconds within which witnesses of one happening of this kind place it.
  static double scaleSeconds(Kind kind) {
    return 60 * (kind.speedKmh() > 0 ? EVENLY : PACE) * kind.sameHappeningMinutes();
  }

  /// One standard deviation of what this node says of the time, seconds.
  static double timeDeviation(Node node) {
    return StrictMath.sqrt(node.scaleSeconds * node.scaleSeconds + node.halfSpan * node.halfSpan / 3);
  }

  /// Witnesses take one kind for another; who asks whether it is true repeats the kind that was claimed.
  private static double kind(Node a, Node b) {
    boolean asked = a.first.stance() == Stance.QUESTION || b.first.stance() == Stance.QUESTION;
    return asked && !a.kind.equals(b.kind) ? KIND_DIFFERS : kind(a.kind, b.kind);
  }

  static double kind(Kind a, Kind b) {
    double likeness = a.likeness(b);
    if (likeness == 1) {
      return KIND_AGREES;
    }
    return likeness == 0 ? KIND_DIFFERS : StrictMath.log(Math.max(UNRELATED_KIND, CONFUSED_KIND * likeness) * KINDS);
  }

  static double words(Node a, Node b) {
    double cosine = a.cosine(b);
    return cosine == 0 ? 0 : WORDS_SLOPE * (cosine - WORDS_BASE);
  }

  private static double figures(Reading a, Reading b) {
    if (a.figures().isEmpty() || b.figures().isEmpty()) {
      return 0;
    }
    double score = 0;
    for (Figure figure : a.figures()) {
      for (Figure other : b.figures()) {
        if (figure.name().equals(Figure.DIRECTION) && other.name().equals(Figure.DIRECTION)) {
          score += heading(figure.value(), other.value());
        } else if (figure.name().equals(other.name()) && figure.value() > 0 && other.value() > 0) {
          double ratio = Math.abs(StrictMath.log((double) figure.value() / (double) other.value()));
          score += ratio < StrictMath.log(1.6) ? FIGURES_AGREE : ratio > StrictMath.log(4) ? FIGURES_DIFFER : 0;
        }
      }
    }
    return score;
  }

  /// Eight directions, so that one of two neighbours is no difference.
  private static double heading(long a, long b) {
    long turn = turn(a, b);
    return turn <= 45 ? FIGURES_AGREE : turn > 90 ? HEADINGS_DIFFER : 0;
  }

  /// Degrees between two headings, 0 to 180.
  static long turn(long a, long b) {
    long turn = Math.floorMod(a - b, 360L);
    return Math.min(turn, 360 - turn);
  }

  private static double source(Reading a, Reading b) {
    return a.source().equals(b.source()) && a.words().wording() != b.words().wording() ? SAME_SOURCE : 0;
  }

  private static double tense(Reading a, Reading b) {
    return a.foretells() == b.foretells() || !claims(a) || !claims(b) ? 0 : FORETELLS;
  }

  /// Denials and questions speak of a claim without making one.
  static boolean claims(Reading reading) {
    return reading.stance().witnessed() || reading.stance() == Stance.HEARSAY;
  }

  private static double normal1(double difference, double variance) {
    return StrictMath.exp(-difference * difference / (2 * variance)) / StrictMath.sqrt(2 * StrictMath.PI * variance);
  }

  /// Density of two dimensions at a distance.
  static double normal2(double distance, double variance) {
    return StrictMath.exp(-distance * distance / (2 * variance)) / (2 * StrictMath.PI * variance);
  }
}
