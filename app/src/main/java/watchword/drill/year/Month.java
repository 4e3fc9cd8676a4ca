package watchword.drill.year;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import watchword.core.assessment.Scores;
import watchword.core.assessment.Scores.Forecast;

/// One month's question: what was said, what came, and how good it was.
///
/// @param number from 1
/// @param crossed the day of the month, from 1, on which columns crossed, which ended the question
/// @param figures in order, at least one
public record Month(int number, OptionalInt crossed, Instant opened, Instant closed, List<Figure> figures) {
  public Month {
    figures = List.copyOf(figures);
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("a month in which nothing was said");
    }
  }

  /// The day on which the figure was highest.
  public Figure highest() {
    return figures.stream().max(Comparator.comparingDouble(Figure::probability)).orElseThrow();
  }

  public Figure first() {
    return figures.getFirst();
  }

  public Figure last() {
    return figures.getLast();
  }

  /// The day of the month on which a figure was said, from 1.
  public int day(Figure figure) {
    return 1 + (int) Duration.between(opened, figure.at()).toDays();
  }

  public boolean yes() {
    return crossed.isPresent();
  }

  /// The place of what came true among two hypotheses.
  private int came() {
    return yes() ? 0 : 1;
  }

  /// The Brier score of what was said, weighed by how long it stood.
  public double brier() {
    return weighted(Figure::said, said -> Scores.brier(said, came()));
  }

  public double brierOfBaseRate() {
    return weighted(Figure::usual, said -> Scores.brier(said, came()));
  }

  double log() {
    return weighted(Figure::said, said -> Scores.log(said.get(came())));
  }

  double logOfBaseRate() {
    return weighted(Figure::usual, said -> Scores.log(said.get(came())));
  }

  double baseline() {
    return weighted(Figure::said, said -> Scores.baseline(said.get(came()), said.size()));
  }

  double baselineOfBaseRate() {
    return weighted(Figure::usual, said -> Scores.baseline(said.get(came()), said.size()));
  }

  private double weighted(Function<Figure, List<Double>> what, ToDoubleFunction<List<Double>> score) {
    List<Forecast> forecasts = figures.stream().map(figure -> new Forecast(figure.at(), what.apply(figure))).toList();
    return Scores.timeWeighted(forecasts, opened, closed, score).mean();
  }
}
