package watchword.bench.weighing;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Mean and deviation of a figure over draws.
record Spread(double mean, double deviation) {

  static <T> Spread of(List<T> draws, ToDoubleFunction<T> figure) {
    double mean = draws.stream().mapToDouble(figure).average().orElseThrow();
    double squares = draws.stream().mapToDouble(draw -> Math.pow(figure.applyAsDouble(draw) - mean, 2)).sum();
    return new Spread(mean, Math.sqrt(squares / Math.max(1, draws.size() - 1)));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3f ± %.3f", mean, deviation);
  }
}
