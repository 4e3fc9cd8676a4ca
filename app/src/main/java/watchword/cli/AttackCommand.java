package watchword.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchword.attack.Benchmark;
import watchword.attack.Summary;

/// `./watchword attack`: how many planted reports it takes.
@Command(
    name = "attack",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Plays worlds in which one event of five is planted, and scores how well methods tell what is so: a vote, Dawid-Skene, TruthFinder, naive Bayes",
      "from verdicts, and the desk's own weighing with its own rules of publication.",
      "",
      "Then it lays siege: how many planted reports it takes until a lie is published, how many true first reports a patient liar pays for a lie, and how",
      "many true events fifty denials by new identities suppress. spec/credibility.md fixes the world and defines each figure.",
      "Under each mean stands by how much one world differs from the next: a standard deviation."
    },
    footer = {
      "",
      "Example:",
      "  ./watchword attack --seeds 2",
      "  ./watchword attack --seeds 10 --json",
      "  ./watchword attack --poisoned 0.2"
    })
final class AttackCommand implements Callable<Integer> {

  private static final int MOST_SEEDS = 1_000;

  @Option(names = "--seeds", paramLabel = "N", defaultValue = "2", description = "How many worlds. ${DEFAULT-VALUE} if absent, half a minute.")
  int seeds;

  @Option(names = "--first", paramLabel = "SEED", defaultValue = "1", description = "The seed of the first world. ${DEFAULT-VALUE} if absent.")
  long first;

  @Option(names = "--poisoned", paramLabel = "SHARE", defaultValue = "0", description = "So many of the verdicts on planted events say they are true: a member errs, or serves the attacker. ${DEFAULT-VALUE} if absent.")
  double poisoned;

  @Mixin Answer answer = new Answer();

  @Override
  public Integer call() {
    if (seeds < 1 || seeds > MOST_SEEDS) {
      throw CommandFailure.misused("--seeds is from 1 to 1000");
    }
    if (!(poisoned >= 0 && poisoned <= 1)) {
      throw CommandFailure.misused("--poisoned is a share from 0 to 1");
    }
    try (Progress progress = Progress.start(answer.err(), "attacking", Benchmark.steps(seeds))) {
      print(Benchmark.run(first, seeds, poisoned, progress::advance));
    }
    return 0;
  }

  private void print(List<Summary> summaries) {
    ObjectNode object = Answer.object();
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%-12s %6s %6s %6s %6s %8s %8s %8s %8s %8s %7s", "", "AUC", "Brier", "ECE", "floor", "30 min", "planted", "true", "false", "true", "scoops"));
    lines.add(String.format(Locale.ROOT, "%-12s %6s %6s %6s %6s %8s %8s %8s %8s %8s %7s", "", "", "", "", "", "Brier", "publ.", "publ.", "in publ.", "lost", "a lie"));
    for (Summary of : summaries) {
      object.set(of.name(), json(of));
      lines.add(String.format(
          Locale.ROOT, "%-12s %6.3f %6.3f %6.3f %6.3f %8.3f %8.3f %8.3f %8.3f %8.3f %7s", of.name(), of.auc(), of.brier(), of.ece(), of.eceFloor(), of.brier30(),
          of.plantedPublished(), of.truePublished(), of.falseAmongPublished(), of.suppressedTrue(), of.priceInScoops() > 200 ? "> 200" : String.format(Locale.ROOT, "%.1f", of.priceInScoops())));
      if (seeds > 1) {
        lines.add(spread(of.spread()));
      }
    }
    lines.add("");
    lines.add("Planted reports until half of the lies are published (attack, denials, whether such attacks were seen before):");
    lines.add("");
    lines.add(String.format(Locale.ROOT, "%-22s", "") + String.join("", summaries.stream().map(of -> String.format(Locale.ROOT, " %11s", of.name())).toList()));
    for (String cell : summaries.getFirst().reportsToPublish().keySet()) {
      lines.add(String.format(Locale.ROOT, "%-22s", cell.replace('-', ' ')) + String.join("", summaries.stream().map(of -> String.format(Locale.ROOT, " %11s", reports(of.reportsToPublish(), cell))).toList()));
    }
    answer.give(object, lines);
  }

  /// How much one world differs from the next, under each mean.
  private static String spread(Summary.Spread of) {
    String line = String.format(
        Locale.ROOT, "%-12s %6s %6s %6s %6s %8s %8s %8s %8s %8s %7s", "", around(of.auc()), around(of.brier()), around(of.ece()), "", around(of.brier30()),
        around(of.plantedPublished()), around(of.truePublished()), around(of.falseAmongPublished()), around(of.suppressedTrue()), String.format(Locale.ROOT, "±%.1f", of.priceInScoops()));
    return line.stripTrailing();
  }

  private static String around(double deviation) {
    return String.format(Locale.ROOT, "±%.3f", deviation).replace("±0.", "±.");
  }

  private static String reports(Map<String, Integer> floods, String cell) {
    int reports = floods.getOrDefault(cell, 0);
    return reports > 200 ? "> 200" : Integer.toString(reports);
  }

  private static ObjectNode json(Summary of) {
    ObjectNode object = Answer.object()
        .put("auc", of.auc()).put("brier", of.brier()).put("logLoss", of.logLoss()).put("ece", of.ece()).put("eceFloor", of.eceFloor()).put("brier30", of.brier30())
        .put("plantedPublished", of.plantedPublished()).put("truePublished", of.truePublished()).put("falseAmongPublished", of.falseAmongPublished())
        .put("suppressedTrue", of.suppressedTrue()).put("priceInScoops", of.priceInScoops());
    ObjectNode floods = object.putObject("reportsToPublish");
    of.reportsToPublish().forEach(floods::put);
    return object;
  }
}
