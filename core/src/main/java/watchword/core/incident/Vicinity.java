package watchword.core.incident;

import com.google.common.geometry.S1Angle;
import com.google.common.geometry.S2Cap;
import com.google.common.geometry.S2CellId;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2RegionCoverer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import watchword.core.kind.Kind;
import watchword.core.place.Place;

/// Finds the clusters a vague node could belong to, without holding it against each.
///
/// Hours and cells only preselect, with margin: no pair beyond them could weigh in an assignment. A node without a place is looked for by its hour alone, one that
/// names a town also by that town, and a claim about a later hour among all such claims. What is found depends on content, never on the order of adding.
///
/// @param <T> what owns the placed nodes
final class Vicinity<T> {

  /// At 24 deviations even the tail of gross errors is below −25: more than all other fields together can make good.
  private static final double DEVIATIONS = 24;

  /// A finer covering of a node's circle would cost more than the few nodes it leaves out.
  private static final int COVERING_CELLS = 16;

  /// Half a trip of one hour: the way a moving thing may come between two sightings (`Linkage`).
  private static final double HALF_HOUR_SECONDS = 1_800;

  private final NavigableMap<Double, List<Entry<T>>> bySecond = new TreeMap<>();
  private final NavigableMap<Long, List<Entry<T>>> byCell = new TreeMap<>(Long::compareUnsigned);
  private final Map<String, List<Entry<T>>> byTown = new HashMap<>();
  private final List<Entry<T>> claims = new ArrayList<>();
  private double mostMetres;
  private double mostSeconds;

  private record Entry<T>(T owner, Node node) {}

  /// Adds a placed node.
  void add(T owner, Node node) {
    Entry<T> entry = new Entry<>(owner, node);
    bySecond.computeIfAbsent(node.seconds, second -> new ArrayList<>()).add(entry);
    byCell.computeIfAbsent(S2CellId.fromPoint(point(node)).id(), cell -> new ArrayList<>()).add(entry);
    node.first.towns().forEach(town -> byTown.computeIfAbsent(town, name -> new ArrayList<>()).add(entry));
    if (node.first.foretells()) {
      claims.add(entry);
    }
    mostMetres = Math.max(mostMetres, metres(node));
    mostSeconds = Math.max(mostSeconds, Linkage.timeDeviation(node));
  }

  /// Owners of the nodes within reach of this one, in no order that means anything.
  Set<T> of(Node node) {
    Set<T> owners = new LinkedHashSet<>();
    if (node.first.foretells()) {
      keep(claims, node, owners);
    }
    if (!node.placed) {
      double reach = DEVIATIONS * (Linkage.timeDeviation(node) + mostSeconds);
      bySecond.subMap(node.seconds - reach, true, node.seconds + reach, true).values().forEach(entries -> keep(entries, node, owners));
      return owners;
    }
    for (S2CellId cell : around(node)) {
      byCell.subMap(cell.rangeMin().id(), true, cell.rangeMax().id(), true).values().forEach(entries -> keep(entries, node, owners));
    }
    node.first.towns().forEach(town -> keep(byTown.getOrDefault(town, List.of()), node, owners));
    return owners;
  }

  private static <T> void keep(List<Entry<T>> entries, Node node, Set<T> owners) {
    for (Entry<T> entry : entries) {
      if (inTime(entry.node, node) && inPlace(entry.node, node)) {
        owners.add(entry.owner);
      }
    }
  }

  private static boolean inTime(Node a, Node b) {
    return (a.first.foretells() && b.first.foretells()) || Math.abs(a.seconds - b.seconds) <= reach(a, b, Linkage::timeDeviation);
  }

  private static boolean inPlace(Node a, Node b) {
    return !b.placed || a.distance(b) <= reach(a, b, Vicinity::metres) || a.first.towns().stream().anyMatch(b.first.towns()::contains);
  }

  private static double reach(Node a, Node b, ToDoubleFunction<Node> deviation) {
    return DEVIATIONS * (deviation.applyAsDouble(a) + deviation.applyAsDouble(b));
  }

  /// At least one standard deviation of what this node says of the place, metres.
  private static double metres(Node node) {
    Kind kind = node.first.kind();
    return StrictMath.sqrt(node.placeVariance) + kind.sameHappeningMetres() / 2.0 + kind.speedKmh() / 3.6 * HALF_HOUR_SECONDS;
  }

  private List<S2CellId> around(Node node) {
    double chord = DEVIATIONS * (metres(node) + mostMetres) / Place.EARTH_RADIUS_METRES;
    S1Angle radius = S1Angle.radians(2 * StrictMath.asin(Math.min(1, chord / 2)));
    ArrayList<S2CellId> cells = new ArrayList<>();
    S2RegionCoverer.builder().setMaxCells(COVERING_CELLS).build().getCovering(S2Cap.fromAxisAngle(point(node), radius), cells);
    cells.sort(Comparator.naturalOrder());
    return cells;
  }

  private static S2Point point(Node node) {
    return new S2Point(node.x, node.y, node.z);
  }
}
