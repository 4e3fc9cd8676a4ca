package watchword.core.merging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import watchword.core.place.Place;
import watchword.core.report.Figure;

/// Tells two happenings in one cluster apart, by what all of its reports say together.
///
/// Pair by pair, an arrest and the dispersal of a crowd in one square look alike, and so do two columns on one road.
/// As a whole they do not: kinds, times, places and courses gather round two centres. Whether two centres explain the
/// reports so much better than one that a second happening is likelier than errors is a likelihood ratio; which
/// report belongs to which is found by hard expectation and maximisation from several beginnings.
final class Parting {

  /// Log-odds against a second happening of a like kind so near in place and time; chosen on drill seeds 1001–1060.
  private static final double SECOND = 6;

  /// Fewer voices on a side are slips.
  private static final double LEAST = 2;

  /// Two texts that share so much of the shorter are of one voice.
  private static final double COPIED = 0.6;

  /// More members are weighed as they come: comparing all texts would cost their square.
  private static final int COMPARED = 300;

  private static final int ROUNDS = 8;

  /// So many of the beginnings are followed.
  private static final int FOLLOWED = 4;

  /// A larger cluster is a night of its own, and is left to a person.
  private static final int MOST_MEMBERS = 2_000;

  /// So many cuts along an axis are tried as beginnings.
  private static final int CUTS = 12;

  /// A member as the test sees it.
  ///
  /// @param weight its share in the voice it belongs to
  /// @param placeShare its share in the point it stands on: a town is looked up by many, who all err alike
  /// @param east metres from the first placed member
  record Member(Node node, double weight, double placeShare, double east, double north) {

    /// How many it counted of whatever, 0 where it did not.
    private long count() {
      return node.first.figures().stream().filter(figure -> !figure.name().equals(Figure.DIRECTION))
          .mapToLong(Figure::value).findFirst().orElse(0);
    }
  }

  private final List<Member> members;
  private final double alone;

  private Parting(List<Member> members) {
    this.members = members;
    boolean[] all = new boolean[members.size()];
    Arrays.fill(all, true);
    this.alone = log(Centre.of(members, all), all);
  }

  /// Which of the nodes are of the second happening; empty where they are of one.
  static Optional<boolean[]> of(List<Node> nodes) {
    if (nodes.size() < 2 * LEAST || nodes.size() > MOST_MEMBERS || nodes.stream().anyMatch(node -> node.foretells)) {
      return Optional.empty();
    }
    return new Parting(members(nodes)).parted();
  }

  private Optional<boolean[]> parted() {
    Optional<boolean[]> best = Optional.empty();
    double most = SECOND;
    for (boolean[] beginning : promising()) {
      boolean[] second = settled(beginning);
      double gain = gain(second);
      if (gain > most) {
        most = gain;
        best = Optional.of(second);
      }
    }
    return best;
  }

  /// How much likelier two centres make the members than one. Whoever fits both as well counts for neither: a mixture,
  /// in which only those who can be told apart pay for the choice.
  private double gain(boolean[] second) {
    double later = weight(second);
    double earlier = weight(inverted(second));
    if (Math.min(later, earlier) < LEAST) {
      return Double.NEGATIVE_INFINITY;
    }
    Centre one = Centre.of(members, inverted(second));
    Centre other = Centre.of(members, second);
    double lead = StrictMath.log(later / (later + earlier));
    double lag = StrictMath.log(earlier / (later + earlier));
    double sum = 0;
    for (Member member : members) {
      sum += member.weight() * logOfSum(lag + one.log(member), lead + other.log(member));
    }
    return sum - alone;
  }

  /// The logarithm of the sum of two numbers that are given by theirs.
  private static double logOfSum(double a, double b) {
    return Math.max(a, b) + StrictMath.log(1 + StrictMath.exp(-Math.abs(a - b)));
  }

  /// Members go where they fit better until none moves.
  private boolean[] settled(boolean[] beginning) {
    boolean[] second = beginning;
    for (int round = 0; round < ROUNDS; round++) {
      double later = weight(second);
      double earlier = weight(inverted(second));
      if (Math.min(later, earlier) < LEAST) {
        return second;
      }
      Centre one = Centre.of(members, inverted(second));
      Centre other = Centre.of(members, second);
      double lead = StrictMath.log(later / earlier);
      boolean[] next = new boolean[second.length];
      for (int i = 0; i < next.length; i++) {
        next[i] = other.log(members.get(i)) + lead > one.log(members.get(i));
      }
      if (Arrays.equals(next, second)) {
        return second;
      }
      second = next;
    }
    return second;
  }

