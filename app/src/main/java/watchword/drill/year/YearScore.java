package watchword.drill.year;

import java.util.List;
import java.util.function.ToDoubleFunction;
import watchword.core.assessment.Scores;
import watchword.core.corroboration.ReliabilityDiagram;
import watchword.core.corroboration.ReliabilityDiagram.Said;

/// How good the answers of one or more years were, beside those of the base rate alone. Each month counts alike, within it each answer for as long as
/// it stood.
///
/// @param crossings months that a crossing ended
/// @param skill by how much the mean Brier score is below the base rate's: .25 is a quarter better, below 0 is worse
/// @param calibration of the answers of every day; days of one month hang together, so its bands leave more open than they say
public record YearScore(int months, int crossings, Pair brier, Pair log, Pair baseline, double skill, ReliabilityDiagram calibration) {

  /// A mean score of what was computed, and of the base rate.
  public record Pair(double figure, double baseRate) {}

  /// Scores years together.
  ///
  /// @throws IllegalArgumentException if there is no year
  public static YearScore of(List<Year> years) {
    if (years.isEmpty()) {
      throw new IllegalArgumentException("there is no year to score");
    }
    List<Month> months = years.stream().flatMap(year -> year.months().stream()).toList();
    List<Said> said = months.stream().flatMap(month -> month.figures().stream().map(figure -> new Said(figure.probability(), month.yes()))).toList();
    return new YearScore(months.size(), (int) months.stream().filter(Month::yes).count(),
        pair(months, Month::brier, Month::brierOfBaseRate), pair(months, Month::log, Month::logOfBaseRate),
        pair(months, Month::baseline, Month::baselineOfBaseRate),
        Scores.skill(months.stream().map(Month::brier).toList(), months.stream().map(Month::brierOfBaseRate).toList()), Scores.calibration(said));
  }

  private static Pair pair(List<Month> months, ToDoubleFunction<Month> figure, ToDoubleFunction<Month> baseRate) {
    return new Pair(months.stream().mapToDouble(figure).average().orElseThrow(), months.stream().mapToDouble(baseRate).average().orElseThrow());
  }
}
