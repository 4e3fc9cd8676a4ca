package watchword.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import watchword.core.bulletin.LikelihoodTable;
import watchword.desk.Fingerprint;
import watchword.desk.Office;

/// `./watchword desk`: the trusted machine, until it is stopped.
@Command(
    name = "desk",
    subcommands = DeskImportCommand.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Collects sealed reports from the hub, opens and merges them, and serves the console to a browser of this machine.",
      "",
      "Each minute it collects. While a member is unlocked it opens what came, and each hour renews keys and bundles and destroys what is due.",
      "It locks by itself when nobody has acted for 15 minutes, and without --member it begins locked: unlock in the console. Ctrl-C stops it."
    },
    footer = {"", "Example:", "  ./watchword desk --folder /media/desk/lorne --member heron --hub http://127.0.0.1:8080 --port 8181"})
final class DeskCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Mixin DeskOptions options = new DeskOptions();

  @Option(names = "--hub", paramLabel = "ADDRESS", description = "The hub's address; an onion service by its near end. To run the desk it is needed.")
  Optional<URI> hub = Optional.empty();

  @Option(names = "--port", paramLabel = "N", defaultValue = "8181", description = "The console's port on 127.0.0.1; default 8181, 0 takes a free one.")
  int port = 8181;

  @Option(names = "--zone", paramLabel = "OFFSET", defaultValue = "Z", description = "By whose clock people here speak, such as +03:00; UTC if absent.")
  String zone = "Z";

  @Option(names = "--likelihood", paramLabel = "TABLE", defaultValue = "icd203", description = "By which table the console words a probability: icd203, nato or phia; default icd203. Bulletins keep ICD 203.")
  String likelihood = "icd203";

  @Option(names = "--minutes", paramLabel = "N", defaultValue = "0", description = "Stop by itself after so many minutes; 0, the default, never.")
  int minutes;

  @Mixin WatchOptions watching = new WatchOptions();

  @Mixin Answer answer = new Answer();

  @Override
  public Integer call() throws IOException, InterruptedException {
    URI collectsFrom = hub.orElseThrow(() -> CommandFailure.misused("say where to collect: --hub ADDRESS"));
    LikelihoodTable table = table();
    refuseBesideHub();
    PrintWriter out = spec.commandLine().getOut();
    try (Office office = confirmed(options.member.isPresent() ? options.unlocked() : options.open());
        DeskAtWork work = DeskAtWork.begin(office, collectsFrom, offset(), options.clock(), spec.commandLine().getErr(),
            watching.of(office, collectsFrom, options.clock(), offset(), spec.commandLine().getErr()))) {
      int console = work.openConsole(port, table);
      String words = Fingerprint.of(office.file().root());
      answer.give(
          Answer.object().put("console", console).put("board", office.folder().board().toString()).put("words", words).put("unlocked", !work.isLocked()),
          List.of(
              "The desk \"" + office.file().name() + "\" (" + words + ") is "
                  + options.member.map(name -> "unlocked for " + name + ".").orElse("locked: it collects, and opens nothing until a member unlocks in the console."),
              "  console  http://127.0.0.1:" + console + "/",
              "  board    " + office.folder().board() + ", to be copied to the hub with bundles/"));
      await(work, out);
      return 0;
    }
  }

  private Office confirmed(Office office) {
    try {
      watching.confirm(office, options.member.map(DeskOptions::pseudonym));
      return office;
    } catch (RuntimeException e) {
      office.close();
      throw e;
    }
  }

  private LikelihoodTable table() {
    try {
      return LikelihoodTable.named(likelihood);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.misused(String.valueOf(e.getMessage()));
    }
  }

  /// Until Ctrl-C, which waits for the key files to be written.
  private void await(DeskAtWork work, PrintWriter out) throws InterruptedException {
    Thread hook = new Thread(work::close);
    Runtime.getRuntime().addShutdownHook(hook);
    long done = 0;
    while (minutes == 0 || done < minutes) {
      if (work.awaitEnd(1, TimeUnit.MINUTES)) {
        return;
      }
      done++;
    }
    Runtime.getRuntime().removeShutdownHook(hook);
    if (!answer.json) {
      out.println(work.opened() + " reports opened.");
      out.flush();
    }
  }

  private ZoneOffset offset() {
    try {
      return ZoneOffset.of(zone);
    } catch (DateTimeException e) {
      throw CommandFailure.misused("no such offset; write it like +03:00");
    }
  }

  /// One seizure must not take both.
  private void refuseBesideHub() {
    Path home = Path.of(System.getProperty("user.home"));
    List<Path> places = List.of(options.folder.toAbsolutePath().normalize().getParent(), home, Path.of("/srv"), Path.of("/var/lib"), Path.of("/opt"));
    if (HubNearby.in(places)) {
      throw CommandFailure.misused("this machine holds a hub's generations; a desk runs on another machine (demo and drill may share one)");
    }
  }
}
