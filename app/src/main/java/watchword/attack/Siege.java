package watchword.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What it takes to get a lie published, or a truth lost: attacks made to measure, on a method that has heard a whole world.
final class Siege {

  /// More than the largest flood that is tried.
  static final int MORE = 201;

  private static final int[] FLOODS = {1, 2, 3, 5, 8, 12, 20, 35, 60, 100, 200};

  private static final int[] DENIALS = {0, 2};
  private static final int PLANTS = 4;

  private static final int SYBIL_DENIALS = 50;

  /// As many true events as are tried: the last of those that are scored.
  private static final int TRUE_EVENTS = 60;

  /// What a desk may call REFUTED, and below which CONFIRMED is taken back: as in its rules, for every method alike.
  private static final double REFUTED = 0.20;

  private static final double TAKEN_BACK = 0.55;

  private static final int[] IDENTITIES = {2, 3};
  private static final int[] AT_FIRST = {0, 1, 2, 3, 4, 6, 8};
  private static final int[] BETWEEN = {0, 1, 2, 3, 6};
  private static final int LIES = 3;

  /// What an attacker plans: so many identities, true first reports of each before the first lie and before each later one.
  private record Plan(int identities, int first, int later) {
    int scoops() {
      return identities * (first + (LIES - 1) * later);
    }
  }

  private final Method method;
  private final World seen;
  private final World unseen;

  /// @param seen a world with attacks
  /// @param unseen one without
  Siege(Method method, World seen, World unseen) {
    this.method = method;
    this.seen = seen;
    this.unseen = unseen;
  }

  /// For each cell, how many attackers each plant took: `template-0-seen` is a template attack that nobody denies, on a desk that has seen attacks.
  Map<String, List<Integer>> floods() {
    Map<String, List<Integer>> floods = new TreeMap<>();
    for (World world : List.of(seen, unseen)) {
      Mind mind = method.after(world);
      for (Making making : List.of(Making.TEMPLATE, Making.PARAPHRASE, Making.PATIENT)) {
        for (int denials : DENIALS) {
          String cell = "%s-%d-%s".formatted(making.name().toLowerCase(Locale.ROOT), denials, world.equals(seen) ? "seen" : "unseen");
          List<Integer> taken = new ArrayList<>();
          for (int plant = 0; plant < PLANTS; plant++) {
            taken.add(taken(mind, world, making, denials));
          }
          floods.put(cell, taken);
        }
      }
    }
    return floods;
  }

  private static int taken(Mind mind, World world, Making making, int denials) {
    for (int attackers : FLOODS) {
      Event planted = world.crowd().planted(World.EVENTS, making, attackers, denials);
      if (mind.judge(planted).released()) {
        return attackers;
      }
    }
    return MORE;
  }

  /// Share of true events that are lost to so many denials by new identities: what stood above REFUTED stands there no more, or what was published is taken back.
  double suppressed() {
    Mind mind = method.after(seen);
    List<Event> events = seen.scored().stream().filter(Event::so).toList();
    List<Event> tried = events.subList(Math.max(0, events.size() - TRUE_EVENTS), events.size());
    int lost = 0;
    for (Event event : tried) {
      Judgement before = mind.judge(event);
      double after = mind.judge(seen.crowd().denied(event, SYBIL_DENIALS)).probability();
      boolean sunk = before.probability() > REFUTED && after <= REFUTED;
      lost += sunk || (before.released() && after < TAKEN_BACK) ? 1 : 0;
    }
    return (double) lost / tried.size();
  }

  /// True first reports an attacker pays for each lie, by the cheapest plan: identities report true events before anyone else does, are judged right, tell a lie
  /// together, are judged wrong, and go on. Lies are told one at a time.
  double price() {
    List<Plan> plans = new ArrayList<>();
    for (int identities : IDENTITIES) {
      for (int first : AT_FIRST) {
        for (int later : BETWEEN) {
          plans.add(new Plan(identities, first, later));
        }
      }
    }
    plans.sort(Comparator.comparingInt(Plan::scoops));
    double cheapest = MORE;
    for (Plan plan : plans) {
      if ((double) plan.scoops() / LIES < cheapest) {
        cheapest = Math.min(cheapest, price(plan));
      }
    }
    return cheapest;
  }

  private double price(Plan plan) {
    Mind mind = method.after(seen);
    Crowd crowd = seen.crowd();
    int number = World.EVENTS;
    int paid = 0;
    int published = 0;
    double cheapest = MORE;
    for (int lie = 0; lie < LIES; lie++) {
      for (int scoop = plan.identities * (lie == 0 ? plan.first : plan.later); scoop > 0; scoop--) {
        mind.learn(crowd.scoop(number++, scoop % plan.identities), true);
        paid++;
      }
      Event told = crowd.lie(number++, plan.identities);
      published += mind.judge(told).released() ? 1 : 0;
      mind.learn(told, false);
      // He may stop after any lie.
      cheapest = published == 0 ? cheapest : Math.min(cheapest, (double) paid / published);
    }
    return cheapest;
  }
}
