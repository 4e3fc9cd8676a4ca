package watchword.bench.weighing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import watchword.bench.merging.Table;

/// `PeerMain NAME CLAIMS.csv FOLDER …`: weighs a claims file by the way of this name and writes a file of answers for
/// each draw.
///
/// `vote` and `dawid-skene` take how many draws of their ties, `log-odds` takes files of verdicts, one a draw.
public final class PeerMain {

  private PeerMain() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, Map<String, String>> said = read(Path.of(arguments[1]));
    Path folder = Path.of(arguments[2]);
    if (arguments[0].equals("log-odds")) {
      for (int draw = 3; draw < arguments.length; draw++) {
        Map<String, String> verdicts = Table.read(Path.of(arguments[draw])).column("item", "value");
        write(folder.resolve("draw-%02d.csv".formatted(draw)), new VerdictLogOdds(verdicts, draw).answers(said));
      }
      return;
    }
    for (int draw = 0; draw < Integer.parseInt(arguments[3]); draw++) {
      Map<String, Answer> answers = switch (arguments[0]) {
        case "vote" -> new Vote(draw).answers(said);
        case "dawid-skene" -> DawidSkene.answers(said, draw);
        default -> throw new IllegalArgumentException("no way of weighing is called " + arguments[0]);
      };
      write(folder.resolve("draw-%02d.csv".formatted(draw)), answers);
    }
  }

  /// Item, then source, then value; a later claim of the same source on the same item replaces its earlier one.
  private static Map<String, Map<String, String>> read(Path file) throws IOException {
    Map<String, Map<String, String>> said = new TreeMap<>();
    Table.read(file).rows().forEach(row -> {
      List<String> cells = List.copyOf(row.values());
      if (cells.stream().noneMatch(String::isBlank)) {
        said.computeIfAbsent(cells.get(0), item -> new TreeMap<>()).put(cells.get(1), cells.get(2));
      }
    });
    return said;
  }

  private static void write(Path file, Map<String, Answer> answers) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    answers.forEach((item, answer) -> {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("item", item);
      row.put("value", answer.value());
      row.put("probability", Double.toString(answer.probability()));
      rows.add(row);
    });
    Files.createDirectories(file.toAbsolutePath().getParent());
    Table.write(file, List.of("item", "value", "probability"), rows);
  }
}
