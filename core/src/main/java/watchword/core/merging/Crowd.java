package watchword.core.merging;

import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import watchword.core.place.Place;

/// How many unrelated reports of a kind a place gets anyway: two reports of a quiet village meet for a reason, two of a besieged city by chance.
///
/// Seismology tells aftershocks from the background the same way (Zhuang, Ogata & Vere-Jones 2002). The background of a node is counted in the
/// time before it, with a guard between, so that neither its own happening nor anything later changes it.
final class Crowd {

  /// Late and mistaken reports of one happening lie within so many deviations of its time.
  private static final double GUARD = 30;

  /// The background is counted over so many deviations before the guard.
  private static final double WINDOW = 100;

  /// Beyond three deviations a report adds nothing to the density here.
  private static final double REACH = 3;

  /// So many tell a rate to an eighth; a hot cell holds thousands.
  private static final int COUNTED = 64;

  /// Of so many cells it is remembered which lie around them; of more it is found out again.
  private static final int REMEMBERED = 1 << 16;

  private final Map<String, CellTable<Past>> byKind = new HashMap<>();
  private CellTable<long[]> around = new CellTable<>();
  private final Survey survey;
  private double swept = Double.NEGATIVE_INFINITY;

  Crowd(Survey survey) {
    this.survey = survey;
  }

  /// Tells a placed node its background; nodes come in order.
  void tell(Node node) {
    node.lookedUp = survey.lookedUp(node);
    node.background = density(node);
    past(node).at(key(node), Past::new).add(node);
    forget(node.earliest() - (GUARD + WINDOW) * survey.longestDeviation() - Course.ROUNDING);
  }

  /// Adds a node that came late, or early: it counts for those of which [#counting] tells.
  void insert(Node node) {
    past(node).at(key(node), Past::new).insert(node);
  }

  /// Takes out what [#insert] added.
  void remove(Node node) {
    Optional<Past> stood = past(node).find(key(node));
    if (stood.isPresent() && stood.get().remove(node)) {
      past(node).remove(key(node));
    }
  }

  /// Of inserted nodes those whose background counts this one.
  List<Node> counting(Node node) {
    List<Node> counting = new ArrayList<>();
    double least = GUARD * node.scaleSeconds;
    double most = (GUARD + WINDOW) * survey.longestDeviation();
    for (long cell : around(node)) {
      past(node).find(cell).ifPresent(stood -> stood.between(node.seconds + least, node.seconds + most, other -> {
        double until = until(other);
        if (node.seconds < until && node.seconds >= from(other, until)) {
          counting.add(other);
        }
      }));
    }
    return counting;
  }

  private CellTable<Past> past(Node node) {
    return byKind.computeIfAbsent(node.kind.id(), kind -> new CellTable<>());
  }

  private static long key(Node node) {
    return Survey.key(home(node).id());
  }

  private static double until(Node node) {
    return node.seconds - GUARD * Linkage.timeDeviation(node);
  }

  private static double from(Node node, double until) {
    return until - WINDOW * Linkage.timeDeviation(node);
  }

  /// The cell of a node; how wide it is depends on the kind alone, whose nodes are no vaguer than a placed node may be.
  static S2CellId home(Node node) {
    double vaguest = Node.VAGUE_METRES / Node.DEVIATIONS_IN_RADIUS;
    double deviation = StrictMath.sqrt(vaguest * vaguest + node.scaleMetres * node.scaleMetres);
    double reachMetres = REACH * StrictMath.sqrt(2) * deviation;
    return Survey.leaf(node).parent(S2Projections.PROJ.minWidth.getMaxLevel(reachMetres / Place.EARTH_RADIUS_METRES));
  }

  /// Reports of this kind per square metre and second.
  double density(Node node) {
    double until = until(node);
    double from = from(node, until);
    CellTable<Past> past = past(node);
    double density = 0;
    for (long cell : around(node)) {
      Optional<Past> earlier = past.find(cell);
      density += earlier.isPresent() ? earlier.get().density(node, from, until) : 0;
    }
    return density;
  }

  private long[] around(Node node) {
    if (around.size() > REMEMBERED) {
      around = new CellTable<>();
    }
    S2CellId home = home(node);
    return around.at(Survey.key(home.id()), () -> around(home));
  }

  /// Keys of the cell and those beside it: it is at least as wide as the reach is long.
  private long[] around(S2CellId home) {
    List<S2CellId> cells = new ArrayList<>();
    home.getAllNeighbors(home.level(), cells);
    cells.add(home);
    cells.sort(null);
    return cells.stream().mapToLong(S2CellId::id).map(Survey::key).toArray();
  }

  /// Once in a while, so that what nothing later counts is kept for twice its time at most.
  private void forget(double before) {
    if (before - swept > (GUARD + WINDOW) * survey.longestDeviation()) {
      swept = before;
      byKind.values().forEach(past -> past.removeIf(earlier -> earlier.forget(before)));
    }
  }

  /// The nodes of a kind in a cell by their time, without their words.
  private static final class Past {

    private final Columns stood = new Columns();
    /// The same nodes where they were inserted; what only passes through is not kept.
    private final List<Node> kept = new ArrayList<>(0);

    void add(Node node) {
      // Nodes come by their earliest time, so the place by the middle is near the end.
      int row = stood.size();
      while (row > 0 && stood.time(row - 1) > node.seconds) {
        row--;
      }
      stood.insert(row, node.seconds, node);
    }

    void insert(Node node) {
      int row = stood.before(node.seconds);
      while (row < kept.size() && stood.time(row) == node.seconds && Node.ORDER.compare(kept.get(row), node) < 0) {
        row++;
      }
      stood.insert(row, node.seconds, node);
      kept.add(row, node);
    }

    /// Whether nothing is left.
    boolean remove(Node node) {
      int row = stood.before(node.seconds);
      while (row < kept.size() && kept.get(row) != node) {
        row++;
      }
      if (row < kept.size()) {
        stood.remove(row);
        kept.remove(row);
      }
      return kept.isEmpty();
    }

    void between(double from, double to, Consumer<Node> nodes) {
      for (int row = stood.before(from); row < kept.size() && stood.time(row) <= to; row++) {
        nodes.accept(kept.get(row));
      }
    }

    /// The latest come first, and where they are many a shorter time is looked at.
    double density(Node node, double from, double until) {
      double scale = node.scaleMetres;
      double sum = 0;
      double since = from;
      int counted = 0;
      for (int i = stood.before(until) - 1; i >= 0 && stood.time(i) >= from; i--) {
        sum += Linkage.normal2(stood.distance(i, node), node.placeVariance + stood.variance(i) + scale * scale);
        if (++counted == COUNTED) {
          since = stood.time(i);
          break;
        }
      }
      return sum / Math.max(1, until - since);
    }

    /// Whether nothing is left.
    boolean forget(double before) {
      stood.removeFirst(stood.before(before));
      return stood.size() == 0;
    }
  }
}
