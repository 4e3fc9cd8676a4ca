package watchword.core.merging;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import watchword.core.kind.Kind;
import watchword.core.kind.Shape;
import watchword.core.report.Figure;

/// What one happening behind some members would be: its kind, its time, its place, and for what moves its course.
///
/// Members err about each under the noise that [Linkage] scores pairs by: half of a pair's scale is each one's own.
final class Centre {

  /// An honest witness chooses a kind that is never confused with the true one so often.
  private static final double STRAY_KIND = 0.003;

  /// The least that is left for the true kind, whatever it is confused with.
  private static final double LEAST_TRUE = 0.5;

  /// What moves is at most so much faster than its kind.
  private static final double FASTEST = 1.3;

  /// Nine in ten name the true direction or one beside it, of eight.
  private static final double SAME_HEADING = StrictMath.log(0.9 / 3);

  private static final double OTHER_HEADING = StrictMath.log(0.1 / 5);

  private static final double ANY_HEADING = StrictMath.log(1.0 / 8);

  /// Roads bend and columns halt: a course strays from its line by this share of the way.
  private static final double BENDS = 0.3;

  /// Of the logarithm of a count by eye.
  private static final double COUNT_DEVIATION = 0.35;

  /// A count where nobody else gave one: anything from one to fifty, up to the constant that [#logMixed] leaves out.
  private static final double ANY_COUNT = StrictMath.log(StrictMath.sqrt(2 * StrictMath.PI) / 4);

  /// Gross errors are told by a first fit, and left out of the next.
  private static final int REFITS = 3;

  private final Kind kind;
  private double seconds;
  private double east;
  private double north;
  private double eastward;
  private double northward;
  private boolean placed;
  private long heading = -1;
  private final Map<String, Double> counts = new TreeMap<>();

  private Centre(Kind kind) {
    this.kind = kind;
  }

  /// The centre that fits members best, each weighed.
  ///
  /// @param in which of the members count
  static Centre of(List<Parting.Member> members, boolean[] in) {
    Centre centre = new Centre(kind(members, in));
    for (int fit = 0; fit < REFITS; fit++) {
      centre.fitTime(members, in, fit > 0);
      centre.fitPlace(members, in, fit > 0);
    }
    centre.fitHeading(members, in);
    centre.fitCounts(members, in);
    return centre;
  }

  /// Log-likelihood of a member, without what is the same for every centre.
  double log(Parting.Member member) {
    return StrictMath.log(choice(kind, member.node().kind)) + logTime(member) + logPlace(member) + logHeading(member)
        + logCounts(member);
  }

  private double logHeading(Parting.Member member) {
    if (member.node().heading < 0) {
      return 0;
    }
    if (heading < 0) {
      return ANY_HEADING;
    }
    return Linkage.turn(heading, member.node().heading) <= 45 ? SAME_HEADING : OTHER_HEADING;
  }

  /// A state is seen at any time while it lasts, so no time of it is likelier than another.
  private double logTime(Parting.Member member) {
    if (kind.shape() == Shape.STATE) {
      return StrictMath.log(StrictMath.sqrt(2 * StrictMath.PI) / (2 * 60.0 * kind.sameHappeningMinutes()));
    }
    return logMixed(square(member.node().seconds - seconds), timeVariance(member), 1);
  }

  private double logPlace(Parting.Member member) {
    return placed && member.node().placed
        ? member.placeShare() * logMixed(squaredMiss(member), placeVariance(member), 2) : 0;
  }

  private static double logMixed(double squared, double variance, int dimensions) {
    double spread = dimensions == 1 ? Linkage.GROSS_FACTOR : Linkage.GROSS_FACTOR * Linkage.GROSS_FACTOR;
    double near = (1 - Linkage.GROSS) * StrictMath.exp(-squared / (2 * variance));
    double wide = Linkage.GROSS_FACTOR * Linkage.GROSS_FACTOR * variance;
    double far = Linkage.GROSS / spread * StrictMath.exp(-squared / (2 * wide));
    return StrictMath.log(near + far + Double.MIN_NORMAL) - dimensions / 2.0 * StrictMath.log(variance);
  }

