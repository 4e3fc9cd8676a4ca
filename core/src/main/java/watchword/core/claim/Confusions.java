package watchword.core.claim;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// For a few labels that all items share: who takes which label for which (Dawid and Skene 1979).
///
/// Each source has a table of how often it says each label where each is true, drawn towards the table of all sources together; labels of items and tables
/// of sources are found in turn (EM), from the shares of votes. Verdicts stand fast.
public final class Confusions implements Model {

  /// So many estimates of the whole crowd stand before a source's own.
  private static final double CROWD = 0.1;

  private static final double LEAST = 0.01;

  private static final int ROUNDS = 100;
  private static final double SETTLED = 1e-4;

  @Override
  public String says() {
    return "labels that all items share";
  }

  @Override
  public List<Estimate> estimates(Claims claims, Map<String, String> verdicts) {
    Fit fit = new Fit(claims, verdicts);
    fit.run();
    return claims.estimates(verdicts, fit::estimate);
  }

  /// One run of EM.
  private static final class Fit {
    private final Claims claims;
    private final List<String> labels;
    private final int k;
    private final int[] said;
    private final int[] known;
    /// Of item i and label t at i * k + t.
    private final double[] shares;
    /// Of source s, true label t and said label l at (s * k + t) * k + l.
    private final double[] counts;
    private final double[] logs;

    Fit(Claims claims, Map<String, String> verdicts) {
      this.claims = claims;
      this.labels = claims.labels();
      this.k = labels.size();
      Map<String, Integer> numbers = new HashMap<>();
      labels.forEach(label -> numbers.put(label, numbers.size()));
      this.said = new int[claims.size()];
      this.known = new int[claims.items()];
      this.shares = new double[claims.items() * k];
      this.counts = new double[claims.sources() * k * k];
      this.logs = new double[claims.sources() * k * k];
      for (int item = 0; item < claims.items(); item++) {
        known[item] = numbers.getOrDefault(verdicts.getOrDefault(claims.item(item), ""), -1);
        for (int claim = claims.from(item); claim < claims.to(item); claim++) {
          said[claim] = Objects.requireNonNull(numbers.get(claims.values(item).get(claims.optionOf(claim))));
          shares[item * k + said[claim]] += 1.0 / (claims.to(item) - claims.from(item));
        }
        settle(item);
      }
    }

    void run() {
      double moved = 1;
      for (int round = 0; round < ROUNDS && moved > SETTLED; round++) {
        tables();
        moved = shares();
      }
      tables();
    }

    /// What is known of an item is not found out.
    private void settle(int item) {
      if (known[item] >= 0) {
        for (int label = 0; label < k; label++) {
          shares[item * k + label] = label == known[item] ? 1 : 0;
        }
      }
    }

    private void tables() {
      Arrays.fill(counts, 0);
      double[] crowd = new double[k * k];
      Arrays.fill(crowd, LEAST);
      for (int item = 0; item < claims.items(); item++) {
        for (int claim = claims.from(item); claim < claims.to(item); claim++) {
          for (int label = 0; label < k; label++) {
            double share = shares[item * k + label];
            counts[(claims.sourceOf(claim) * k + label) * k + said[claim]] += share;
            crowd[label * k + said[claim]] += share;
          }
        }
      }
      for (int row = 0; row < claims.sources() * k; row++) {
        double of = 0;
        double all = 0;
        for (int label = 0; label < k; label++) {
          of += crowd[row % k * k + label];
          all += counts[row * k + label];
        }
        for (int label = 0; label < k; label++) {
          int cell = row * k + label;
          counts[cell] += CROWD * crowd[row % k * k + label] / of;
          logs[cell] = StrictMath.log(counts[cell] / (all + CROWD));
        }
      }
    }

    /// Returns how far the most moved share moved.
    private double shares() {
      double[] base = new double[k];
      for (int i = 0; i < shares.length; i++) {
        base[i % k] += shares[i];
      }
      for (int label = 0; label < k; label++) {
        base[label] = StrictMath.log((base[label] + 1) / (claims.items() + k));
      }
      double moved = 0;
      double[] before = new double[k];
      for (int item = 0; item < claims.items(); item++) {
        System.arraycopy(shares, item * k, before, 0, k);
        for (int label = 0; label < k; label++) {
          double sum = base[label];
          for (int claim = claims.from(item); claim < claims.to(item); claim++) {
            sum += logs[(claims.sourceOf(claim) * k + label) * k + said[claim]];
          }
          shares[item * k + label] = sum;
        }
        LogOdds.normalise(shares, item * k, item * k + k);
        settle(item);
        for (int label = 0; label < k; label++) {
          moved = Math.max(moved, Math.abs(shares[item * k + label] - before[label]));
        }
      }
      return moved;
    }

    private Estimate estimate(int item) {
      int best = 0;
      for (int label = 1; label < k; label++) {
        double more = shares[item * k + label] - shares[item * k + best];
        best = more > 0 || (more == 0 && Ties.first(claims.item(item), labels.get(label), labels.get(best))) ? label : best;
      }
      int next = best == 0 ? 1 % k : 0;
      Map<String, Double> values = new HashMap<>();
      for (int label = 0; label < k; label++) {
        values.put(labels.get(label), shares[item * k + label]);
        next = label != best && shares[item * k + label] > shares[item * k + next] ? label : next;
      }
      double probability = shares[item * k + best];
      double variance = variance(item, best) + variance(item, next);
      return new Estimate(claims.item(item), labels.get(best), probability, LogOdds.interval(probability, variance), values);
    }

    /// Of the logarithms that were summed for a label: that of a share of n counts is (1 − share) / count.
    private double variance(int item, int label) {
      double variance = 0;
      for (int claim = claims.from(item); claim < claims.to(item); claim++) {
        int cell = (claims.sourceOf(claim) * k + label) * k + said[claim];
        variance += (1 - StrictMath.exp(logs[cell])) / counts[cell];
      }
      return variance;
    }
  }
}
