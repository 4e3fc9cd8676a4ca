package watchword.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// A method's figures over all worlds: means, but what is counted rarely is counted over all of them together.
///
/// @param spread how much one world differs from the next
/// @param reportsToPublish for each cell, with how many attackers half of the plants were published; 201 for more than 200
public record Summary(
    String name, double auc, double brier, double logLoss, double ece, double eceFloor, double brier30,
    double plantedPublished, double truePublished, double falseAmongPublished, double suppressedTrue, double priceInScoops,
    Map<String, Integer> reportsToPublish, Spread spread) {

  /// Standard deviations between worlds, of each figure of the same name as [Summary]'s.
  ///
  /// @param eceAboveFloor of the difference of the two
  public record Spread(
      double auc, double brier, double logLoss, double ece, double eceAboveFloor, double brier30, double plantedPublished, double truePublished,
      double falseAmongPublished, double suppressedTrue, double priceInScoops) {

    static Spread of(List<Trial> trials) {
      List<Figures> figures = trials.stream().map(Trial::figures).toList();
      return new Spread(
          deviation(figures, Figures::auc), deviation(figures, Figures::brier), deviation(figures, Figures::logLoss), deviation(figures, Figures::ece),
          deviation(figures, one -> one.ece() - one.eceFloor()), deviation(trials, Trial::brier30),
          deviation(figures, one -> share(one.plantedPublished(), one.planted())), deviation(figures, one -> share(one.truePublished(), one.trueEvents())),
          deviation(figures, one -> share(one.falsePublished(), one.truePublished() + one.falsePublished())),
          deviation(trials, Trial::suppressedTrue), deviation(trials, Trial::priceInScoops));
    }

    private static double share(int part, int whole) {
      return whole == 0 ? 0 : (double) part / whole;
    }
  }

  static Summary of(String name, List<Trial> trials) {
    List<Figures> figures = trials.stream().map(Trial::figures).toList();
    double published = sum(figures, Figures::truePublished) + sum(figures, Figures::falsePublished);
    return new Summary(
        name, mean(figures, Figures::auc), mean(figures, Figures::brier), mean(figures, Figures::logLoss), mean(figures, Figures::ece), mean(figures, Figures::eceFloor),
        mean(trials, Trial::brier30),
        sum(figures, Figures::plantedPublished) / sum(figures, Figures::planted),
        sum(figures, Figures::truePublished) / sum(figures, Figures::trueEvents),
        published == 0 ? 0 : sum(figures, Figures::falsePublished) / published,
        mean(trials, Trial::suppressedTrue), mean(trials, Trial::priceInScoops),
        floods(trials),
        Spread.of(trials));
  }

  private static Map<String, Integer> floods(List<Trial> trials) {
    Map<String, List<Integer>> taken = new TreeMap<>();
    trials.forEach(trial -> trial.floods().forEach((cell, plants) -> taken.computeIfAbsent(cell, any -> new ArrayList<>()).addAll(plants)));
    Map<String, Integer> half = new TreeMap<>();
    taken.forEach((cell, plants) -> half.put(cell, Trial.half(plants)));
    return half;
  }

  private static <T> double sum(List<T> list, ToDoubleFunction<T> figure) {
    return list.stream().mapToDouble(figure).sum();
  }

  private static <T> double mean(List<T> list, ToDoubleFunction<T> figure) {
    return sum(list, figure) / list.size();
  }

  private static <T> double deviation(List<T> list, ToDoubleFunction<T> figure) {
    double mean = mean(list, figure);
    double squares = list.stream().mapToDouble(one -> Math.pow(figure.applyAsDouble(one) - mean, 2)).sum();
    return list.size() < 2 ? 0 : Math.sqrt(squares / (list.size() - 1));
  }
}
