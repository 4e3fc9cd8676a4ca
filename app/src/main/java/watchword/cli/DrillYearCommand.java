package watchword.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchword.core.bulletin.Likelihood;
import watchword.drill.year.Figure;
import watchword.drill.year.Month;
import watchword.drill.year.Year;
import watchword.drill.year.YearScore;

/// `./watchword drill year`: a question asked for a year, and how good the answers were.
@Command(
    name = "year",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Plays a year in an invented country and asks each month whether columns cross its southern border; the rules of assess answer each day",
      "by what a desk there would have: sightings, looks that saw nothing, cut networks, announcements, copies. Then says what came and how",
      "good the answers were.",
      "",
      "A row a month: what came, the base rate, the figure on its first day, at its highest and on its last, and what moved it most where it",
      "was highest; with --month a row a day of that month: how quiet becomes a warning, and a warning an all-clear.",
      "Scores stand beside those of the base rate alone. A year has about one crossing, so that one seed tells little; ten tell something."
    },
    footer = {
      "", "Example:", "  ./watchword drill year --seed 12", "  ./watchword drill year --seed 13 --month 2",
      "  ./watchword drill year --seed 12 --json"
    })
final class DrillYearCommand implements Callable<Integer> {

  private static final double PER_CENT = 100;
  private static final int MONTHS = 12;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Which year. ${DEFAULT-VALUE} if absent.")
  long seed;

  @Option(names = "--month", paramLabel = "M", description = "Each day of this month, 1 to 12, instead of the year.")
  Optional<Integer> month = Optional.empty();

  @Mixin Answer answer = new Answer();

  @Override
  public Integer call() {
    if (month.isPresent() && (month.get() < 1 || month.get() > MONTHS)) {
      throw CommandFailure.misused("--month is from 1 to 12");
    }
    Year year = Year.seeded(seed);
    YearScore score = YearScore.of(List.of(year));
    Optional<Month> one = month.map(number -> year.months().get(number - 1));
    answer.give(one.map(DrillYearCommand::object).orElseGet(() -> object(year, score)),
        one.map(DrillYearCommand::days).orElseGet(() -> sentences(year, score)));
    return 0;
  }

  private static List<String> days(Month month) {
    List<String> lines = new ArrayList<>();
    lines.add("Month " + month.number() + " in Lorne. Will columns of Vesk cross the southern border by its end?");
    lines.add("");
    lines.add(String.format(Locale.ROOT, "%5s  %7s  %7s  %-26s %s", "day", "base", "figure", "word", "what moved it most"));
    for (Figure figure : month.figures()) {
      lines.add(String.format(Locale.ROOT, "%5d  %s  %s  %-26s %s", month.day(figure), share(figure.baseRate()), share(figure.probability()),
          word(figure.probability()), figure.moved()));
    }
    lines.add("");
    lines.add(month.crossed().isPresent() ? "Columns crossed on day " + month.crossed().getAsInt() + ", before dawn." : "Nothing crossed.");
    lines.add(String.format(Locale.ROOT, "Brier %.4f, of the base rate %.4f.", month.brier(), month.brierOfBaseRate()));
    return lines;
  }

  private static ObjectNode object(Month month) {
    ObjectNode object = Answer.object().put("month", month.number()).put("came", month.yes());
    month.crossed().ifPresent(day -> object.put("crossedOnDay", day));
    object.put("brier", month.brier()).put("brierOfBaseRate", month.brierOfBaseRate());
    ArrayNode days = object.putArray("days");
    for (Figure figure : month.figures()) {
      days.addObject().put("day", month.day(figure)).put("baseRate", figure.baseRate())
          .put("probability", figure.probability()).put("moved", figure.moved());
    }
    return object;
  }

  private static List<String> sentences(Year year, YearScore score) {
    List<String> lines = new ArrayList<>();
    lines.add("A year in Lorne, seed " + year.seed() + ". Will columns of Vesk cross the southern border by the end of the month?");
    lines.add(Answer.count(year.eventsBefore(), "crossing") + " in the 60 months before.");
    lines.add("");
    lines.add(String.format(Locale.ROOT, "%5s  %-14s %6s  %7s %14s %7s  %-26s %s", "month", "what came", "base", "first", "highest", "last",
        "word at its highest", "what moved it there"));
    year.months().forEach(month -> lines.add(row(month)));
    lines.add("");
    lines.add(String.format(Locale.ROOT, "Brier %.4f, of the base rate %.4f: %s.",
        score.brier().figure(), score.brier().baseRate(), skill(score.skill())));
    lines.add(String.format(Locale.ROOT,
        "Log %.3f, of the base rate %.3f (lower is better). Baseline score %.1f, of the base rate %.1f (higher is better).",
        score.log().figure(), score.log().baseRate(), score.baseline().figure(), score.baseline().baseRate()));
    lines.add("Each month counts alike, and each answer for as long as it stood.");
    return lines;
  }

  private static String skill(double skill) {
    return String.format(Locale.ROOT, skill < 0 ? "%.0f %% worse" : "%.0f %% better", PER_CENT * StrictMath.abs(skill));
  }

  private static String row(Month month) {
    Figure highest = month.highest();
    return String.format(Locale.ROOT, "%5d  %-14s %s  %s %s day %2d %s  %-26s %s", month.number(),
        month.crossed().isPresent() ? "crossed day " + month.crossed().getAsInt() : "nothing", share(month.first().baseRate()),
        share(month.first().probability()), share(highest.probability()), month.day(highest),
        share(month.last().probability()), word(highest.probability()), highest.moved());
  }

  private static String share(double probability) {
    return String.format(Locale.ROOT, "%5.1f %%", PER_CENT * probability);
  }

  private static String word(double probability) {
    Likelihood word = Likelihood.of(probability);
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " (" + word.fromPercent() + "–" + word.toPercent() + " %)";
  }

  private static ObjectNode object(Year year, YearScore score) {
    ObjectNode object = Answer.object().put("seed", year.seed()).put("eventsBefore", year.eventsBefore()).put("crossings", score.crossings())
        .put("brier", score.brier().figure()).put("brierOfBaseRate", score.brier().baseRate()).put("skill", score.skill())
        .put("log", score.log().figure()).put("logOfBaseRate", score.log().baseRate())
        .put("baseline", score.baseline().figure()).put("baselineOfBaseRate", score.baseline().baseRate());
    ArrayNode months = object.putArray("months");
    for (Month month : year.months()) {
      ObjectNode one = months.addObject().put("month", month.number()).put("came", month.yes());
      month.crossed().ifPresent(day -> one.put("crossedOnDay", day));
      one.put("baseRate", month.first().baseRate()).put("first", month.first().probability()).put("highest", month.highest().probability())
          .put("highestOnDay", month.day(month.highest())).put("last", month.last().probability()).put("moved", month.highest().moved());
    }
    return object;
  }
}
