package watchword.cli;

import java.io.Console;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchword.core.bulletin.BulletinId;
import watchword.core.decision.Policy;
import watchword.desk.Desk;
import watchword.desk.DeskFolder;
import watchword.desk.Models;
import watchword.desk.Office;
import watchword.seal.FormatException;

/// `./watchword panic`: destroys a desk's keys, and what they open.
@Command(
    name = "panic",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Destroys the desk's keys on this machine, at once and for good. Nobody is asked for a passphrase.",
      "",
      "A desk that runs in the folder writes nothing any more and ends within a second or two.",
      "In its console, Members has a button that does the same.",
      "",
      "With --notice a member unlocks first, and the board then tells readers, signed, of which days reports may be read: for a machine that was in other hands.",
      "That takes seconds. Copy board/ to the hub and every mirror afterwards.",
      "",
      "On flash memory overwriting proves nothing: then also forget the disk's own key."
    },
    footer = {"", "Example:", "  ./watchword panic --folder /media/desk/lorne", "  ./watchword panic --folder /media/desk/lorne --notice --member heron"})
final class PanicCommand implements Callable<Integer> {

  private static final String WORD = "destroy";

  /// After so long a desk that ran here has seen that it is destroyed; what it was writing goes in a second round.
  private static final long SECOND_ROUND_MILLIS = 1_500;

  private static final String NOTHING_DESTROYED = "nothing was destroyed; without --notice the keys go at once";

  @Mixin Answer answer = new Answer();

  @Mixin DeskOptions options = new DeskOptions();

  @Option(names = "--word", paramLabel = "WORD", description = "The word, for a script or a key on the desktop: " + WORD + ".")
  Optional<String> word = Optional.empty();

  @Option(names = "--notice", description = "Sign and publish a notice of compromise first; takes --member.")
  boolean notice;

  @Override
  public Integer call() {
    DeskFolder desk = new DeskFolder(options.folder);
    try {
      desk.read();
    } catch (FormatException e) {
      throw CommandFailure.misused(String.valueOf(e.getMessage()));
    }
    if (!word.orElseGet(PanicCommand::ask).strip().equals(WORD)) {
      throw CommandFailure.misused("nothing was destroyed: the word is " + WORD);
    }
    if (notice) {
      giveNotice();
    }
    try {
      int destroyed = desk.destroyTwice(PanicCommand::pause);
      answer.give(
          Answer.object().put("destroyed", destroyed),
          List.of(destroyed + " files destroyed. A desk that ran here has seen it and ends."
              + " Switch the machine off now all the same: memory may hold more than it forgot."));
      return 0;
    } catch (IOException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(SECOND_ROUND_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the second round comes at once
    }
  }

  private void giveNotice() {
    try (Office office = options.unlocked()) {
      office.giveNotice();
      Instant now = options.clock().instant();
      DeskPlaces places = DeskPlaces.of(office.folder());
      Desk casebook = office.desk(new Desk.Setup(
          Models.standard(Policy.DEFAULT), Policy.DEFAULT, places.gazetteer(), ZoneOffset.UTC, () -> new BulletinId("none")));
      new DeskBoard(office, places, ZoneOffset.UTC).publish(casebook.bulletins(now), now);
    } catch (CommandFailure e) {
      throw e.saying(e.getMessage() + "; " + NOTHING_DESTROYED);
    } catch (IOException | RuntimeException e) {
      // Whatever it was, the first thing to know is that the keys live on.
      throw CommandFailure.failed("the notice could not be published; " + NOTHING_DESTROYED);
    }
  }

  private static String ask() {
    Console console = Optional.ofNullable(System.console()).filter(Console::isTerminal)
        .orElseThrow(() -> CommandFailure.misused("there is no terminal to ask on; add --word " + WORD));
    return Optional.ofNullable(console.readLine("Type %s to destroy the desk's keys: ", WORD)).orElse("");
  }
}
