package watchword.attack;

import java.util.List;
import java.util.Map;

/// What one method came to in one world.
///
/// @param brier30 of what was told within half an hour of the first report
/// @param floods for each cell, how many attackers each plant took
record Trial(Figures figures, double brier30, double suppressedTrue, double priceInScoops, Map<String, List<Integer>> floods) {

  private static final double HALF_HOUR = 30;

  static Trial of(Method method, World seen, World unseen) {
    Figures figures = Figures.of(seen.scored(), method.judge(seen, Double.MAX_VALUE));
    Figures early = Figures.of(seen.scored(), method.judge(seen, HALF_HOUR));
    Siege siege = new Siege(method, seen, unseen);
    Map<String, List<Integer>> floods = siege.floods();
    // Who may as well flood pays for no record.
    boolean flooded = floods.values().stream().anyMatch(taken -> half(taken) < Siege.MORE);
    return new Trial(figures, early.brier(), siege.suppressed(), flooded ? 0 : siege.price(), floods);
  }

  /// With how many attackers half of the plants were published.
  static int half(List<Integer> taken) {
    return taken.stream().sorted().toList().get((taken.size() - 1) / 2);
  }
}
