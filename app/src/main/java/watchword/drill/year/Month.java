package watchword.drill.year;

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
/// @param crossed the day of the month on which columns crossed, which ended the question
/// @param weeks in order, at least one
public record Month(int number, OptionalInt crossed, Instant opened, Instant closed, List<Week> weeks) {
  public Month {
    weeks = List.copyOf(weeks);
    if (weeks.isEmpty()) {
      throw new IllegalArgumentException("a month in which nothing was said");
    }
  }

  /// The week in which the figure was highest.
  public Week highest() {
    return weeks.stream().max(Comparator.comparingDouble(Week::probability)).orElseThrow();
  }

  public boolean yes() {
    return crossed.isPresent();
  }

  /// The place of what came true among two hypotheses.
  private int came() {
    return yes() ? 0 : 1;
  }

  double brier() {
    return weighted(Week::said, said -> Scores.brier(said, came()));
  }

  double brierOfBaseRate() {
    return weighted(Week::usual, said -> Scores.brier(said, came()));
  }

  double log() {
    return weighted(Week::said, said -> Scores.log(said.get(came())));
  }

  double logOfBaseRate() {
    return weighted(Week::usual, said -> Scores.log(said.get(came())));
  }

  double baseline() {
    return weighted(Week::said, said -> Scores.baseline(said.get(came()), said.size()));
  }

  double baselineOfBaseRate() {
    return weighted(Week::usual, said -> Scores.baseline(said.get(came()), said.size()));
  }

  private double weighted(Function<Week, List<Double>> what, ToDoubleFunction<List<Double>> score) {
    List<Forecast> forecasts = weeks.stream().map(week -> new Forecast(week.at(), what.apply(week))).toList();
    return Scores.timeWeighted(forecasts, opened, closed, score).mean();
  }
}
