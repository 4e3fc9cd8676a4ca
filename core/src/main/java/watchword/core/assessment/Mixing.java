package watchword.core.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import watchword.core.claim.LogOdds;

/// How evidence that is not wholly relied on bears on hypotheses.
///
/// Each P(seen | H) is mixed towards their mean by what is not relied on, so that evidence nobody believes says nothing. Then none is let fall
/// below a twentieth of the largest: one item moves no pair of hypotheses by more than 20 to 1. For two hypotheses this is the ratio
/// (r·a+(1−r)·q)/(r·b+(1−r)·q), q=(a+b)/2, clipped to [1/20, 20].
final class Mixing {

  /// No single item, however sure, is proof.
  static final double MOST = 20;

  /// From this strength on a piece tells something: below 1.1 to 1 it moves no figure by more than 2.4 points, less than the narrowest word is wide.
  static final double TELLS = StrictMath.log(1.1);

  private Mixing() {}

  /// Natural logarithms of what an item multiplies each hypothesis by, against their mean.
  static List<Double> weights(List<Double> likelihoods, double reliability) {
    double mean = 0;
    for (double likelihood : likelihoods) {
      mean += likelihood / likelihoods.size();
    }
    double largest = 0;
    List<Double> mixed = new ArrayList<>();
    for (double likelihood : likelihoods) {
      double one = reliability * likelihood + (1 - reliability) * mean;
      mixed.add(one);
      largest = Math.max(largest, one);
    }
    List<Double> weights = new ArrayList<>();
    for (double one : mixed) {
      weights.add(StrictMath.log(Math.max(one, largest / MOST) / mean));
    }
    return List.copyOf(weights);
  }

  /// How far an item parts the hypotheses: the logarithm of its largest ratio.
  static double strength(List<Double> weights) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double weight : weights) {
      least = Math.min(least, weight);
      most = Math.max(most, weight);
    }
    return most - least;
  }

  /// Probabilities of log weights.
  static List<Double> probabilities(double[] logs) {
    double[] shares = logs.clone();
    LogOdds.normalise(shares, 0, shares.length);
    return Arrays.stream(shares).boxed().toList();
  }
}
