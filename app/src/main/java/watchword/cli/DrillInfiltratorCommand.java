package watchword.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchword.core.decision.Policy;
import watchword.drill.Infiltrator;
import watchword.seal.FormatException;

/// `./watchword drill infiltrator`: how much one bad member reads in a month.
@Command(
    name = "infiltrator",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Plays a month at a real desk with throw-away keys: reports are sealed to lanes, opened and merged, and one member reads as much as the desk lets them.",
      "",
      "With 1 and 2 lanes too, for comparison. Then somebody comes with an old invitation, and somebody admitted today tries journal, files and console.",
      "Exit 1 if more was read than lanes and quota allow, the others were told too late, or anything of before was opened. A run of 8,500 takes some minutes."
    },
    footer = {"", "Example:", "  ./watchword drill infiltrator --lanes 8", "  ./watchword drill infiltrator --lanes 8 --only --json"})
final class DrillInfiltratorCommand implements Callable<Integer> {

  private static final int MOST_LANES = 8;
  private static final int MOST_DAYS = 60;
  private static final int MOST_REPORTS = 100_000;
  private static final double PER_CENT = 100;

  @Option(names = "--lanes", paramLabel = "N", defaultValue = "8", description = "Lanes of the desk, 1 to 8; ${DEFAULT-VALUE} if absent.")
  int lanes;

  @Option(names = "--reports", paramLabel = "N", defaultValue = "8500", description = "Reports of the month; ${DEFAULT-VALUE} if absent, as many as Black Book of Belarus had senders.")
  int reports;

  @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "Days of the month; ${DEFAULT-VALUE} if absent.")
  int days;

  @Option(names = "--only", description = "Without the runs for comparison.")
  boolean only;

  @Mixin Answer answer = new Answer();

  @Override
  public Integer call() throws IOException {
    if (lanes < 1 || lanes > MOST_LANES || days < 1 || days > MOST_DAYS || reports < days || reports > MOST_REPORTS) {
      throw CommandFailure.misused("--lanes is 1 to 8, --days 1 to 60, --reports from one a day to 100000");
    }
    TreeSet<Integer> all = new TreeSet<>(List.of(lanes));
    if (!only) {
      all.addAll(List.of(1, 2));
    }
    List<Infiltrator.Result> results = new ArrayList<>();
    try (Progress progress = Progress.start(answer.err(), "reading", (long) reports * all.size(), "reports")) {
      for (int each : all) {
        results.add(play(each, progress));
      }
    }
    Infiltrator.Result asked = results.stream().filter(result -> result.lanes() == lanes).findFirst().orElseThrow();
    answer.give(Answer.object().put("readShare", asked.readShare()).put("alarmDay", asked.alarmDay().orElse(0)), table(results));
    return results.stream().allMatch(Infiltrator.Result::holds) ? 0 : 1;
  }

  private Infiltrator.Result play(int each, Progress progress) throws IOException {
    Path home = Files.createTempDirectory("watchword-drill");
    try {
      return new Infiltrator(home.resolve("desk"), each, reports, days).run(new SecureRandom().nextLong(), progress::advance);
    } catch (FormatException e) {
      throw CommandFailure.failed("the drill's own desk could not be read: " + e.getMessage());
    } finally {
      remove(home);
    }
  }

  private List<String> table(List<Infiltrator.Result> results) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%5s %9s %9s %14s %10s %10s  %s", "lanes", "reports", "read", "by lanes alone", "by quota", "most a day", "others told on day"));
    for (Infiltrator.Result result : results) {
      double quota = Math.min(1, (double) Policy.SHOWN_A_DAY * days / result.reports());
      lines.add(String.format(Locale.ROOT, "%5d %,9d %8.1f%% %13.1f%% %9.1f%% %10d  %s", result.lanes(), result.reports(), PER_CENT * result.readShare(),
          PER_CENT / result.lanes(), PER_CENT * quota, result.mostADay(), result.alarmDay().isPresent() ? Integer.toString(result.alarmDay().getAsInt()) : "never"));
    }
    List<String> opened = results.stream().flatMap(result -> result.hajun().stream()).distinct().toList();
    lines.add(opened.isEmpty() ? "An old invitation opened nothing. Who was admitted today opened nothing of before: journal, files, console."
        : "Opened that must not be: " + String.join("; ", opened) + ".");
    return lines;
  }

  private static void remove(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
