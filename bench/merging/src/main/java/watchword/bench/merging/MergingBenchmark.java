package watchword.bench.merging;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `MergingBenchmark PROJECT OUT.md COMMIT SECTION=WHAT…`: the protocols that measure merging, as one table with its details.
///
/// `scores=DATA` are those that score it, on a folder of files; `throughput=ROWS` and `growth=ROWS` make their own rows,
/// growth up to so many.
public final class MergingBenchmark {

  private MergingBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("watchword-bench");
    Runs runs = new Runs(Path.of(arguments[0]), scratch);
    PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    double loadBefore = Page.load();
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
    new Page("Merging",
        "Clusters come from `--clusters` of the product's command and from peers in processes of their own; the"
            + " scores are the benchmark's.", sections)
        .write(Path.of(arguments[1]), arguments[2], loadBefore);
    Page.delete(scratch);
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
    progress.println("planted crowd");
    sections.add(PlantedCrowd.measure());
  }
}
