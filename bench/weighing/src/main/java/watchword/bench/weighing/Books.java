package watchword.bench.weighing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import watchword.bench.merging.Section;
import watchword.bench.merging.Section.Line;
import watchword.bench.merging.Table;

/// Authors of books by 895 shops, compared as sets of last names.
final class Books {

  private static final int DRAWS = 10;

  private Books() {}

  static Section measure(Weighings weighings, Path folder) throws IOException, InterruptedException {
    Table claims = Table.read(folder.resolve("claims.csv.gz"));
    Table truth = Table.read(folder.resolve("truth.csv"));
    List<String> details = new ArrayList<>(List.of("", "## Book, sets of last names", "",
        "Careful: lists in either order of names, parted by semicolons, slashes, ampersands, \"and\" or commas."
            + " Plain: parted at semicolons alone, the last name is what"
            + " stands before the first comma, or the last word. A shop that names nobody says nothing; one that"
            + " lists a book twice with other authors counts for neither in"
            + " `weigh`, for the later in the vote.", "",
        "| parsing | way | accuracy | ECE | its floor | CPU s |", "|---|---|---|---|---|---|"));
    Optional<Score> best = Optional.empty();
    for (boolean careful : new boolean[] {true, false}) {
      Function<String, Set<String>> parse = careful ? LastNames::careful : LastNames::plain;
      Map<String, String> right = new LinkedHashMap<>();
      truth.rows().forEach(row -> right.put(Table.cell(row, "isbn"),
          String.join(";", parse.apply(Table.cell(row, "authors")))));
      List<Map<String, String>> rows = claims.rows().stream()
          .map(row -> Map.of("item", Table.cell(row, "isbn"), "source", Table.cell(row, "source"), "value",
              String.join(";", parse.apply(Table.cell(row, "authors")))))
          .filter(row -> !Table.cell(row, "value").isEmpty()).toList();
      Path file = weighings.write("books.csv", List.of("item", "source", "value"), rows);
      Weighings.Weighed product = weighings.product(file, "--several", ";");
      Score score = Score.of(product.only(), right, Books::same);
      best = best.or(() -> Optional.of(score));
      String parsing = careful ? "careful" : "plain";
      details.add(row(parsing, "Watchword, `--several ';'`", List.of(score), product.spent().cpuSeconds()));
      Weighings.Weighed vote = weighings.peer("vote", file, String.valueOf(DRAWS));
      details.add(row(parsing, "vote", vote.answers().values().stream()
          .map(answers -> Score.of(answers, right, Books::same)).toList(),
          vote.spent().cpuSeconds() / DRAWS));
    }
    Score score = best.orElseThrow();
    return new Section(List.of(new Line("Book, 100 books, sets of last names", "≥ .70 (vote .52, Depen .56, LTM .68)",
        String.format(Locale.ROOT, "%.2f; ECE %.3f (floor %.3f)", score.accuracy(), score.ece(), score.floor()),
            "`weigh books.csv --several ';'`, careful parsing")),
        details);
  }

  private static String row(String parsing, String way, List<Score> scores, double cpu) {
    return String.format(Locale.ROOT, "| %s | %s | %s | %.3f | %.3f | %.1f |", parsing, way,
        Spread.of(scores, Score::accuracy), Spread.of(scores, Score::ece).mean(),
        Spread.of(scores, Score::floor).mean(), cpu);
  }

  private static boolean same(String one, String other) {
    return new TreeSet<>(List.of(one.split(";", -1))).equals(new TreeSet<>(List.of(other.split(";", -1))));
  }
}
