package watchword.core.merging;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Finds the clusters a vague node could belong to, without holding it against each.
///
/// Hours only preselect, with margin, and a bound on the score does the rest: no pair beyond it could weigh in an assignment. A claim about a
/// later hour is also looked for among such claims, within the reach of candidates. What is found depends on content, not on the order of adding.
///
/// @param <T> what owns the placed nodes
final class Vicinity<T> {

  /// Placed nodes of one hour: most are passed over without being looked at themselves.
  private static final class Hour<T> {
    private final List<T> owners = new ArrayList<>(1);
    private final List<Node> nodes = new ArrayList<>(1);
    private final Columns where = new Columns();

    void add(T owner, Node node) {
      owners.add(owner);
      nodes.add(node);
      where.insert(where.size(), node.seconds, node);
    }

    /// Whether nothing is left.
    boolean remove(T owner, Node node) {
      for (int i = 0; i < nodes.size(); i++) {
        if (nodes.get(i) == node && owners.get(i).equals(owner)) {
          owners.remove(i);
          nodes.remove(i);
          where.remove(i);
          break;
        }
      }
      return nodes.isEmpty();
    }
  }

  private static final long HOUR_SECONDS = 3_600;

  private final NavigableMap<Long, Hour<T>> byHour = new TreeMap<>();
  private final NavigableMap<Long, Hour<T>> claims = new TreeMap<>();
  private final Survey survey;

  Vicinity(Survey survey) {
    this.survey = survey;
  }

  /// Adds a placed node.
  void add(T owner, Node node) {
    byHour.computeIfAbsent(hour(node.seconds), hour -> new Hour<>()).add(owner, node);
    if (node.foretells) {
      claims.computeIfAbsent(hour(node.seconds), hour -> new Hour<>()).add(owner, node);
    }
  }

  /// Takes out what [#add] added.
  void remove(T owner, Node node) {
    remove(byHour, owner, node);
    if (node.foretells) {
      remove(claims, owner, node);
    }
  }

  private static <T> void remove(NavigableMap<Long, Hour<T>> entries, T owner, Node node) {
    Optional<Hour<T>> hour = Optional.ofNullable(entries.get(hour(node.seconds)));
    if (hour.isPresent() && hour.get().remove(owner, node)) {
      entries.remove(hour(node.seconds));
    }
  }

  /// Owners of the nodes within reach of this one, in no order that means anything.
  Set<T> of(Node node) {
    Set<T> owners = new LinkedHashSet<>();
    SoughtWords sought = new SoughtWords(node);
    double lowest = Ceiling.lowestTails(Resolution.MATTERS, node, survey.figures());
    keep(byHour, survey.reachSeconds(node), node, sought, lowest, owners);
    if (node.foretells) {
      keep(claims, survey.reachSecondsOfClaims(node), node, sought, lowest, owners);
    }
    return owners;
  }

  /// Forgets the hours before a time.
  void forget(double before) {
    byHour.headMap(hour(before)).clear();
    claims.headMap(hour(before)).clear();
  }

  /// Whether a bound leaves it open that a placed node weighs in the assignment of a vague one.
  ///
  /// @param sought the words of the vague one
  static boolean matters(Node placed, Node vague, SoughtWords sought) {
    boolean claims = placed.foretells && vague.foretells;
    return (!claims || Reach.coversTime(placed, vague)) && Ceiling.mayBeAbove(Resolution.MATTERS, placed, vague, sought);
  }

  /// Saturates at both ends, where nothing stands.
  private static long hour(double seconds) {
    return Math.floorDiv((long) Math.floor(seconds), HOUR_SECONDS);
  }

  /// @param lowest by [Ceiling#lowestTails]
  private static <T> void keep(
      NavigableMap<Long, Hour<T>> entries, double reach, Node node, SoughtWords sought, double lowest, Set<T> owners) {
    double from = node.seconds - reach;
    double to = node.seconds + reach;
    for (Hour<T> hour : entries.subMap(hour(from), true, hour(to), true).values()) {
      for (int i = 0; i < hour.where.size(); i++) {
        double at = hour.where.time(i);
        if (at >= from && at <= to && hour.where.tails(i, node) > lowest
            && matters(hour.nodes.get(i), node, sought)) {
          owners.add(hour.owners.get(i));
        }
      }
    }
  }
}
