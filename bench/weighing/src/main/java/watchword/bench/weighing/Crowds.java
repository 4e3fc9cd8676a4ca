package watchword.bench.weighing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import watchword.archive.ClaimsFile;
import watchword.bench.merging.Section;
import watchword.bench.merging.Section.Line;
import watchword.bench.merging.Table;
import watchword.core.claim.Claims;
import watchword.core.claim.Model;
import watchword.core.claim.Sameness;

/// Labels by paid and unpaid crowds, without a verdict (Zheng et al., VLDB 2017).
final class Crowds {

  /// Dawid-Skene of Crowd-Kit, measured for this project (accuracy), less .005.
  private static final Map<String, Double> AIMS = aims();

  private static final double PRODUCT_F1 = 0.72;
  private static final int DRAWS = 10;
  private static final int WARMING = 8;
  private static final int ROUNDS = 9;

  private Crowds() {}

  private static Map<String, Double> aims() {
    Map<String, Double> aims = new LinkedHashMap<>();
    aims.put("duck", 0.884);
    aims.put("product", 0.935);
    aims.put("dog", 0.838);
    aims.put("face", 0.635);
    return aims;
  }

  static Section measure(Weighings weighings, Path data) throws IOException, InterruptedException {
    List<String> details = new ArrayList<>(List.of("", "## Crowd sets, no labels", "",
        "Vote and Dawid-Skene: mean and deviation over ten draws of their ties. Times are of the whole process,"
            + " for the peers of ten draws in one process.", "",
        "| set | way | accuracy | F1 | ECE (its floor) | wall s | CPU s |", "|---|---|---|---|---|---|---|"));
    List<String> reached = new ArrayList<>();
    double f1 = 0;
    for (String set : AIMS.keySet()) {
      Path claims = data.resolve("crowd_" + set).resolve("answers.csv");
      Map<String, String> truth = Table.read(data.resolve("crowd_" + set).resolve("truth.csv")).column("task", "label");
      Weighings.Weighed product = weighings.product(claims);
      Score score = Score.of(product.only(), truth, String::equals);
      reached.add(String.format(Locale.ROOT, "%.3f", score.accuracy()));
      f1 = set.equals("product") ? Score.f1(product.only(), truth) : f1;
      details.add(row(set, "Watchword", product, truth));
      details.add(row(set, "vote", weighings.peer("vote", claims, String.valueOf(DRAWS)), truth));
      details.add(row(set, "Dawid-Skene", weighings.peer("dawid-skene", claims, String.valueOf(DRAWS)), truth));
    }
    double warm = warm(data.resolve("crowd_product").resolve("answers.csv"));
    return new Section(List.of(
        new Line("Crowd sets, no labels: accuracy duck / product / dog / face; product F1",
            String.join(" / ", AIMS.values().stream().map(aim -> "≥ " + aim).toList()) + "; ≥ " + PRODUCT_F1,
            String.join(" / ", reached) + String.format(Locale.ROOT, "; %.3f", f1),
                "`weigh answers.csv` with no option"),
        new Line("product, 24,945 answers: time of the computation, warm",
            "< 0.5 s (Crowd-Kit Dawid-Skene 27 s, GLAD 191 s)",
            String.format(Locale.ROOT, "%.2f s of CPU", warm),
                "claims gathered and weighed in this process, median of " + ROUNDS + " after " + WARMING)),
        details);
  }

  private static String row(String set, String way, Weighings.Weighed weighed, Map<String, String> truth) {
    List<Map<String, Answer>> draws = List.copyOf(weighed.answers().values());
    Spread accuracy = Spread.of(draws, draw -> Score.of(draw, truth, String::equals).accuracy());
    Spread f1 = Spread.of(draws, draw -> Score.f1(draw, truth));
    Score first = Score.of(draws.getFirst(), truth, String::equals);
    return String.format(Locale.ROOT, "| %s | %s | %s | %s | %.3f (%.3f) | %.1f | %.1f |", set, way, accuracy, f1,
        first.ece(), first.floor(),
        weighed.spent().wallSeconds(), weighed.spent().cpuSeconds());
  }

  /// CPU seconds, since the machine is shared.
  private static double warm(Path file) throws IOException {
    ClaimsFile read = ClaimsFile.read(file, new ClaimsFile.Columns(Optional.empty(), Optional.empty(),
        Optional.empty()));
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    double[] seconds = new double[ROUNDS];
    for (int round = -WARMING; round < ROUNDS; round++) {
      long start = clock.getCurrentThreadCpuTime();
      Claims claims = Claims.of(read.claims());
      Objects.requireNonNull(Model.fitting(claims, Map.of(), Sameness.EXACT).estimates(claims, Map.of()));
      if (round >= 0) {
        seconds[round] = (clock.getCurrentThreadCpuTime() - start) / 1e9;
      }
    }
    Arrays.sort(seconds);
    return seconds[ROUNDS / 2];
  }
}
