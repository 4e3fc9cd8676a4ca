package watchword.bench.weighing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import watchword.bench.merging.Runs;
import watchword.bench.merging.Table;

/// Weighs a claims file by the product's command or by a peer, each in a process of its own.
record Weighings(Runs runs) {

  /// Answers of a process by its draws (the product has one), and what it took.
  record Weighed(Map<String, Map<String, Answer>> answers, Runs.Spent spent) {

    Map<String, Answer> only() {
      return answers.values().iterator().next();
    }
  }

  /// `weigh FILE … --out OUT.csv`.
  Weighed product(Path claims, String... options) throws IOException, InterruptedException {
    Path out = Files.createTempFile(runs.scratch(), "answers", ".csv");
    List<String> command = Runs.java();
    command.addAll(List.of("-jar", runs.project().resolve("app/target/watchword-app-0.1.0.jar").toString(), "weigh",
        claims.toString(), "--out", out.toString()));
    command.addAll(List.of(options));
    Runs.Spent spent = spent(command, out);
    return new Weighed(Map.of("product", Answer.read(out)), spent);
  }

  /// Runs a peer, which writes a file of answers for each draw.
  ///
  /// @param arguments what it takes beside the claims
  Weighed peer(String name, Path claims, String... arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(runs.scratch(), name);
    List<String> command = Runs.java();
    String jars = String.join(File.pathSeparator,
        jar("bench/weighing/target/watchword-bench-weighing-0.1.0.jar"),
        jar("bench/merging/target/watchword-bench-merging-0.1.0.jar"),
        jar("app/target/watchword-app-0.1.0.jar"));
    command.addAll(List.of("-cp", jars, "watchword.bench.weighing.PeerMain", name, claims.toString(),
        folder.toString()));
    command.addAll(List.of(arguments));
    Runs.Spent spent = spent(command, folder);
    Map<String, Map<String, Answer>> answers = new LinkedHashMap<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        answers.put(String.valueOf(file.getFileName()), Answer.read(file));
      }
    }
    return new Weighed(answers, spent);
  }

  private String jar(String path) {
    return runs.project().resolve(path).toString();
  }

  private Runs.Spent spent(List<String> command, Path what) throws IOException, InterruptedException {
    Runs.Outcome outcome = runs.run(command);
    return outcome.spent().orElseThrow(() -> new IOException(what.getFileName() + " was not written: "
        + outcome.note()));
  }

  Path write(String name, List<String> columns, List<Map<String, String>> rows) throws IOException {
    return Table.write(runs.scratch().resolve(name), columns, rows);
  }

  /// Writes what is known of items as a file of verdicts or truth.
  Path write(String name, Map<String, String> values) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    values.forEach((item, value) -> rows.add(Map.of("item", item, "value", value)));
    return write(name, List.of("item", "value"), rows);
  }
}
