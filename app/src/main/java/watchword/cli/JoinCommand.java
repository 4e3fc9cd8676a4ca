package watchword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import watchword.desk.Office;
import watchword.member.Admission;
import watchword.member.Invitation;
import watchword.member.JoinRequest;
import watchword.member.MemberKey;
import watchword.seal.FormatException;

/// `./watchword join`: first a newcomer's request, then, at the desk, their admission.
@Command(
    name = "join",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = {JoinCommand.Request.class, JoinCommand.Admit.class},
    description = {"Joins a desk in two steps: a request made by the newcomer, and admission at the desk with an invitation for it."},
    footer = {
      "",
      "Example:",
      "  ./watchword join request --name wren --key wren.key --out wren.request",
      "  ./watchword join admit --folder DESK --member heron --request wren.request --invitation wren.invitation --key wren.key"
    })
final class JoinCommand implements Runnable {

  @Spec CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /// The newcomer's step, on a machine of their own.
  @Command(name = "request", mixinStandardHelpOptions = true, description = "Makes a key under a passphrase, and the request for it, which holds no secret.",
      footer = {"", "Example:", "  ./watchword join request --name wren --key wren.key --out wren.request"})
  static final class Request implements Callable<Integer> {

    @Mixin Answer answer = new Answer();

    @Option(names = "--name", paramLabel = "PSEUDONYM", required = true, description = "How the desk calls you: never your own name.")
    String name = "";

    @Option(names = "--key", paramLabel = "FILE", required = true, description = "Where to write your key file.")
    Path key = Path.of("key");

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to write the request.")
    Path out = Path.of("request");

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Read the passphrase from the first line of a file; for scripts.")
    Optional<Path> passphraseFile = Optional.empty();

    @Override
    public Integer call() {
      DeskOptions.requireFree(key);
      DeskOptions.requireFree(out);
      DeskOptions options = new DeskOptions();
      options.passphraseFile = passphraseFile;
      try (MemberKey made = MemberKey.generate(DeskOptions.pseudonym(name), new SecureRandom())) {
        char[] passphrase = options.newPassphrase("A passphrase for " + name);
        DeskOptions.write(key, made.lock(passphrase));
        Arrays.fill(passphrase, '\0');
        DeskOptions.write(out, JoinRequest.of(made).write());
      }
      answer.give(
          Answer.object().put("member", name).put("key", key.toString()).put("request", out.toString()),
          List.of("Give " + out + " to a member, and bring " + key + " to the desk's machine yourself. Keep the passphrase in your head."));
      return 0;
    }
  }

  /// The desk's step.
  @Command(name = "admit", mixinStandardHelpOptions = true, sortOptions = false, description = "Admits the device of a request, if its invitation holds.",
      footer = {"", "Example:", "  ./watchword join admit --folder DESK --member heron --request wren.request --invitation wren.invitation --key wren.key"})
  static final class Admit implements Callable<Integer> {

    @Mixin DeskOptions options = new DeskOptions();

    @Mixin StopSheetOption stopSheet = new StopSheetOption();

    @Mixin Answer answer = new Answer();

    @Option(names = "--request", paramLabel = "FILE", required = true, description = "The newcomer's request.")
    Path request = Path.of("request");

    @Option(names = "--invitation", paramLabel = "FILE", required = true, description = "The invitation for it.")
    Path invitation = Path.of("invitation");

    @Option(names = "--key", paramLabel = "FILE", required = true, description = "The newcomer's key file, still under their passphrase.")
    Path key = Path.of("key");

    @Override
    public Integer call() throws IOException {
      stopSheet.check(answer);
      try (Office office = options.unlocked()) {
        JoinRequest asked = JoinRequest.read(DeskOptions.bytes(request));
        byte[] keyFile = DeskOptions.bytes(key);
        return switch (office.admit(Invitation.read(DeskOptions.bytes(invitation)), asked)) {
          case Admission.Refused refused -> throw CommandFailure.failed("not admitted: " + sentence(refused.reason()));
          case Admission.Admitted admitted -> {
            DeskOptions.write(office.folder().keyFile(asked.pseudonym(), asked.device()), keyFile);
            String name = admitted.member().pseudonym().name();
            List<String> lines = new ArrayList<>(List.of(name + " is a member, and reads from now on. Remove " + key + " where it came from."));
            lines.addAll(stopSheet.give(office.stopSheet()));
            answer.give(Answer.object().put("admitted", name), lines);
            yield 0;
          }
        };
      } catch (FormatException e) {
        throw CommandFailure.failed(String.valueOf(e.getMessage()));
      } catch (IllegalArgumentException e) {
        throw CommandFailure.misused(String.valueOf(e.getMessage()));
      }
    }

    private static String sentence(Admission.Reason reason) {
      return switch (reason) {
        case WAITING -> "nobody can countersign, so the invitation begins to hold 24 hours after it was made; come back then";
        case NOT_COUNTERSIGNED -> "another editor must countersign the invitation first (invite --countersign)";
        case EXPIRED -> "the invitation is dead after its 24 hours; make a new one";
        case SPENT -> "the invitation was used; make a new one";
        case OTHER_REQUEST -> "the invitation is for another device";
        case COUNTERSIGNATURE_DOES_NOT_COUNT -> "who countersigned is no other editor of seven days, or did so too late; let another countersign";
        case FORGED -> "a signature in the invitation does not hold; make a new one";
        case INVITER_IS_NO_EDITOR -> "who made the invitation is no editor of this desk now; let an editor make one";
        case NAME_TAKEN -> "another member has that pseudonym; make a request with another, or invite it as a --device of theirs";
        case NO_SUCH_MEMBER -> "the invitation is for another device of a member, and no member has that pseudonym";
        case KEY_KNOWN -> "a key of that device is a member's already; make a new request";
        case LANE_NOT_HELD -> "the inviter gives a lane they do not have; name lanes of theirs with --lanes";
      };
    }
  }
}
