package watchword.bench.merging;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import watchword.bench.merging.Runs.Outcome;
import watchword.bench.merging.Section.Line;

/// Air raid sirens: the official list and the volunteers', whose ends only the scorer sees.
final class Sirens {

  private static final double SAME = 0.5;
  private static final long[] RULE_MINUTES = {2, 5, 10, 15};

  /// An alarm of one list.
  private record Alarm(String region, long start, long end) {

    /// Shared time by the time of both.
    double overlap(Alarm other) {
      double shared = Math.min(end, other.end) - Math.max(start, other.start);
      double all = Math.max(end, other.end) - Math.min(start, other.start);
      return shared > 0 && all > 0 ? shared / all : 0;
    }
  }

  /// Numbers of an official alarm and of a volunteers' one, and how well they go together.
  private record Match(int official, int volunteer, double worth) {
    Match bare() {
      return new Match(official, volunteer, 0);
    }
  }

  private final List<Alarm> official;
  private final List<Alarm> volunteer;
  private final Map<String, List<Integer>> byRegion = new HashMap<>();

  private Sirens(List<Alarm> official, List<Alarm> volunteer) {
    this.official = official;
    this.volunteer = volunteer;
    for (int i = 0; i < volunteer.size(); i++) {
      byRegion.computeIfAbsent(volunteer.get(i).region(), any -> new ArrayList<>()).add(i);
    }
  }

  static Section measure(Runs runs, Path folder) throws IOException, InterruptedException {
    Table officials = Table.read(folder.resolve("airraid_official_data_en.csv.gz"));
    Table english = Table.read(folder.resolve("airraid_volunteer_data_en.csv.gz"));
    Table ukrainian = Table.read(folder.resolve("airraid_volunteer_data_uk.csv.gz"));
    Sirens sirens = new Sirens(alarms(officials, "oblast"), alarms(english, "region"));
    Path list = Table.write(runs.scratch().resolve("official.csv"), List.of("oblast", "raion", "hromada", "level",
        "started_at"), officials.rows());
    Path names = Table.write(runs.scratch().resolve("volunteer_en.csv"), List.of("region", "started_at", "naive"),
        english.rows());
    Path other = Table.write(runs.scratch().resolve("volunteer_uk.csv"), List.of("region", "started_at", "naive"),
        ukrainian.rows());

    List<Match> overlapping = sirens.candidates(Long.MAX_VALUE).stream()
        .map(pair -> new Match(pair.official(), pair.volunteer(), sirens.official.get(pair.official())
        .overlap(sirens.volunteer.get(pair.volunteer()))))
        .filter(pair -> pair.worth() >= SAME).toList();
    Set<Match> all = bare(overlapping);
    Set<Match> oneToOne = oneToOne(overlapping);
    List<String> details = new ArrayList<>(List.of(
        "", "## Air raid, official to volunteer, ends hidden", "",
        all.size() + " pairs of one region overlap by at least half; one to one, the best overlap first, "
            + oneToOne.size() + ". Found pairs are made one to one inside an incident by the nearest start.", "",
        "| way | one to one P | R | F1 | all pairs P | R | F1 | wall s | CPU s |",
            "|---|---|---|---|---|---|---|---|---|"));
    double inEnglish = sirens.product("Watchword, English names", runs.product(list, names), oneToOne, all, details);
    double inUkrainian = sirens.product("Watchword, Ukrainian names", runs.product(list, other), oneToOne, all,
        details);
    for (long minutes : RULE_MINUTES) {
      List<Match> near = sirens.candidates(60 * minutes);
      details.add(row("rule: same region, starts within " + minutes + " min", oneToOne(near), oneToOne, bare(near),
          all) + " | |");
    }
    return new Section(
        List.of(new Line("Air raid: F1 in English; Ukrainian names", "≥ .975; .003 of it",
            Ucdp.decimals(inEnglish) + "; " + Ucdp.decimals(Math.abs(inEnglish - inUkrainian)) + " apart",
            "one to one; two files in one call, `finished_at` taken out")),
        details);
  }

