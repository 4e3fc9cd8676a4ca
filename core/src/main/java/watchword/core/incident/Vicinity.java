package watchword.core.incident;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// Finds the clusters a vague node could belong to, without holding it against each.
///
/// Hours only preselect, with margin, and a bound on the score does the rest: no pair beyond it could weigh in an assignment. A claim about a
/// later hour is also looked for among such claims, within the reach of candidates. What is found depends on content, not on the order of adding.
///
/// @param <T> what owns the placed nodes
final class Vicinity<T> {

  private final NavigableMap<Double, List<Entry<T>>> bySecond = new TreeMap<>();
  private final NavigableMap<Double, List<Entry<T>>> claims = new TreeMap<>();
  private final Survey survey;

  private record Entry<T>(T owner, Node node) {}

  Vicinity(Survey survey) {
    this.survey = survey;
  }

  /// Adds a placed node.
  void add(T owner, Node node) {
    Entry<T> entry = new Entry<>(owner, node);
    bySecond.computeIfAbsent(node.seconds, second -> new ArrayList<>(1)).add(entry);
    if (node.foretells) {
      claims.computeIfAbsent(node.seconds, second -> new ArrayList<>(1)).add(entry);
    }
  }

  /// Takes out what [#add] added.
  void remove(T owner, Node node) {
    Entry<T> entry = new Entry<>(owner, node);
    remove(bySecond, entry);
    if (node.foretells) {
      remove(claims, entry);
    }
  }

  private static <T> void remove(NavigableMap<Double, List<Entry<T>>> entries, Entry<T> entry) {
    List<Entry<T>> at = entries.getOrDefault(entry.node.seconds, List.of());
    if (at.remove(entry) && at.isEmpty()) {
      entries.remove(entry.node.seconds);
    }
  }

  /// Owners of the nodes within reach of this one, in no order that means anything.
  Set<T> of(Node node) {
    Set<T> owners = new LinkedHashSet<>();
    SoughtWords sought = new SoughtWords(node);
    keep(bySecond, survey.reachSeconds(node), node, sought, owners);
    if (node.foretells) {
      keep(claims, survey.reachSecondsOfClaims(node), node, sought, owners);
    }
    return owners;
  }

  /// Forgets the nodes before a time.
  void forget(double before) {
    bySecond.headMap(before).clear();
    claims.headMap(before).clear();
  }

  /// Whether a bound leaves it open that a placed node weighs in the assignment of a vague one.
  ///
  /// @param sought the words of the vague one
  static boolean matters(Node placed, Node vague, SoughtWords sought) {
    boolean claims = placed.foretells && vague.foretells;
    return (!claims || Reach.coversTime(placed, vague)) && Linkage.mayBeAbove(Resolution.MATTERS, placed, vague, sought);
  }

  private static <T> void keep(
      NavigableMap<Double, List<Entry<T>>> entries, double reach, Node node, SoughtWords sought, Set<T> owners) {
    for (List<Entry<T>> at : entries.subMap(node.seconds - reach, true, node.seconds + reach, true).values()) {
      for (Entry<T> entry : at) {
        if (matters(entry.node, node, sought)) {
          owners.add(entry.owner);
        }
      }
    }
  }
}
