package watchword.core.claim;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// For values of each item's own, with hardly a verdict: how often a source is right (one coin a source), found in turn with what is right.
///
/// A wrong source is taken to hit each wrong value alike. Sources that copy each other's mistakes are taken for independent: only verdicts tell them apart, and
/// [Ratings] is for those.
public record Rates(Sameness sameness) implements Model {

  /// Before any answer a source is right four times in five, as if seen ten times.
  private static final double RIGHT = 8;

  private static final double WRONG = 2;

  private static final int ROUNDS = 20;

  @Override
  public String says() {
    return "values of each item's own, no verdicts";
  }

  @Override
  public List<Estimate> estimates(Claims claims, Map<String, String> verdicts) {
    double[] right = new double[claims.sources()];
    double[] all = new double[claims.sources()];
    Arrays.fill(right, RIGHT);
    Arrays.fill(all, RIGHT + WRONG);
    for (int round = 1; round < ROUNDS; round++) {
      count(claims, verdicts, right, all);
    }
    return claims.estimates(verdicts, item -> estimate(claims, item, right, all));
  }

  /// Counts the rates anew, by what the rates so far make likely and verdicts make known.
  private void count(Claims claims, Map<String, String> verdicts, double[] right, double[] all) {
    double[] nextRight = new double[right.length];
    double[] nextAll = new double[all.length];
    Arrays.fill(nextRight, RIGHT);
    Arrays.fill(nextAll, RIGHT + WRONG);
    for (int item = 0; item < claims.items(); item++) {
      List<String> values = claims.values(item);
      Agreement agreement = new Agreement(values, sameness);
      double[] shares = shares(claims, item, agreement, right, all);
      Optional<String> known = Optional.ofNullable(verdicts.get(claims.item(item)));
      for (int claim = claims.from(item); claim < claims.to(item); claim++) {
        int option = claims.optionOf(claim);
        boolean same = known.filter(verdict -> sameness.same(values.get(option), verdict)).isPresent();
        nextRight[claims.sourceOf(claim)] += known.isEmpty() ? agreement.together(option, shares) : same ? 1 : 0;
        nextAll[claims.sourceOf(claim)]++;
      }
    }
    System.arraycopy(nextRight, 0, right, 0, right.length);
    System.arraycopy(nextAll, 0, all, 0, all.length);
  }

  private static double[] shares(Claims claims, int item, Agreement agreement, double[] right, double[] all) {
    double[] shares = new double[claims.values(item).size()];
    for (int claim = claims.from(item); claim < claims.to(item); claim++) {
      int source = claims.sourceOf(claim);
      double rate = right[source] / all[source];
      double weight = StrictMath.log(rate * Math.max(2, shares.length) / (1 - rate));
      for (int value = 0; value < shares.length; value++) {
        shares[value] += agreement.same(claims.optionOf(claim), value) ? weight : 0;
      }
    }
    LogOdds.normalise(shares, 0, shares.length);
    return shares;
  }

  private Estimate estimate(Claims claims, int item, double[] right, double[] all) {
    List<String> values = claims.values(item);
    Agreement agreement = new Agreement(values, sameness);
    double[] shares = shares(claims, item, agreement, right, all);
    int best = Agreement.most(claims.item(item), values, shares);
    double probability = agreement.together(best, shares);
    Map<String, Double> each = new HashMap<>();
    for (int value = 0; value < shares.length; value++) {
      each.put(values.get(value), shares[value]);
    }
    double variance = 0;
    for (int claim = claims.from(item); claim < claims.to(item); claim++) {
      int source = claims.sourceOf(claim);
      variance += 1 / right[source] + 1 / Math.max(0.5, all[source] - right[source]);
    }
    return new Estimate(claims.item(item), values.get(best), probability, LogOdds.interval(probability, variance), each);
  }
}
