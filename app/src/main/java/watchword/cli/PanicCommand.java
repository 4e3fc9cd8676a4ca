package watchword.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchword.desk.DeskFolder;
import watchword.seal.FormatException;

/// `./watchword panic`: destroys a desk's keys, and what they open.
@Command(
    name = "panic",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Destroys the desk's keys on this machine, at once and for good. Nobody is asked for a passphrase.",
      "",
      "On flash memory overwriting proves nothing: then also forget the disk's own key."
    },
    footer = {"", "Example:", "  ./watchword panic --folder /media/desk/lorne"})
final class PanicCommand implements Callable<Integer> {

  private static final String WORD = "destroy";

  @Mixin Answer answer = new Answer();

  @Option(names = "--folder", paramLabel = "DIR", required = true, description = "The desk's folder.")
  Path folder = Path.of("desk");

  @Option(names = "--word", paramLabel = "WORD", description = "The word, for a script or a key on the desktop: " + WORD + ".")
  Optional<String> word = Optional.empty();

  @Override
  public Integer call() {
    DeskFolder desk = new DeskFolder(folder);
    try {
      desk.read();
    } catch (FormatException e) {
      throw CommandFailure.misused(String.valueOf(e.getMessage()));
    }
    if (!word.orElseGet(PanicCommand::ask).strip().equals(WORD)) {
      throw CommandFailure.misused("nothing was destroyed: the word is " + WORD);
    }
    try {
      int destroyed = desk.destroy();
      answer.give(
          Answer.object().put("destroyed", destroyed),
          List.of(destroyed + " files destroyed. A desk that still runs holds keys in memory: switch the machine off now."));
      return 0;
    } catch (IOException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()));
    }
  }

  private static String ask() {
    Console console = Optional.ofNullable(System.console()).filter(Console::isTerminal)
        .orElseThrow(() -> CommandFailure.misused("there is no terminal to ask on; add --word " + WORD));
    return Optional.ofNullable(console.readLine("Type %s to destroy the desk's keys: ", WORD)).orElse("");
  }
}