  /// How far a difference is from being a gross error, 0 to 1.
  private static double sound(double squared, double variance, int dimensions) {
    double spread = dimensions == 1 ? Linkage.GROSS_FACTOR : Linkage.GROSS_FACTOR * Linkage.GROSS_FACTOR;
    double near = (1 - Linkage.GROSS) * StrictMath.exp(-squared / (2 * variance));
    double wide = Linkage.GROSS_FACTOR * Linkage.GROSS_FACTOR * variance;
    double far = Linkage.GROSS / spread * StrictMath.exp(-squared / (2 * wide));
    return (near + far / (Linkage.GROSS_FACTOR * Linkage.GROSS_FACTOR)) / (near + far + Double.MIN_NORMAL);
  }

  private double timeVariance(Parting.Member member) {
    double scale = Linkage.scaleSeconds(kind);
    return scale * scale / 2 + square(member.node().halfSpan) / 3;
  }

  private double placeVariance(Parting.Member member) {
    double scale = kind.sameHappeningMetres() / 2.0;
    double speed = square(eastward) + square(northward);
    double strayed = BENDS * kind.speedKmh() / 3.6;
    double since = square(member.node().seconds - seconds);
    double nearest = kind.speedKmh() > 0 && member.node().lookedUp ? square(Linkage.NEAREST_TOWN) : 0;
    return member.node().placeVariance + nearest + scale * scale / 2 + speed * square(member.node().halfSpan) / 3
        + strayed * strayed * since;
  }

  private double squaredMiss(Parting.Member member) {
    double since = member.node().seconds - seconds;
    return square(member.east() - east - eastward * since) + square(member.north() - north - northward * since);
  }

  /// Counts by eye scatter by a third and more; the centre is what most say.
  private double logCounts(Parting.Member member) {
    double sum = 0;
    for (Figure figure : member.node().first.figures()) {
      Double count = counts.get(figure.name());
      if (figure.value() > 0 && !figure.name().equals(Figure.DIRECTION)) {
        sum += count == null ? ANY_COUNT
            : logMixed(square(StrictMath.log((double) figure.value()) - count), COUNT_DEVIATION * COUNT_DEVIATION, 1);
      }
    }
    return sum;
  }

  /// How often a witness of the one kind chooses the other.
  static double choice(Kind truth, Kind chosen) {
    if (truth.equals(chosen)) {
      double confused = 0;
      // In an order of its own: a map's differs from run to run, and with it the last bit of a sum.
      for (double share : truth.confusable().values().stream().mapToDouble(Double::doubleValue).sorted().toArray()) {
        confused += share;
      }
      return Math.max(LEAST_TRUE, 1 - confused);
    }
    return Math.max(STRAY_KIND, truth.confusable().getOrDefault(chosen.id(), 0.0));
  }

  /// The kind that makes the members' choices likeliest.
  private static Kind kind(List<Parting.Member> members, boolean[] in) {
    TreeMap<String, Kind> present = new TreeMap<>();
    for (int i = 0; i < in.length; i++) {
      if (in[i]) {
        Kind kind = members.get(i).node().kind;
        present.put(kind.id(), kind);
      }
    }
    Kind best = present.firstEntry().getValue();
    double most = Double.NEGATIVE_INFINITY;
    for (Kind candidate : present.values()) {
      double sum = 0;
      for (int i = 0; i < in.length; i++) {
        sum += in[i] ? members.get(i).weight() * StrictMath.log(choice(candidate, members.get(i).node().kind)) : 0;
      }
      if (sum > most) {
        most = sum;
        best = candidate;
      }
    }
    return best;
  }

