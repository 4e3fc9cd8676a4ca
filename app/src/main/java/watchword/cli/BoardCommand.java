package watchword.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import watchword.board.BoardCheck;
import watchword.board.BoardVerdict;
import watchword.board.Minisign;

/// `./watchword board`: what readers and mirrors do with a board.
@Command(
    name = "board",
    mixinStandardHelpOptions = true,
    subcommands = BoardCommand.Verify.class,
    description = "Checks copies of a board.",
    footer = {"", "Example:", "  ./watchword board verify --key RWQ… mirror/"})
final class BoardCommand implements Runnable {

  @Spec CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /// `./watchword board verify`: whether a copy is whole, and still to be believed.
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Checks a copy of a board: its signature, every file (pages, scripts, sealer.html), and in a folder nothing more than its files.",
        "",
        "An address is asked for every file that its signed manifest lists, plain and packed as browsers ask for it; what else it serves cannot be seen",
        "from outside. Ask it as its readers do: through Tor, and more than once, for a server may answer some and not others.",
        "",
        "The key is the line that the desk's \"check\" page shows; take it from somewhere else than the copy."
      },
      footer = {"", "Example:", "  ./watchword board verify --key RWQ… mirror/", "  ./watchword board verify --key RWQ… http://127.0.0.1:8080/"})
  static final class Verify implements Callable<Integer> {

    @Parameters(paramLabel = "DIR|ADDRESS", description = "The folder of the copy, or the http address that serves one.")
    String copy;

    @Spec CommandSpec verify;

    @Option(names = "--key", paramLabel = "KEY", required = true, description = "The desk's minisign key, one line.")
    String key;

    @Mixin Answer answer;

    @Override
    public Integer call() {
      return switch (verdict()) {
        case BoardVerdict.Whole whole -> whole(whole, Instant.now());
        case BoardVerdict.Broken broken -> broken(broken);
      };
    }

    private BoardVerdict verdict() {
      Minisign.Key desk;
      try {
        desk = new Minisign.Key(key);
      } catch (IllegalArgumentException e) {
        throw CommandFailure.misused(e.getMessage() + "; copy the whole line that begins with RW");
      }
      return copy.startsWith("http://") || copy.startsWith("https://") ? served(desk) : inFolder(desk);
    }

    private BoardVerdict inFolder(Minisign.Key desk) {
      Path folder = Path.of(copy);
      if (!Files.isDirectory(folder)) {
        throw CommandFailure.misused(copy + " is no folder; name the one that holds manifest.json");
      }
      try {
        return BoardCheck.check(folder, desk);
      } catch (IOException e) {
        throw CommandFailure.failed("the copy cannot be read: check the folder's permissions");
      }
    }

    private BoardVerdict served(Minisign.Key desk) {
      try (Progress _ = Progress.start(verify.commandLine().getErr(), "comparing what is served", 0)) {
        return BoardCheck.check(new URI(copy), desk);
      } catch (URISyntaxException | IllegalArgumentException e) {
        throw CommandFailure.misused(copy + " is no address; write it like http://127.0.0.1:8080/");
      } catch (HttpTimeoutException e) {
        throw CommandFailure.failed(copy + " did not answer to the end within its minute: try again, and through Tor");
      } catch (IOException e) {
        throw CommandFailure.failed(copy + " cannot be asked for its board: check the address and the network, and try again");
      }
    }

    private int whole(BoardVerdict.Whole board, Instant now) {
      boolean old = now.isAfter(board.expires());
      ObjectNode object = Answer.object().put("whole", true).put("old", old).put("desk", board.desk());
      object.put("words", board.root()).put("serial", board.serial()).put("files", board.files());
      object.put("published", board.published().toString()).put("expires", board.expires().toString());
      answer.give(object, List.of(
          "Whole: %s, as \"%s\" signed them at %s.".formatted(Answer.count(board.files(), "file"), board.desk(), toTheSecond(board.published())),
          "The desk's six words: " + board.root() + ".",
          (old ? "It is OLD: it was to be renewed by %s." : "It is good until %s.").formatted(toTheSecond(board.expires()))));
      return old ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private static Instant toTheSecond(Instant time) {
      return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private int broken(BoardVerdict.Broken board) {
      List<String> faults = board.faults().stream().map(BoardVerdict.Fault::sentence).toList();
      ObjectNode object = Answer.object().put("whole", false);
      faults.forEach(object.putArray("faults")::add);
      answer.give(object, faults);
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
