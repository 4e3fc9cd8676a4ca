package watchword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchword.desk.Office;
import watchword.member.Consent;
import watchword.member.Invitation;
import watchword.member.JoinRequest;
import watchword.member.Pseudonym;
import watchword.member.Role;
import watchword.seal.FormatException;

/// `./watchword invite`: a member's word that a device may join, another's consent, or an end to it.
@Command(
    name = "invite",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Invites the device of a join request, countersigns another member's invitation or stops one, revokes a member, or restores one.",
      "",
      "An invitation serves one device, once, within 24 hours, and opens nothing. The desk must be stopped meanwhile;",
      "to revoke or restore beside a running desk, use the page Members of its console."
    },
    footer = {
      "",
      "Example:",
      "  ./watchword invite --folder DESK --member heron --request wren.request --out wren.invitation",
      "  ./watchword invite --folder DESK --member rook --countersign wren.invitation --out wren.countersigned",
      "  ./watchword invite --folder DESK --member heron --revoke wren",
      "  ./watchword invite --folder DESK --member heron --revoke wren --lost",
      "  ./watchword invite --folder DESK --member rook --restore wren"
    })
final class InviteCommand implements Callable<Integer> {

  @Mixin DeskOptions options = new DeskOptions();

  @Mixin Answer answer = new Answer();

  @ArgGroup(multiplicity = "1")
  What what = new What();

  @Option(names = "--out", paramLabel = "FILE", description = "Where to write the invitation.")
  Optional<Path> out = Optional.empty();

  @Option(names = "--lanes", paramLabel = "0,1", split = ",", description = "Lanes of the newcomer; all of the desk's if absent.")
  Set<Integer> lanes = Set.of();

  @Option(names = "--reader", description = "The newcomer reads and notes, and has no vote.")
  boolean reader;

  @Option(names = "--device", description = "Another device of someone who is a member.")
  boolean device;

  @Option(names = "--lost", description = "With --revoke: a device of theirs was lost unlocked. Readers are told which days' reports may be read.")
  boolean lost;

  /// One of five acts.
  static final class What {
    @Option(names = "--request", paramLabel = "FILE", description = "Invite the device of this join request.")
    Optional<Path> request = Optional.empty();

    @Option(names = "--countersign", paramLabel = "FILE", description = "Consent to this invitation.")
    Optional<Path> countersign = Optional.empty();

    @Option(names = "--revoke", paramLabel = "PSEUDONYM", description = "Suspend a member, with all devices; a second member's word, or 24 hours, makes it final.")
    Optional<String> revoke = Optional.empty();

    @Option(names = "--restore", paramLabel = "PSEUDONYM", description = "Take a suspended member back.")
    Optional<String> restore = Optional.empty();

    @Option(names = "--stop", paramLabel = "FILE", description = "Stop this invitation for good; any member may, while it waits.")
    Optional<Path> stop = Optional.empty();
  }

  @Override
  public Integer call() throws IOException {
    if (what.request.isPresent() || what.countersign.isPresent()) {
      DeskOptions.requireFree(out.orElseThrow(() -> CommandFailure.misused("name the file to write: --out FILE")));
    }
    if (lost && what.revoke.isEmpty()) {
      throw CommandFailure.misused("--lost goes with --revoke PSEUDONYM");
    }
    try (Office office = options.unlocked()) {
      if (what.revoke.isPresent()) {
        revoke(office, DeskOptions.pseudonym(what.revoke.get()));
      } else if (what.restore.isPresent()) {
        restore(office, DeskOptions.pseudonym(what.restore.get()));
      } else if (what.stop.isPresent()) {
        stop(office, Invitation.read(DeskOptions.bytes(what.stop.get())));
      } else if (what.countersign.isPresent()) {
        Invitation invitation = Invitation.read(DeskOptions.bytes(what.countersign.get()));
        write(office, consented(office, office.countersign(options.pseudonym(), invitation)));
      } else {
        JoinRequest request = JoinRequest.read(DeskOptions.bytes(what.request.orElseThrow()));
        write(office, office.invite(options.pseudonym(), request, purpose(office)));
      }
      return 0;
    } catch (FormatException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.misused(String.valueOf(e.getMessage()));
    }
  }

