package watchword.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchword.drill.crash.Crash;

/// `./watchword drill crash`: nothing acknowledged is lost, whoever is killed when.
@Command(
    name = "crash",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts a hub, a desk and its gate, lets 1, 4, 16 and 64 senders send at once, and kills hub, gate and desk as kill -9 does, at random moments.",
      "",
      "Each is started again at once, sometimes killed again while it starts. At the end every report that the hub acknowledged must be",
      "in the desk's journal, once. 200 kills take a quarter of an hour. A killed process is no power failure: what the system has, the disk gets."
    },
    footer = {"", "Example:", "  ./watchword drill crash --kills 200", "  ./watchword drill crash --kills 20 --seed 7 --json"})
final class DrillCrashCommand implements Callable<Integer> {
  /// One for each number of senders.
  private static final int LEAST = 4;
  private static final int MOST = 10_000;

  @Option(names = "--kills", paramLabel = "N", defaultValue = "200", description = "How many kills, 4 to 10000. ${DEFAULT-VALUE} if absent.")
  int kills;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Makes the plan of kills. ${DEFAULT-VALUE} if absent.")
  long seed;

  @Mixin Answer answer = new Answer();

  @Override
  public Integer call() throws InterruptedException {
    if (kills < LEAST || kills > MOST) {
      throw CommandFailure.misused("--kills is from 4 to 10000");
    }
    Crash.Verdict verdict;
    try (Progress progress = Progress.start(answer.err(), "killing", kills, "kills")) {
      verdict = Crash.run(seed, kills, progress::step, progress::advance);
    } catch (IOException e) {
      throw CommandFailure.failed("the drill did not come to its end: " + e.getMessage());
    }
    answer.give(
        Answer.object().put("acknowledged", verdict.acknowledged()).put("opened", verdict.opened())
            .put("lost", verdict.lost()).put("kills", verdict.kills()),
        sentences(verdict));
    return verdict.holds() ? 0 : 1;
  }

  private static List<String> sentences(Crash.Verdict verdict) {
    List<String> lines = new ArrayList<>(List.of(String.format(
        Locale.ROOT, "%,d kills; %,d reports acknowledged, %,d opened, %,d lost, %,d opened twice.",
        verdict.kills(), verdict.acknowledged(), verdict.opened(), verdict.lost(), verdict.twice())));
    verdict.told().forEach(one -> lines.add("  lost: " + one));
    return lines;
  }
}