  private void fitTime(List<Parting.Member> members, boolean[] in, boolean refit) {
    double weights = 0;
    double sum = 0;
    for (int i = 0; i < in.length; i++) {
      if (in[i]) {
        Parting.Member member = members.get(i);
        double variance = timeVariance(member);
        double sound = refit ? sound(square(member.node().seconds - seconds), variance, 1) : 1;
        double weight = member.weight() / variance * sound;
        weights += weight;
        sum += weight * member.node().seconds;
      }
    }
    double moved = sum / weights - seconds;
    seconds += moved;
    east += eastward * moved;
    north += northward * moved;
  }

  private void fitPlace(List<Parting.Member> members, boolean[] in, boolean refit) {
    Fit fit = new Fit();
    for (int i = 0; i < in.length; i++) {
      Parting.Member member = members.get(i);
      if (in[i] && member.node().placed) {
        double variance = placeVariance(member);
        double sound = refit ? sound(squaredMiss(member), variance, 2) : 1;
        double weight = member.weight() * member.placeShare() / variance * sound;
        fit.add(weight, member.node().seconds - seconds, member.east(), member.north());
      }
    }
    placed = fit.weights > 0;
    if (!placed) {
      return;
    }
    double speed = kind.speedKmh() / 3.6;
    if (speed > 0) {
      eastward = fit.slope(fit.timeEast, fit.easts, speed);
      northward = fit.slope(fit.timeNorth, fit.norths, speed);
      double faster = StrictMath.sqrt(square(eastward) + square(northward)) / (FASTEST * speed);
      if (faster > 1) {
        eastward /= faster;
        northward /= faster;
      }
    }
    east = (fit.easts - eastward * fit.times) / fit.weights;
    north = (fit.norths - northward * fit.times) / fit.weights;
  }

  /// The one of eight directions that most agree with.
  private void fitHeading(List<Parting.Member> members, boolean[] in) {
    double most = 0;
    for (long direction = 0; direction < 360; direction += 45) {
      double agree = 0;
      for (int i = 0; i < in.length; i++) {
        long one = members.get(i).node().heading;
        if (in[i] && one >= 0) {
          long turn = Linkage.turn(direction, one);
          agree += turn <= 45 ? members.get(i).weight() * (turn < 23 ? 1.01 : 1) : 0;
        }
      }
      if (agree > most) {
        most = agree;
        heading = direction;
      }
    }
  }

  /// The weighed median of each count's logarithm.
  private void fitCounts(List<Parting.Member> members, boolean[] in) {
    Map<String, TreeMap<Double, Double>> told = new TreeMap<>();
    for (int i = 0; i < in.length; i++) {
      Parting.Member member = members.get(i);
      for (Figure figure : in[i] ? member.node().first.figures() : List.<Figure>of()) {
        if (figure.value() > 0 && !figure.name().equals(Figure.DIRECTION)) {
          told.computeIfAbsent(figure.name(), name -> new TreeMap<>())
              .merge(StrictMath.log((double) figure.value()), member.weight(), Double::sum);
        }
      }
    }
    told.forEach((name, values) -> counts.put(name, median(values)));
  }

  private static double median(SortedMap<Double, Double> weights) {
    double half = weights.values().stream().mapToDouble(Double::doubleValue).sum() / 2;
    double sum = 0;
    for (Map.Entry<Double, Double> entry : weights.entrySet()) {
      sum += entry.getValue();
      if (sum >= half) {
        return entry.getKey();
      }
    }
    return weights.lastKey();
  }

  /// Weighted sums of a line through places over time.
  private static final class Fit {
    private double weights;
    private double times;
    private double squares;
    private double easts;
    private double norths;
    private double timeEast;
    private double timeNorth;

    private void add(double weight, double time, double east, double north) {
      weights += weight;
      times += weight * time;
      squares += weight * time * time;
      easts += weight * east;
      norths += weight * north;
      timeEast += weight * time * east;
      timeNorth += weight * time * north;
    }

    /// The slope by least squares; before anything is seen it is 0, give or take the speed.
    private double slope(double product, double sum, double speed) {
      return (product - times * sum / weights) / (squares - times * times / weights + 1 / (speed * speed));
    }
  }

  private static double square(double value) {
    return value * value;
  }
}
