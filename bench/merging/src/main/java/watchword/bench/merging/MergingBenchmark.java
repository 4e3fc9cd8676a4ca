package watchword.bench.merging;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `MergingBenchmark PROJECT OUT.md COMMIT SECTION=WHAT…`: the protocols of issue 3 that measure merging, as one table with its details.
///
/// `scores=DATA` are those that score it, on a folder of files; `throughput=ROWS` and `growth=ROWS` make their own rows,
/// growth up to so many.
public final class MergingBenchmark {

  private MergingBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("watchword-bench");
    Runs runs = new Runs(Path.of(arguments[0]), scratch);
    PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    double loadBefore = load();
    List<Section> sections = new ArrayList<>();
    for (String asked : Arrays.asList(arguments).subList(3, arguments.length)) {
      String name = asked.substring(0, asked.indexOf('='));
      String what = asked.substring(name.length() + 1);
      progress.println(asked);
      switch (name) {
        case "scores" -> scores(sections, runs, Path.of(what), progress);
        case "throughput" -> sections.add(Throughput.measure(runs, Long.parseLong(what)));
        case "growth" -> sections.add(Growth.measure(runs, Long.parseLong(what)));
        default -> throw new IllegalArgumentException("no section is called " + name);
      }
    }
    Files.write(Path.of(arguments[1]), page(sections, arguments[2], loadBefore));
    delete(scratch);
  }

  private static void scores(List<Section> sections, Runs runs, Path data, PrintStream progress)
      throws IOException, InterruptedException {
    progress.println("UCDP");
    sections.add(Ucdp.measure(runs, data.resolve("ucdp_syria_mentions.csv")));
    progress.println("CrisisLexT26");
    sections.add(CrisisTweets.measure(runs, data.resolve("crisislex_t26.csv")));
    progress.println("air raid");
    sections.add(Sirens.measure(runs, data));
    progress.println("drill world");
    sections.add(DrillWorlds.measure());
  }

  /// Copies of other people's words stay nowhere.
  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static List<String> page(List<Section> sections, String commit, double loadBefore) {
    List<String> page = new ArrayList<>();
    page.add("# Merging, " + LocalDate.now(ZoneOffset.UTC));
    page.add("");
    page.add(String.format(Locale.ROOT,
        "Commit %s, Java %s, %d cores, load average %.1f at the start and %.1f at the end; how to repeat it: `bench/README.md`.",
        commit, Runtime.version().feature(), Runtime.getRuntime().availableProcessors(), loadBefore, load()));
    page.add("Clusters come from `--clusters` of the product's command and from peers in processes of their own; the scores are the benchmark's.");
    page.add("");
    page.add("| what | aim | measured | how |");
    page.add("|---|---|---|---|");
    sections.forEach(section -> section.lines().forEach(line -> page.add(line.markdown())));
    page.add("");
    sections.forEach(section -> page.addAll(section.details()));
    return page;
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
