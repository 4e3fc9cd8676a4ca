package watchword.core.claim;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// For values of each item's own, with hardly a verdict: how often a source is right (one coin a source), found in
/// turn with what is right.
///
/// A wrong source is taken to hit each wrong value alike, so independent sources hardly ever share a mistake. How
/// often they do share one tells how far they speak with one voice: n claims of an item then weigh as n / (1 + (n −
/// 1)ρ) independent ones (the design effect of clustered samples, Kish 1965), where ρ is the share of pairs of losing
/// claims that say the same. That keeps probabilities honest; who copies whom only verdicts tell, and [Ratings] is
/// for those.
public record Rates(Sameness sameness) implements Model {

  /// Before any answer a source is right four times in five, as if seen ten times.
  private static final double RIGHT = 8;

  private static final double WRONG = 2;

  /// Before any pair of mistakes ten have shared nothing: a handful of claims does not show that sources copy.
  private static final double UNSHARED = 10;

  private static final int ROUNDS = 20;

  @Override
  public String says() {
    return "values of each item's own, no verdicts";
  }

  @Override
  public List<Estimate> estimates(Claims claims, Map<String, String> verdicts) {
    Fit fit = new Fit(claims, verdicts);
    for (int round = 1; round < ROUNDS; round++) {
      fit.count();
    }
    return claims.estimates(verdicts, fit::estimate);
  }

  /// The rates so far, and how far sources speak with one voice.
  private final class Fit {
    private final Claims claims;
    private final Map<String, String> verdicts;
    private double[] right;
    private double[] all;
    /// ρ: 0 where no two sources share a mistake, 1 where all do.
    private double oneVoice;

    Fit(Claims claims, Map<String, String> verdicts) {
      this.claims = claims;
      this.verdicts = verdicts;
      this.right = filled(RIGHT);
      this.all = filled(RIGHT + WRONG);
    }

    private double[] filled(double value) {
      double[] filled = new double[claims.sources()];
      Arrays.fill(filled, value);
      return filled;
    }

    /// Counts anew, by what the rates so far make likely and verdicts make known.
    void count() {
      double[] nextRight = filled(RIGHT);
      double[] nextAll = filled(RIGHT + WRONG);
      SharedMistakes mistakes = new SharedMistakes();
      for (int item = 0; item < claims.items(); item++) {
        List<String> values = claims.values(item);
        Agreement agreement = new Agreement(values, sameness);
        double[] shares = shares(item, agreement);
        Optional<String> known = Optional.ofNullable(verdicts.get(claims.item(item)));
        for (int claim = claims.from(item); claim < claims.to(item); claim++) {
          int option = claims.optionOf(claim);
          boolean same = known.filter(verdict -> sameness.same(values.get(option), verdict)).isPresent();
          nextRight[claims.sourceOf(claim)] += known.isEmpty() ? agreement.together(option, shares) : same ? 1 : 0;
          nextAll[claims.sourceOf(claim)]++;
        }
        if (known.isEmpty() && !values.isEmpty()) {
          mistakes.add(claims, item, agreement, Agreement.most(claims.item(item), values, shares));
        }
      }
      right = nextRight;
      all = nextAll;
      oneVoice = mistakes.share();
    }

    /// What a claim of this item weighs beside one that stands alone.
    private double discount(int item) {
      return 1 / (1 + (claims.to(item) - claims.from(item) - 1) * oneVoice);
    }

    private double[] shares(int item, Agreement agreement) {
      double[] shares = new double[claims.values(item).size()];
      double discount = discount(item);
      for (int claim = claims.from(item); claim < claims.to(item); claim++) {
        int source = claims.sourceOf(claim);
        double rate = right[source] / all[source];
        double weight = discount * StrictMath.log(rate * Math.max(2, shares.length) / (1 - rate));
        for (int value = 0; value < shares.length; value++) {
          shares[value] += agreement.same(claims.optionOf(claim), value) ? weight : 0;
        }
      }
      LogOdds.normalise(shares, 0, shares.length);
      return shares;
    }

    Estimate estimate(int item) {
      List<String> values = claims.values(item);
      Agreement agreement = new Agreement(values, sameness);
      double[] shares = shares(item, agreement);
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
      // The weights are discounted, and their errors go together: (1 / d)² by the one, d by the other.
      return new Estimate(claims.item(item), values.get(best), probability,
          LogOdds.interval(probability, discount(item) * variance), each);
    }
  }

  /// Counts pairs of losing claims, and those of them that say the same.
  private static final class SharedMistakes {
    private double pairs;
    private double same;

    void add(Claims claims, int item, Agreement agreement, int winner) {
      double[] losing = new double[claims.values(item).size()];
      double losers = 0;
      for (int claim = claims.from(item); claim < claims.to(item); claim++) {
        if (!agreement.same(claims.optionOf(claim), winner)) {
          losing[claims.optionOf(claim)]++;
          losers++;
        }
      }
      pairs += losers * (losers - 1) / 2;
      for (int value = 0; value < losing.length; value++) {
        same += losing[value] * (losing[value] - 1) / 2;
        for (int other = 0; other < value; other++) {
          same += agreement.same(value, other) ? losing[value] * losing[other] : 0;
        }
      }
    }

    double share() {
      return same / (pairs + UNSHARED);
    }
  }
}