  private double product(String way, Outcome outcome, Set<Match> oneToOne, Set<Match> all, List<String> details) {
    Map<String, List<List<Integer>>> incidents = new TreeMap<>();
    Ucdp.product(outcome).forEach((id, incident) -> {
      int colon = id.lastIndexOf(':');
      List<List<Integer>> sides = incidents.computeIfAbsent(incident, any -> List.of(new ArrayList<>(),
          new ArrayList<>()));
      sides.get(id.startsWith("official") ? 0 : 1).add(Integer.parseInt(id.substring(colon + 1)) - 1);
    });
    List<Match> found = new ArrayList<>();
    incidents.values().forEach(sides -> sides.getFirst().forEach(one -> sides.getLast().forEach(two ->
        found.add(near(one, two)))));
    details.add(row(way, oneToOne(found), oneToOne, bare(found), all)
        + String.format(Locale.ROOT, " %.1f | %.1f |", outcome.spent().orElseThrow().wallSeconds(),
        outcome.spent().orElseThrow().cpuSeconds()));
    return score(oneToOne(found), oneToOne)[2];
  }

  /// Pairs of one region whose starts lie at most so far apart, or that overlap where there is no limit.
  private List<Match> candidates(long seconds) {
    List<Match> candidates = new ArrayList<>();
    for (int i = 0; i < official.size(); i++) {
      for (int j : byRegion.getOrDefault(official.get(i).region(), List.of())) {
        boolean close = seconds == Long.MAX_VALUE
            ? official.get(i).overlap(volunteer.get(j)) > 0
            : Math.abs(official.get(i).start() - volunteer.get(j).start()) <= seconds;
        if (close) {
          candidates.add(near(i, j));
        }
      }
    }
    return candidates;
  }

  private Match near(int one, int two) {
    return new Match(one, two, -Math.abs(official.get(one).start() - volunteer.get(two).start()));
  }

  private static Set<Match> bare(List<Match> pairs) {
    Set<Match> bare = new HashSet<>();
    pairs.forEach(pair -> bare.add(pair.bare()));
    return bare;
  }

  /// The worthiest pair first, each alarm once.
  private static Set<Match> oneToOne(List<Match> pairs) {
    Set<Integer> official = new HashSet<>();
    Set<Integer> volunteer = new HashSet<>();
    Set<Match> chosen = new HashSet<>();
    pairs.stream()
        .sorted(Comparator.comparingDouble((Match pair) -> -pair.worth()).thenComparingInt(Match::official)
        .thenComparingInt(Match::volunteer))
        .forEachOrdered(pair -> {
          if (!official.contains(pair.official()) && !volunteer.contains(pair.volunteer())) {
            official.add(pair.official());
            volunteer.add(pair.volunteer());
            chosen.add(pair.bare());
          }
        });
    return chosen;
  }

  private static String row(String way, Set<Match> found, Set<Match> truth, Set<Match> allFound, Set<Match> allTruth) {
    double[] one = score(found, truth);
    double[] all = score(allFound, allTruth);
    return String.format(Locale.ROOT, "| %s | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |", way, one[0], one[1], one[2],
        all[0], all[1], all[2]);
  }

  private static double[] score(Set<Match> found, Set<Match> truth) {
    double shared = found.stream().filter(truth::contains).count();
    return new double[] {shared / found.size(), shared / truth.size(), 2 * shared / (found.size() + truth.size())};
  }

  private static List<Alarm> alarms(Table table, String region) {
    return table.rows().stream()
        .map(row -> new Alarm(Table.cell(row, region), second(Table.cell(row, "started_at")),
        second(Table.cell(row, "finished_at")))).toList();
  }

  private static long second(String time) {
    return OffsetDateTime.parse(time.replace(' ', 'T')).toEpochSecond();
  }
}
