package watchword.drill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How many people say what: the shares of roles and the sizes of happenings.
///
/// Shares follow what desks report of such nights: one in eight passes on words of another, one in twelve was told, one in twenty denies.
final class Crowd {

  /// Of the reports that are not planted: nothing behind them, honest mistakes.
  private static final double NOISE = 0.052;

  private static final double MISTAKEN = 0.035;

  /// Observers are wrong in eight of a hundred reports.
  private static final double OBSERVER_WRONG = 0.08;

  private Crowd() {}

  /// How the reports of a world are spread.
  record Shares(int planted, int noise, int mistaken, int honest) {

    static Shares of(WorldSize size) {
      int rest = size.reports() - size.planted();
      int noise = (int) StrictMath.rint(NOISE * rest);
      int mistaken = (int) StrictMath.rint(MISTAKEN * rest);
      return new Shares(size.planted(), noise, mistaken, rest - noise - mistaken);
    }

    /// 36 happenings for a usual evening; a bigger night has more of them and more witnesses of each.
    int happenings() {
      return honest == 0 ? 0 : (int) StrictMath.max(1, StrictMath.rint(36 * StrictMath.pow(honest / 237.0, 0.8)));
    }

    int wrongObservers() {
      long right = Collections.frequency(roles(honest), Role.OBSERVER);
      return (int) StrictMath.min(mistaken, StrictMath.rint(right * OBSERVER_WRONG / (1 - OBSERVER_WRONG)));
    }
  }

  /// Sizes of so many happenings that sum to `reports`, largest first: a few have most, many have one to three.
  static List<Integer> sizes(int happenings, int reports) {
    double total = 0;
    for (int rank = 0; rank < happenings; rank++) {
      total += weight(rank);
    }
    // 25 witnesses of one thing on a usual evening; a bigger night has bigger crowds.
    int most = (int) StrictMath.rint(25 * StrictMath.sqrt(reports / 237.0));
    List<Integer> sizes = new ArrayList<>();
    int left = reports;
    for (int rank = 0; rank < happenings; rank++) {
      int after = happenings - rank - 1;
      int share = (int) StrictMath.min(most, StrictMath.rint(weight(rank) / total * reports));
      int size = StrictMath.max(1, StrictMath.min(share, left - after));
      sizes.add(size);
      left -= size;
    }
    // What rounding left over goes round the largest.
    for (int rank = 0; left > 0; rank = (rank + 1) % sizes.size(), left--) {
      sizes.set(rank, sizes.get(rank) + 1);
    }
    return sizes;
  }

  private static double weight(int rank) {
    return StrictMath.pow(rank + 4.5, -1.4);
  }

  /// The roles of so many reports, unshuffled.
  static List<Role> roles(int reports) {
    List<Role> roles = new ArrayList<>();
    add(roles, Role.COPY, 0.13, reports);
    add(roles, Role.PUBLIC, 0.06, reports);
    add(roles, Role.HEARSAY, 0.08, reports);
    add(roles, Role.DENIAL, 0.06, reports);
    add(roles, Role.QUESTION, 0.01, reports);
    add(roles, Role.LOST, 0.02, reports);
    add(roles, Role.OBSERVER, 0.09, reports);
    while (roles.size() < reports) {
      roles.add(Role.WITNESS);
    }
    return roles;
  }

  private static void add(List<Role> roles, Role role, double share, int reports) {
    roles.addAll(Collections.nCopies((int) StrictMath.rint(share * reports), role));
  }

  /// Deals roles to happenings of these sizes; each begins with someone who saw it.
  static List<List<Role>> deal(List<Integer> sizes, Dice dice) {
    int reports = sizes.stream().mapToInt(Integer::intValue).sum();
    List<Role> deck = roles(reports);
    for (int i = 0; i < sizes.size(); i++) {
      deck.removeLast(); // a witness: they lie at the bottom, and there are more of them than happenings
    }
    dice.shuffle(deck);
    List<List<Role>> dealt = new ArrayList<>();
    int at = 0;
    for (int size : sizes) {
      List<Role> roles = new ArrayList<>(List.of(Role.WITNESS));
      roles.addAll(deck.subList(at, at + size - 1));
      at += size - 1;
      dealt.add(roles);
    }
    return dealt;
  }
}
