package watchword.core.merging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import watchword.core.kind.Kind;
import watchword.core.kind.Shape;
import watchword.core.place.Place;
import watchword.core.report.Figure;
import watchword.core.report.Reading;
import watchword.core.report.Weighted;
import watchword.core.text.StemWeights;
import watchword.core.text.WordWeights;
import watchword.core.text.Words;

/// One reading, or several of identical words in one cell and hour, prepared for scoring.
///
/// All of it is derived once, since a node is scored against many others.
final class Node {

  /// A radius that holds two of three cases is one and a half standard deviations of a two-dimensional normal.
  static final double DEVIATIONS_IN_RADIUS = 1.5;

  /// The order of the path, by the first reading.
  static final Comparator<Node> ORDER = Comparator.comparing(node -> node.first, Reading.ORDER);

  /// A place vaguer than this joins nothing (DESIGN 5.8).
  static final double VAGUE_METRES = 5_000;

  /// Several places are less than the vaguest one, and more than none.
  private static final double SEVERAL = Double.MAX_VALUE / 2;

  private static final double NOWHERE = Double.MAX_VALUE;

  final List<Reading> readings;
  final Reading first;
  /// Too vague to join anything: it is assigned afterwards.
  private final boolean vague;
  /// Whether it tells where it was, be it one of several places.
  final boolean placed;
  /// Where its words leave several places open, the same node at each of them, with its share; else none.
  final List<Weighted<Node>> alternatives;
  final double x;
  final double y;
  final double z;
  /// Variance of the place along one axis, square metres.
  final double placeVariance;
  /// Middle of the span, seconds since 1970.
  final double seconds;
  /// Half the length of the span, seconds.
  final double halfSpan;
  /// When the first reading begins, whole seconds since 1970: it decides most questions of order.
  private final long begins;
  final Kind kind;
  /// Seconds within which witnesses of one happening of this kind place it.
  final double scaleSeconds;
  /// Whether it is of a state, which is seen again and again, and not of an event.
  final boolean lasts;
  /// Metres within which they do.
  final double scaleMetres;
  /// What it says of the place and the scale of its kind together, square metres.
  ///
  /// With another's it is no less than the variance between the two, unless they move.
  final double spread;
  /// The same of the time, square seconds.
  final double timeSpread;
  /// What it adds to the reach of a pair, metres.
  final double reachMetres;
  /// What it adds to the reach of a pair, seconds.
  final double reachSeconds;
  final boolean foretells;
  /// Whether its words name a town.
  final boolean inTown;
  final int figures;
  /// Where it was heading, degrees from north clockwise; below 0 where nobody says.
  final long heading;
  /// Unrelated reports of this kind per square metre and second, told by [Crowd].
  double background;
  /// Its place in the order of coming; told by [Candidates].
  long turn;
  /// Whether other reports stand on the same point to the last digit: then it was looked up, not measured.
  boolean lookedUp;
  final long[] stems;
  private final Marks marks;
  /// How many earlier nodes lie within its reach; kept by [Knots].
  int met;
  /// The first node of the cluster it chose when the component was last resolved; told by [Resolution].
  Node founder = this;
  /// Nodes it is linked to; told by [Course], read by [Resolution].
  final List<Node> neighbours = new ArrayList<>(0);
  private final double[] weights;
  private final double norm;

  /// @param readings in order, at least one
  Node(List<Reading> readings, StemWeights stemWeights) {
    this.readings = List.copyOf(readings);
    this.first = readings.getFirst();
    Reading surest = surest(this.readings);
    this.vague = surest.place().filter(one -> one.uncertaintyMetres() <= VAGUE_METRES).isEmpty();
    this.placed = !surest.places().isEmpty();
    this.alternatives = alternatives(surest, first);
    Place place = surest.place().orElseGet(() -> sharpest(surest.places()));
    double latitude = StrictMath.toRadians(place.latitude());
    double longitude = StrictMath.toRadians(place.longitude());
    this.x = StrictMath.cos(latitude) * StrictMath.cos(longitude);
    this.y = StrictMath.cos(latitude) * StrictMath.sin(longitude);
    this.z = StrictMath.sin(latitude);
    double sigma = place.uncertaintyMetres() / DEVIATIONS_IN_RADIUS;
    this.placeVariance = sigma * sigma;
    this.seconds = (double) first.when().middle().getEpochSecond();
    this.halfSpan = (double) first.when().length().toSeconds() / 2;
    this.begins = first.when().earliest().getEpochSecond();
    this.kind = first.kind();
    this.scaleSeconds = Linkage.scaleSeconds(kind);
    this.lasts = kind.shape() == Shape.STATE;
    this.scaleMetres = kind.sameHappeningMetres() / 2.0;
    this.reachMetres = Reach.metres(kind, placeVariance);
    this.reachSeconds = Reach.seconds(kind, halfSpan);
    this.spread = placeVariance + scaleMetres * scaleMetres;
    this.timeSpread = scaleSeconds * scaleSeconds + halfSpan * halfSpan / 3;
    this.foretells = first.foretells();
    this.inTown = !first.towns().isEmpty();
    this.figures = first.figures().size();
    this.heading = first.figures().stream().filter(figure -> figure.name().equals(Figure.DIRECTION))
        .mapToLong(Figure::value).findFirst().orElse(-1);
    Words words = first.words();
    this.stems = words.stems();
    this.marks = Marks.of(stems);
    this.weights = new double[stems.length];
    long hour = Math.floorDiv(first.when().earliest().getEpochSecond(), WordWeights.HOUR_SECONDS);
    double sum = 0;
    for (int i = 0; i < stems.length; i++) {
      weights[i] = stemWeights.weight(stems[i], hour);
      sum += weights[i] * weights[i];
    }
    this.norm = StrictMath.sqrt(sum);
  }

