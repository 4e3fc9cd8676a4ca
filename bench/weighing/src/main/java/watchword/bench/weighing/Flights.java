package watchword.bench.weighing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import watchword.bench.merging.Section;
import watchword.bench.merging.Section.Line;
import watchword.bench.merging.Table;

/// Departures, arrivals and gates by 38 websites; the truth is what the airlines' own sites say, three of which are
/// among the sources.
final class Flights {

  private static final Set<String> AIRLINES = Set.of("aa", "ua", "CO");
  private static final int FIRST_DAYS = 10;
  private static final double JUDGED = 0.05;
  private static final int DRAWS = 10;
  private static final int MINUTES = 10;
  private static final int DAY = 24 * 60;
  private static final int CLOCK = "14:55".length();

  private final Weighings weighings;
  private final List<Map<String, String>> claims;
  /// What is known of the first days, and of the later ones.
  private final Map<String, String> first = new LinkedHashMap<>();
  private final Map<String, String> later = new LinkedHashMap<>();

  private Flights(Weighings weighings, Table claims, Table truth) {
    this.weighings = weighings;
    this.claims = claims.rows().stream().map(row -> Map.of("item", item(row), "source", Table.cell(row, "source"),
        "value", value(row))).toList();
    TreeSet<String> days = new TreeSet<>();
    truth.rows().forEach(row -> days.add(Table.cell(row, "day")));
    Set<String> early = new HashSet<>(List.copyOf(days).subList(0, FIRST_DAYS));
    truth.rows().forEach(row -> (early.contains(Table.cell(row, "day")) ? first : later).put(item(row), value(row)));
  }

  static Section measure(Weighings weighings, Path data) throws IOException, InterruptedException {
    Flights flights = new Flights(weighings, Table.read(data.resolve("flights_claims.csv.gz")),
        Table.read(data.resolve("flights_truth.csv.gz")));
    List<String> details = new ArrayList<>(List.of("", "## Flights, within 10 minutes", "",
        String.format(Locale.ROOT,
            "%,d items known on the first %d days, of which 5 %% at random are verdicts, and %,d on the later"
                + " days, which are scored.",
            flights.first.size(), FIRST_DAYS, flights.later.size())
            + " Times count within 10 minutes, gates when equal (a gate is written so that it is no number). Mean"
            + " and deviation over ten draws of verdicts and ties;"
            + " ECE in ten bins of as many items.", "",
        "| sources | way | accuracy | ECE | its floor | CPU s a draw |", "|---|---|---|---|---|---|"));
    List<Score> all = flights.run("all 38", Set.of(), details);
    List<Score> without = flights.run("without aa, ua, CO", AIRLINES, details);
    return new Section(List.of(new Line("Flights, 5 % verdicts, within 10 minutes, later days: accuracy; without"
        + " sources aa, ua, CO; ECE of both",
        "≥ .965 / ≥ .915, ECE ≤ .04",
        Spread.of(all, Score::accuracy) + " / " + Spread.of(without, Score::accuracy)
            + String.format(Locale.ROOT, "; ECE %.3f / %.3f (floors %.3f / %.3f)",
            Spread.of(all, Score::ece).mean(), Spread.of(without, Score::ece).mean(), Spread.of(all, Score::floor)
                .mean(), Spread.of(without, Score::floor).mean()),
        "`weigh claims.csv --verdicts … --tolerance 10`, ten draws")), details);
  }

  /// Returns the product's scores.
  private List<Score> run(String name, Set<String> left, List<String> details) throws IOException,
      InterruptedException {
    Path file = weighings.write("flights.csv", List.of("item", "source", "value"),
        claims.stream().filter(claim -> !left.contains(Table.cell(claim, "source"))).toList());
    List<Path> verdicts = new ArrayList<>();
    List<Score> scores = new ArrayList<>();
    double cpu = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      verdicts.add(weighings.write("verdicts-" + draw + ".csv", drawn(draw)));
      Weighings.Weighed weighed = weighings.product(file, "--verdicts", verdicts.getLast().toString(), "--tolerance",
          String.valueOf(MINUTES));
      cpu += weighed.spent().cpuSeconds() / DRAWS;
      scores.add(Score.of(weighed.only(), later, Flights::same));
    }
    details.add(row(name, "Watchword, verdicts", scores, cpu));
    peer(name, "log-odds from verdicts", weighings.peer("log-odds", file, verdicts.stream().map(Path::toString)
        .toArray(String[]::new)), details);
    Weighings.Weighed alone = weighings.product(file, "--tolerance", String.valueOf(MINUTES));
    details.add(row(name, "Watchword, no verdicts", List.of(Score.of(alone.only(), later, Flights::same)),
        alone.spent().cpuSeconds()));
    peer(name, "vote", weighings.peer("vote", file, String.valueOf(DRAWS)), details);
    return scores;
  }

  private void peer(String name, String way, Weighings.Weighed weighed, List<String> details) {
    List<Score> scores = weighed.answers().values().stream().map(answers -> Score.of(answers, later, Flights::same))
        .toList();
    details.add(row(name, way, scores, weighed.spent().cpuSeconds() / scores.size()));
  }

  private static String row(String name, String way, List<Score> scores, double cpu) {
    return String.format(Locale.ROOT, "| %s | %s | %s | %s | %.3f | %.1f |", name, way,
        Spread.of(scores, Score::accuracy), Spread.of(scores, Score::ece),
        Spread.of(scores, Score::floor).mean(), cpu);
  }

  private Map<String, String> drawn(long seed) {
    List<String> items = new ArrayList<>(first.keySet());
    Collections.shuffle(items, new Random(seed));
    Map<String, String> drawn = new LinkedHashMap<>();
    items.subList(0, (int) (JUDGED * items.size())).forEach(item -> drawn.put(item, first.getOrDefault(item, "")));
    return drawn;
  }

  private static String item(Map<String, String> row) {
    return Table.cell(row, "day") + "|" + Table.cell(row, "flight") + "|" + Table.cell(row, "attr");
  }

  private static String value(Map<String, String> row) {
    return (Table.cell(row, "attr").endsWith("gate") ? "gate " : "") + Table.cell(row, "value");
  }

  /// Times of day within ten minutes, around midnight too; anything else when equal.
  static boolean same(String one, String other) {
    if (one.length() != CLOCK || other.length() != CLOCK || one.charAt(2) != ':' || other.charAt(2) != ':') {
      return one.equals(other);
    }
    int apart = Math.abs(minutes(one) - minutes(other));
    return Math.min(apart, DAY - apart) <= MINUTES;
  }

  private static int minutes(String time) {
    return 60 * Integer.parseInt(time.substring(0, 2)) + Integer.parseInt(time.substring(3));
  }
}