  private double log(Centre centre, boolean[] in) {
    double sum = 0;
    for (int i = 0; i < in.length; i++) {
      sum += in[i] ? members.get(i).weight() * centre.log(members.get(i)) : 0;
    }
    return sum;
  }

  private double weight(boolean[] in) {
    double sum = 0;
    for (int i = 0; i < in.length; i++) {
      sum += in[i] ? members.get(i).weight() : 0;
    }
    return sum;
  }

  private static boolean[] inverted(boolean[] in) {
    boolean[] out = new boolean[in.length];
    for (int i = 0; i < in.length; i++) {
      out[i] = !in[i];
    }
    return out;
  }

  /// The beginnings that are nearest to a parting as they stand: following each to its end would cost ten times as
  /// much.
  private List<boolean[]> promising() {
    return beginnings().stream().map(beginning -> Map.entry(gain(beginning), beginning))
        .filter(scored -> scored.getKey() > Double.NEGATIVE_INFINITY)
        .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder())).limit(FOLLOWED).map(Map.Entry::getValue).toList();
  }

  /// Cuts by time, along both axes of the map and by count; who heads one way and each kind against the others.
  private List<boolean[]> beginnings() {
    List<boolean[]> beginnings = new ArrayList<>();
    cut(beginnings, Comparator.comparingDouble(member -> member.node().seconds));
    cut(beginnings, Comparator.comparingDouble(Member::east));
    cut(beginnings, Comparator.comparingDouble(Member::north));
    cut(beginnings, Comparator.comparingLong(Member::count));
    for (long direction = 0; direction < 180; direction += 45) {
      beginnings.add(heading(direction));
    }
    TreeSet<String> kinds = new TreeSet<>();
    members.forEach(member -> kinds.add(member.node().kind.id()));
    for (String kind : kinds) {
      boolean[] of = new boolean[members.size()];
      for (int i = 0; i < of.length; i++) {
        of[i] = members.get(i).node().kind.id().equals(kind);
      }
      beginnings.add(of);
    }
    return beginnings;
  }

  /// Those who head within a right angle of a direction.
  private boolean[] heading(long direction) {
    boolean[] of = new boolean[members.size()];
    for (int i = 0; i < of.length; i++) {
      long heading = members.get(i).node().heading;
      of[i] = heading >= 0 && Linkage.turn(direction, heading) <= 90;
    }
    return of;
  }

  private void cut(List<boolean[]> beginnings, Comparator<Member> along) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(members::get, along));
    int cuts = Math.min(CUTS, members.size() - 1);
    for (int cut = 1; cut <= cuts; cut++) {
      boolean[] beyond = new boolean[members.size()];
      order.subList(cut * members.size() / (cuts + 1), members.size()).forEach(i -> beyond[i] = true);
      beginnings.add(beyond);
    }
  }

  private static List<Member> members(List<Node> nodes) {
    double[] weights = weights(nodes);
    Map<List<Double>, Integer> points = new HashMap<>();
    nodes.forEach(node -> points.merge(List.of(node.x, node.y, node.z), 1, Integer::sum));
    Node origin = nodes.stream().filter(node -> node.placed).findFirst().orElse(nodes.getFirst());
    // East and north at the origin; a cluster is small against the Earth.
    double level = StrictMath.sqrt(origin.x * origin.x + origin.y * origin.y);
    double eastX = level == 0 ? 0 : -origin.y / level;
    double eastY = level == 0 ? 1 : origin.x / level;
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      double east = node.x * eastX + node.y * eastY;
      double north = -node.x * eastY * origin.z + node.y * eastX * origin.z + node.z * level;
      members.add(new Member(node, weights[i], 1.0 / points.getOrDefault(List.of(node.x, node.y, node.z), 1),
          Place.EARTH_RADIUS_METRES * east, Place.EARTH_RADIUS_METRES * north));
    }
    return members;
  }

  /// One over how many members tell nearly the same words: copies share a voice.
  private static double[] weights(List<Node> nodes) {
    double[] weights = new double[nodes.size()];
    Arrays.fill(weights, 1);
    if (nodes.size() > COMPARED) {
      return weights;
    }
    Groups voices = new Groups(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (nodes.get(i).first.words().copied(nodes.get(j).first.words()) >= COPIED) {
          voices.join(i, j);
        }
      }
    }
    int[] sizes = new int[nodes.size()];
    for (int i = 0; i < nodes.size(); i++) {
      sizes[voices.find(i)]++;
    }
    for (int i = 0; i < nodes.size(); i++) {
      weights[i] = 1.0 / sizes[voices.find(i)];
    }
    return weights;
  }
}