  /// Takes over what its surroundings tell of another node of the same place and time.
  void standsWhere(Node other) {
    background = other.background;
    lookedUp = other.lookedUp;
  }

  double earliest() {
    return seconds - halfSpan;
  }

  /// Whether it comes before another in [#ORDER].
  boolean before(Node other) {
    return begins == other.begins ? ORDER.compare(this, other) < 0 : begins < other.begins;
  }

  /// Too vague to join anything: it is assigned afterwards.
  boolean vague() {
    return vague;
  }

  /// The sharpest of the places, so that what is bounded by it holds for all of them.
  private static Place sharpest(List<Weighted<Place>> places) {
    return places.stream().map(Weighted::value).min(Comparator.comparingDouble(Place::uncertaintyMetres))
        .orElse(new Place(0, 0, 1, ""));
  }

  /// @param first tells the time and the kind
  private static List<Weighted<Node>> alternatives(Reading surest, Reading first) {
    return surest.places().size() < 2 ? List.of() : surest.places().stream().map(place ->
        new Weighted<>(new Node(List.of(first.at(place.value())), StemWeights.NONE), place.weight())).toList();
  }

  /// Whether it leaves several places open: [OneOf] tells where it lies.
  boolean isOneOfSeveral() {
    return !alternatives.isEmpty();
  }

  /// The reading that knows its place best: of identical words in one square, or of what a member called the same.
  private static Reading surest(List<Reading> readings) {
    Comparator<Reading> sure = Comparator.comparingDouble(reading -> reading.place().map(Place::uncertaintyMetres)
        .orElse(reading.places().isEmpty() ? NOWHERE : SEVERAL));
    return readings.stream().min(sure).orElseThrow();
  }

  /// How telling its stem of this index is.
  double weight(int stem) {
    return weights[stem];
  }

  /// The length of its weighted stems as a vector.
  double norm() {
    return norm;
  }

  Marks marks() {
    return marks;
  }

  /// Cosine of the weighted stems, 0 to 1.
  double cosine(Node other) {
    if (norm == 0 || other.norm == 0 || marks.noneShared(other.marks)) {
      return 0;
    }
    double dot = 0;
    for (int i = 0, j = 0; i < stems.length && j < other.stems.length; ) {
      if (stems[i] == other.stems[j]) {
        dot += weights[i++] * other.weights[j++];
      } else if (stems[i] < other.stems[j]) {
        i++;
      } else {
        j++;
      }
    }
    return dot / (norm * other.norm);
  }

  /// Distance in metres; the chord serves for the arc, 1 m short at 100 km.
  double distance(Node other) {
    return distance(other.x, other.y, other.z);
  }

  double distance(double toX, double toY, double toZ) {
    return Place.EARTH_RADIUS_METRES * StrictMath.sqrt(squaredChord(toX, toY, toZ));
  }

  /// The square of the distance, without a root.
  double squaredDistance(Node other) {
    return squaredDistance(other.x, other.y, other.z);
  }

  double squaredDistance(double toX, double toY, double toZ) {
    return Place.EARTH_RADIUS_METRES * Place.EARTH_RADIUS_METRES * squaredChord(toX, toY, toZ);
  }

  private double squaredChord(double toX, double toY, double toZ) {
    double dx = x - toX;
    double dy = y - toY;
    double dz = z - toZ;
    return dx * dx + dy * dy + dz * dz;
  }
}
