package watchword.drill.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import watchword.core.assessment.Assessment;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Question;
import watchword.drill.Dice;

/// A year in the invented country, with the question whether columns cross its southern border asked each month and answered each day.
///
/// @param seed makes all of it
/// @param eventsBefore crossings in the five years before, which are all that is told of them
/// @param months twelve
public record Year(long seed, int eventsBefore, List<Month> months) {

  public Year {
    months = List.copyOf(months);
  }

  public static Year seeded(long seed) {
    Timeline timeline = Timeline.draw(Dice.of(seed, "year timeline"));
    Folder folder = Folder.of(seed, timeline, Cuts.draw(timeline, Dice.of(seed, "year cuts")));
    List<Month> months = new ArrayList<>();
    for (int number = 1; number <= Timeline.MONTHS; number++) {
      months.add(month(number, timeline, folder));
    }
    return new Year(seed, timeline.crossings(-Timeline.MONTHS_BEFORE * Timeline.MONTH_DAYS, 0), months);
  }

  private static Month month(int number, Timeline timeline, Folder folder) {
    int from = (number - 1) * Timeline.MONTH_DAYS;
    int to = from + Timeline.MONTH_DAYS;
    OptionalInt crossing = timeline.crossing(from, to);
    Instant closed = crossing.isPresent() ? Days.dawn(crossing.getAsInt()) : Days.noon(to);
    Question question = question(from, to);
    List<Figure> figures = new ArrayList<>();
    for (int day = from; day < to && Days.noon(day).isBefore(closed); day++) {
      figures.add(figure(day, to, question, timeline, folder));
    }
    OptionalInt crossed = crossing.isPresent() ? OptionalInt.of(crossing.getAsInt() - from + 1) : OptionalInt.empty();
    return new Month(number, crossed, Days.noon(from), closed, figures);
  }

  /// The base rate is that of what is left of the month: it falls as nothing comes, and the figure has to be better than that.
  private static Figure figure(int day, int to, Question question, Timeline timeline, Folder folder) {
    int before = Timeline.MONTHS_BEFORE * Timeline.MONTH_DAYS;
    double months = (double) (before + day) / Timeline.MONTH_DAYS;
    BaseRate base = BaseRate.counted(timeline.crossings(-before, day + 1), months, (double) (to - day) / Timeline.MONTH_DAYS,
        "crossings since five years before the year");
    OptionalInt last = timeline.lastCrossing(day);
    Instant since = last.isPresent() ? Days.dawn(last.getAsInt()) : Instant.MIN;
    Assessment assessment = folder.assess(question, base, since, Days.noon(day));
    return new Figure(Days.noon(day), assessment.probabilities().getFirst(), base.probabilities().getFirst(), Mover.of(assessment));
  }

  private static Question question(int from, int to) {
    return new Question("crossing", "the southern border of Lorne", "Will columns of Vesk cross the southern border within 30 days?",
        "Armed formations of Vesk of company size or more are on the territory of Lorne without its consent.", "the drill, which knows",
        date(from), date(to),
        List.of(new Hypothesis("attack", "columns cross"), new Hypothesis(Question.NONE, "none of these")), List.of());
  }

  private static LocalDate date(int day) {
    return LocalDate.ofInstant(Days.noon(day), ZoneOffset.UTC);
  }
}