  private Invitation.Purpose purpose(Office office) {
    if (device) {
      return new Invitation.NewDevice();
    }
    Set<Integer> all = new TreeSet<>();
    for (int lane = 0; lane < office.file().lanes(); lane++) {
      all.add(lane);
    }
    return new Invitation.Newcomer(reader ? Role.READER : Role.EDITOR, lanes.isEmpty() ? all : lanes);
  }

  /// Says at once, and not a day later at the admission, that a countersignature will not count.
  private Invitation consented(Office office, Invitation invitation) {
    if (office.members().consent(invitation, options.clock().instant()) != Consent.NOBODYS) {
      throw CommandFailure.failed(options.pseudonym() + " cannot countersign this invitation: it takes another editor"
          + " than its inviter, one for seven days, within 24 hours of its making; nothing was written");
    }
    return invitation;
  }

  private void write(Office office, Invitation invitation) {
    Path file = out.orElseThrow();
    DeskOptions.write(file, invitation.write());
    answer.give(
        Answer.object().put("invitation", file.toString()).put("issued", invitation.issued().toString()).put("countersigned", invitation.countersignature().isPresent()),
        List.of(
            "Invitation written to " + file + ". It opens nothing, and serves that one device, once.",
            sentence(office.members().consent(invitation, options.clock().instant()), invitation)));
  }

  private static String sentence(Consent consent, Invitation invitation) {
    Instant issued = invitation.issued();
    Instant consented = invitation.countersignature().map(Invitation.Countersignature::time).orElse(issued);
    return switch (consent) {
      case NOBODYS -> "It holds at once, until " + consented.plus(Invitation.LIFE) + ": join admit is next.";
      case ANOTHER_EDITORS, ANOTHERS_THAN_WHOSE_IT_HAS -> "Another editor, one for seven days, countersigns it before "
          + issued.plus(Invitation.LIFE) + " (invite --countersign); then join admit.";
      case A_DAYS_WAIT -> "No other editor has been one for seven days: it holds from "
          + issued.plus(Invitation.WAIT) + " until " + issued.plus(Invitation.WAIT).plus(Invitation.LIFE) + ".";
    };
  }

  private void revoke(Office office, Pseudonym name) {
    if (lost) {
      int days = office.giveNotice(options.pseudonym(), name).days().size();
      answer.err().println("A signed notice names " + Answer.count(days, "day") + ". Start the desk, so that the board carries it, and copy board/ to the hub and every mirror now.");
    }
    if (office.revoke(options.pseudonym(), name)) {
      answer.give(
          Answer.object().put("revoked", name.name()),
          List.of(name + " is no member any more, and their shares are gone. If the root may be known too, use the stop sheet."));
      return;
    }
    Instant end = office.members().suspended().stream().filter(one -> one.member().pseudonym().equals(name)).findFirst().orElseThrow().end();
    answer.give(
        Answer.object().put("suspended", name.name()).put("final", end.toString()),
        List.of(
            name + " unlocks nothing from now on: the desk's keys are taken from them, and those published ahead replaced.",
            "Copy bundles/ to the hub now. It is final at " + end + ", or when another editor runs the same command and both of you"
                + " have been members for seven days; until then any member may stop it:",
            "  ./watchword invite --folder " + options.folder + " --member PSEUDONYM --restore " + name,
            "What their device opened before may have been kept; if the root may be known too, use the stop sheet."));
  }

  private void stop(Office office, Invitation invitation) {
    office.stop(options.pseudonym(), invitation);
    answer.give(
        Answer.object().put("stopped", true),
        List.of("The invitation is stopped: it admits nobody, and the journal says that " + options.pseudonym() + " stopped it."));
  }

  private void restore(Office office, Pseudonym name) {
    office.restore(options.pseudonym(), name);
    answer.give(Answer.object().put("restored", name.name()), List.of(name + " is a member as before."));
  }
}
