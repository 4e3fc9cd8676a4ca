package watchword.core.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// For values of each item's own and some verdicts: what each source's word is worth beside the others', so that verdicts come out likely.
///
/// A conditional logit (McFadden 1974) over the values of an item, drawn towards one weight for all (ridge), as truth finding with few labels does
/// (SLiMFast, Rekatsinas et al. 2017). Sources that copy each other share one weight among them, without anyone having to find out who copies: the second adds
/// nothing that the first did not say. "None of these" is a value too.
public record Ratings(Sameness sameness) implements Model {

  /// Fewer verdicts than this teach less than the crowd knows.
  public static final int LEAST_VERDICTS = 20;

  /// A source's own weight strays by √2 from that of all.
  private static final double OWN = 0.5;

  /// The weight of all begins at a source that is right three times in five.
  private static final double COMMON = 0.5;

  /// "None of these" stands against the values with a weight of its own.
  private static final double NONE = -1;

  private static final double COMMON_RIDGE = 1;
  private static final int SWEEPS = 60;
  private static final double SETTLED = 1e-5;
  private static final double LONGEST_STEP = 1;

  @Override
  public String says() {
    return "values of each item's own, weighed by verdicts";
  }

  @Override
  public List<Estimate> estimates(Claims claims, Map<String, String> verdicts) {
    Fit fit = new Fit(claims, verdicts);
    fit.run();
    return claims.estimates(verdicts, fit::estimate);
  }

  /// The weights of all, of "none of these" and of each source, by Newton steps along one of them at a time.
  private final class Fit {
    private final Claims claims;
    private final Map<String, String> verdicts;
    private final List<Integer> judged = new ArrayList<>();
    private final Map<Integer, Agreement> agreements = new HashMap<>();
    private final Map<Integer, List<Integer>> judgedOf = new HashMap<>();
    private final int none;
    private final int common;
    private final double[] weights;
    private final double[] centre;
    private final double[] ridge;
    private final double[] curvature;

    Fit(Claims claims, Map<String, String> verdicts) {
      this.claims = claims;
      this.verdicts = verdicts;
      this.common = claims.sources();
      this.none = common + 1;
      this.weights = new double[none + 1];
      this.centre = new double[none + 1];
      this.ridge = new double[none + 1];
      this.curvature = new double[none + 1];
      Arrays.fill(ridge, OWN);
      ridge[common] = COMMON_RIDGE;
      ridge[none] = COMMON_RIDGE;
      centre[common] = COMMON;
      centre[none] = NONE;
      System.arraycopy(centre, 0, weights, 0, weights.length);
      System.arraycopy(ridge, 0, curvature, 0, ridge.length);
      for (int item = 0; item < claims.items(); item++) {
        if (verdicts.containsKey(claims.item(item)) && !claims.values(item).isEmpty()) {
          judge(item);
        }
      }
    }

    private void judge(int item) {
      judged.add(item);
      agreements.put(item, new Agreement(claims.values(item), sameness));
      for (int claim = claims.from(item); claim < claims.to(item); claim++) {
        judgedOf.computeIfAbsent(claims.sourceOf(claim), source -> new ArrayList<>()).add(item);
      }
    }

    void run() {
      double moved = 1;
      for (int sweep = 0; sweep < SWEEPS && moved > SETTLED; sweep++) {
        moved = Math.max(step(common, judged), step(none, judged));
        for (int source = 0; source < common; source++) {
          List<Integer> own = judgedOf.getOrDefault(source, List.of());
          moved = own.isEmpty() ? moved : Math.max(moved, step(source, own));
        }
      }
    }

    /// Moves one weight to where the verdicts on these items are likeliest, the others held; returns by how much.
    private double step(int weight, List<Integer> items) {
      double gradient = ridge[weight] * (weights[weight] - centre[weight]);
      double bend = ridge[weight];
      for (int item : items) {
        Agreement agreement = Objects.requireNonNull(agreements.get(item));
        double[] shares = shares(item, agreement);
        double[] parts = parts(weight, item, agreement, shares.length);
        boolean[] right = right(item, shares.length);
        double expected = 0;
        double squared = 0;
        double given = 0;
        double givenShare = 0;
        for (int value = 0; value < shares.length; value++) {
          expected += shares[value] * parts[value];
          squared += shares[value] * parts[value] * parts[value];
          given += right[value] ? shares[value] * parts[value] : 0;
          givenShare += right[value] ? shares[value] : 0;
        }
        gradient += expected - given / givenShare;
        bend += squared - expected * expected;
      }
      double step = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, -gradient / bend));
      weights[weight] += step;
      curvature[weight] = bend;
      return Math.abs(step);
    }

    /// Which values the verdict names; "none of these" where it names none.
    private boolean[] right(int item, int length) {
      String verdict = verdicts.getOrDefault(claims.item(item), "");
      boolean[] right = new boolean[length];
      boolean any = false;
      for (int value = 0; value < length - 1; value++) {
        right[value] = sameness.same(claims.values(item).get(value), verdict);
        any |= right[value];
      }
      right[length - 1] = !any;
      return right;
    }

    /// How often a weight counts for each value.
    private double[] parts(int weight, int item, Agreement agreement, int length) {
      double[] parts = new double[length];
      parts[length - 1] = weight == none ? 1 : 0;
      for (int claim = claims.from(item); claim < claims.to(item); claim++) {
        if (weight == common || weight == claims.sourceOf(claim)) {
          for (int value = 0; value < length - 1; value++) {
            parts[value] += agreement.same(claims.optionOf(claim), value) ? 1 : 0;
          }
        }
      }
      return parts;
    }

    /// Probability of each value, "none of these" last.
    private double[] shares(int item, Agreement agreement) {
      double[] shares = new double[claims.values(item).size() + 1];
      for (int claim = claims.from(item); claim < claims.to(item); claim++) {
        double weight = weights[common] + weights[claims.sourceOf(claim)];
        for (int value = 0; value < shares.length - 1; value++) {
          shares[value] += agreement.same(claims.optionOf(claim), value) ? weight : 0;
        }
      }
      shares[shares.length - 1] = weights[none];
      LogOdds.normalise(shares, 0, shares.length);
      return shares;
    }

    private Estimate estimate(int item) {
      List<String> values = claims.values(item);
      Agreement agreement = new Agreement(values, sameness);
      double[] shares = shares(item, agreement);
      int best = Agreement.most(claims.item(item), values, shares);
      Map<String, Double> each = new HashMap<>();
      for (int value = 0; value < values.size(); value++) {
        each.put(values.get(value), shares[value]);
      }
      double probability = agreement.together(best, shares);
      return new Estimate(claims.item(item), values.get(best), probability, LogOdds.interval(probability, variance(item)), each);
    }

    /// Of the difference between two values: what is uncertain of the weight of each source that spoke.
    private double variance(int item) {
      double variance = 0;
      for (int claim = claims.from(item); claim < claims.to(item); claim++) {
        variance += 1 / curvature[claims.sourceOf(claim)];
      }
      return variance;
    }
  }
}
