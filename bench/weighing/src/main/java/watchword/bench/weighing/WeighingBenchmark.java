package watchword.bench.weighing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import watchword.bench.merging.Page;
import watchword.bench.merging.Runs;
import watchword.bench.merging.Section;

/// `WeighingBenchmark PROJECT DATA OUT.md COMMIT`: the claims files and threads, as one table with its
/// details.
public final class WeighingBenchmark {

  private WeighingBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path data = Path.of(arguments[1]);
    Path scratch = Files.createTempDirectory("watchword-bench");
    Weighings weighings = new Weighings(new Runs(Path.of(arguments[0]), scratch));
    PrintStream progress = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    double loadBefore = Page.load();
    List<Section> sections = new ArrayList<>();
    try {
      progress.println("rumour threads");
      sections.add(Rumours.measure(data.resolve("rumour_threads.jsonl")));
      progress.println("crowd sets");
      sections.addFirst(Crowds.measure(weighings, data));
      progress.println("Book");
      sections.add(1, Books.measure(weighings, data.resolve("book")));
      progress.println("Flights");
      sections.add(1, Flights.measure(weighings, data));
      progress.println("100,000 claims");
      sections.add(ManyClaims.measure());
    } finally {
      Page.delete(scratch);
    }
    new Page("Weighing claims",
        "Answers come from `weigh … --out` of the product's jar and from peers in processes of their own; the"
            + " scores are the benchmark's.", sections)
        .write(Path.of(arguments[2]), arguments[3], loadBefore);
  }
}
