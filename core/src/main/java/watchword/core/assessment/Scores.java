package watchword.core.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import watchword.core.corroboration.ReliabilityDiagram;
import watchword.core.corroboration.ReliabilityDiagram.Said;

/// How good probabilities were, once it is known which hypothesis came true.
public final class Scores {

  private static final String PROBABILITY = "a probability";

  private Scores() {}

  /// The Brier score of a yes-or-no question, 0 at best and 1 at worst (not the doubled form of 0 to 2).
  ///
  /// @param probability given to *yes*
  public static double brier(double probability, boolean happened) {
    double miss = (happened ? 1 : 0) - Checks.share(probability, PROBABILITY);
    return miss * miss;
  }

  /// The Brier score of several hypotheses: half the sum of squares, so that for two it is that of yes or no.
  public static double brier(List<Double> probabilities, int came) {
    double sum = 0;
    for (int i = 0; i < probabilities.size(); i++) {
      sum += brier(probabilities.get(i), i == came);
    }
    return sum / 2;
  }

  /// The logarithmic score in nats, 0 at best, without bound at worst.
  ///
  /// @param given the probability of what happened
  public static double log(double given) {
    return -StrictMath.log(Checks.share(given, PROBABILITY));
  }

  /// The baseline score of Metaculus: 100 for certainty, 0 for a guess among equals; for two options 100·(log2 p + 1), for N 100·(1 + logN p).
  ///
  /// @param given the probability of what happened
  public static double baseline(double given, int options) {
    if (options < 2) {
      throw new IllegalArgumentException("a question has fewer than two options");
    }
    return 100 * (1 + StrictMath.log(Checks.share(given, PROBABILITY)) / StrictMath.log(options));
  }

  /// By how much a mean score is below that of the base rate alone: .25 is a quarter better, below 0 is worse.
  ///
  /// @throws IllegalArgumentException if there is nothing to compare
  public static double skill(List<Double> briers, List<Double> ofBaseRates) {
    if (briers.isEmpty() || briers.size() != ofBaseRates.size()) {
      throw new IllegalArgumentException("skill compares as many scores as base rates, at least one");
    }
    double base = ofBaseRates.stream().mapToDouble(Double::doubleValue).sum();
    if (!(base > 0)) {
      throw new IllegalArgumentException("base rates that were never wrong leave nothing to be better at");
    }
    return 1 - briers.stream().mapToDouble(Double::doubleValue).sum() / base;
  }

  /// What was said of each answer and whether it came; of two the first alone, since the other is what it leaves.
  public static List<Said> said(List<Double> probabilities, int came) {
    return IntStream.range(0, probabilities.size() == 2 ? 1 : probabilities.size()).mapToObj(i -> new Said(probabilities.get(i), i == came)).toList();
  }

  /// What was said beside what came of it, in bands.
  public static ReliabilityDiagram calibration(List<Said> said) {
    return ReliabilityDiagram.of(said);
  }

  /// Probabilities that held from a time on.
  public record Forecast(Instant from, List<Double> probabilities) {
    public Forecast {
      probabilities = List.copyOf(probabilities);
    }
  }

  /// A score over a question's life.
  ///
  /// @param mean of the time a forecast stood
  /// @param coverage the share of the life in which one stood
  public record Weighted(double mean, double coverage) {}

  /// Weighs each forecast's score by how long it stood.
  ///
  /// @param forecasts in order of time
  /// @throws IllegalArgumentException if none stood while the question was open
  public static Weighted timeWeighted(List<Forecast> forecasts, Instant opened, Instant closed, ToDoubleFunction<List<Double>> score) {
    double seconds = 0;
    double sum = 0;
    for (int i = 0; i < forecasts.size(); i++) {
      Instant from = forecasts.get(i).from().isBefore(opened) ? opened : forecasts.get(i).from();
      Instant next = i + 1 < forecasts.size() ? forecasts.get(i + 1).from() : closed;
      Instant to = next.isAfter(closed) ? closed : next;
      if (i > 0 && forecasts.get(i).from().isBefore(forecasts.get(i - 1).from())) {
        throw new IllegalArgumentException("forecasts are not in order of time");
      }
      if (to.isAfter(from)) {
        double stood = Duration.between(from, to).toMillis() / 1e3;
        seconds += stood;
        sum += stood * score.applyAsDouble(forecasts.get(i).probabilities());
      }
    }
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("no forecast stood while the question was open");
    }
    return new Weighted(sum / seconds, seconds / (Duration.between(opened, closed).toMillis() / 1e3));
  }
}
