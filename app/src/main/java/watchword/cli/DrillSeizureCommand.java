package watchword.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchword.drill.seizure.Seizure;

/// `./watchword drill seizure`: what a captor of the hub finds of its senders.
@Command(
    name = "seizure",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts a hub, sends reports (whole, by a form, cut, too large, misdirected, unsealed), takes its memory and files, looks for every sender.",
      "",
      "Looked for: text, place, photo, addresses, browser, language, cookie, referrer, a form, in fourteen spellings. With nginx on this machine",
      "every second sender comes through it, with the file that `hub nginx` prints, and its files are searched too. The same search must",
      "find one sender in ten in an ordinary server, or the drill fails. Not covered: the kernel, nginx's own memory, a host that watches",
      "the machine while it runs."
    },
    footer = {"", "Example:", "  ./watchword drill seizure --reports 1000", "  ./watchword drill seizure --json"})
final class DrillSeizureCommand implements Callable<Integer> {
  /// Fewer leave kinds of senders out.
  private static final int LEAST = 20;
  private static final int MOST = 10_000;
  private static final int VISITS_EACH = 3;

  @Option(names = "--reports", paramLabel = "N", defaultValue = "1000", description = "How many senders, 20 to 10000. ${DEFAULT-VALUE} if absent.")
  int reports;

  @Mixin Answer answer = new Answer();

  @Override
  public Integer call() throws InterruptedException {
    if (reports < LEAST || reports > MOST) {
      throw CommandFailure.misused("--reports is from 20 to 10000");
    }
    Seizure.Verdict verdict;
    try (Progress progress = Progress.start(answer.err(), "seizing", (long) VISITS_EACH * reports)) {
      verdict = Seizure.run(new Seizure.Setup(reports, Main.class, progress::step, progress::advance));
    } catch (IOException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()));
    }
    answer.give(Answer.object().put("hits", verdict.hits()).put("controlHits", verdict.controlHits()), sentences(verdict));
    if (!verdict.sees()) {
      throw CommandFailure.failed("the search is blind: it found " + verdict.controlHits() + " of " + reports
          + " senders in a server that forgets nothing, so what it did not find in the hub says nothing");
    }
    return verdict.hits() == 0 ? 0 : 1;
  }

  private static List<String> sentences(Seizure.Verdict verdict) {
    List<String> lines = new ArrayList<>(List.of(
        String.format(
            Locale.ROOT, "%,d senders came; the hub took %,d of %,d sealed reports, %,d of them as files by a form, and nothing else.",
            verdict.reports(), verdict.acknowledged(), verdict.sealed(), verdict.forms()),
        verdict.behindNginx()
            ? "Every second came through nginx, whose files and temporary folders were watched and searched; its memory is outside the promise."
            : "nginx is not on this machine, so all came straight; with it (Debian: nginx-light) its files are searched too.",
        String.format(Locale.ROOT, "Looked through: %,d MB of the hub's memory, all its files, and all it said.", verdict.bytes() / 1_000_000),
        String.format(Locale.ROOT, "In a server that forgets nothing the same search finds %,d of the senders.", verdict.controlHits()),
        verdict.hits() == 0 ? "Found of the hub's senders: nothing." : "FOUND of the hub's senders: " + verdict.hits()));
    verdict.told().forEach(trace -> lines.add("  " + trace));
    return lines;
  }
}
