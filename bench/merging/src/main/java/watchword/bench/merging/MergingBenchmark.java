package watchword.bench.merging;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `MergingBenchmark PROJECT DATA OUT.md COMMIT`: all protocols of issue 3 that score merging, as one table with its details.
public final class MergingBenchmark {

  private MergingBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path data = Path.of(arguments[1]);
    Path scratch = Files.createTempDirectory("watchword-bench");
    Runs runs = new Runs(Path.of(arguments[0]), scratch);
    PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    double loadBefore = Page.load();
    List<Section> sections = new ArrayList<>();
    progress.println("UCDP");
    sections.add(Ucdp.measure(runs, data.resolve("ucdp_syria_mentions.csv")));
    progress.println("CrisisLexT26");
    sections.add(CrisisTweets.measure(runs, data.resolve("crisislex_t26.csv")));
    progress.println("air raid");
    sections.add(Sirens.measure(runs, data));
    progress.println("drill world");
    sections.add(DrillWorlds.measure());
    new Page("Merging",
        "Clusters come from `--clusters` of the product's command and from peers in processes of their own; the"
            + " scores are the benchmark's.", sections)
        .write(Path.of(arguments[2]), arguments[3], loadBefore);
    Page.delete(scratch);
  }
}
