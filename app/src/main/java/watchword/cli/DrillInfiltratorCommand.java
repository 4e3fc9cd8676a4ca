package watchword.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchword.core.decision.Policy;
import watchword.drill.Infiltrator;
import watchword.drill.Workplace;
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

  @Option(names = "--reports", paramLabel = "N", defaultValue = "8500", description = "Reports of the month, 61 a day at least; ${DEFAULT-VALUE} if absent, as many as Black Book of Belarus had senders.")
  int reports;

  @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "Days of the month; ${DEFAULT-VALUE} if absent.")
  int days;

  @Option(names = "--only", description = "Without the runs for comparison.")
  boolean only;

  @Mixin Answer answer = new Answer();

  @Override
  public Integer call() {
    requirePossible();
    TreeSet<Integer> all = new TreeSet<>(List.of(lanes));
    if (!only) {
      all.addAll(List.of(1, 2));
    }
    List<Infiltrator.Result> results = new ArrayList<>();
    try (Progress progress = Progress.start(answer.err(), "founding a desk", (long) reports * all.size(), "reports");
        Workplace place = Workplace.open()) {
      for (int each : all) {
        Infiltrator drill = new Infiltrator(place.folder("lanes-" + each).resolve("desk"), each, reports, days);
        results.add(drill.run(new SecureRandom().nextLong(), progress::step, progress::advance));
      }
    } catch (IOException e) {
      throw CommandFailure.failed("the drill did not come to its end: " + e.getMessage());
    } catch (FormatException e) {
      throw CommandFailure.failed("the drill's own desk could not be read: " + e.getMessage());
    }
    Infiltrator.Result asked = results.stream().filter(result -> result.lanes() == lanes).findFirst().orElseThrow();
    answer.give(Answer.object().put("readShare", asked.readShare()).put("alarmDay", asked.alarmDay().orElse(0)), table(results));
    return results.stream().allMatch(Infiltrator.Result::holds) ? 0 : 1;
  }

  private void requirePossible() {
    if (lanes < 1 || lanes > MOST_LANES) {
      throw CommandFailure.misused("--lanes is from 1 to 8");
    }
    if (days < 1 || days > MOST_DAYS) {
      throw CommandFailure.misused("--days is from 1 to 60");
    }
    int aDay = Policy.SHOWN_A_DAY + 1;
    if (reports < aDay * days || reports > MOST_REPORTS) {
      throw CommandFailure.misused(String.format(
          Locale.ROOT, "--reports is from %d to %d for %d days, %d a day at least, or nobody comes to the quota of %d; give more reports or fewer --days",
          aDay * days, MOST_REPORTS, days, aDay, Policy.SHOWN_A_DAY));
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
}
