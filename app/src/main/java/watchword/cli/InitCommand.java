package watchword.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import watchword.desk.Fingerprint;
import watchword.desk.Founding;
import watchword.desk.Office;
import watchword.seal.Terms;

/// `./watchword init`: makes a desk, its root and its first member.
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Makes a desk: its root, its first member, three days of keys, and the stop sheet."},
    footer = {"", "Example:", "  ./watchword init --folder /media/desk/lorne --name 'Lorne Watch' --member heron --area BY,LT"})
final class InitCommand implements Callable<Integer> {

  @Mixin DeskOptions options = new DeskOptions();

  @Option(names = "--name", paramLabel = "NAME", required = true, description = "What readers know the desk by.")
  String name = "";

  @Option(names = "--lanes", paramLabel = "N", defaultValue = "1", description = "Groups of members who may each read their share of reports, 1 to 8; default 1.")
  int lanes = 1;

  @Mixin PlacesOptions places = new PlacesOptions();

  @Mixin StopSheetOption stopSheet = new StopSheetOption();

  @Mixin Answer answer = new Answer();

  @Override
  public Integer call() {
    stopSheet.check(answer);
    if (lanes < 1 || lanes > Terms.MAX_LANES) {
      throw CommandFailure.misused("a desk has 1 to 8 lanes");
    }
    PlacesOptions.tell(places.checked(Optional.empty()).own().rejects(), answer.err());
    char[] passphrase = options.newPassphrase("A passphrase for " + options.pseudonym());
    try {
      Founding.Founded founded = Founding.found(options.folder, name, lanes, options.pseudonym(), passphrase, DeskOptions.tools());
      try (Office office = founded.office()) {
        places.store(office.folder());
        new DeskBoard(office, DeskPlaces.of(office.folder()), ZoneOffset.UTC).publish(List.of(), Instant.now());
        tell(office, founded.stopSheet());
      }
      return 0;
    } catch (IOException e) {
      throw CommandFailure.failed("no desk was made in " + options.folder + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw CommandFailure.misused(String.valueOf(e.getMessage()));
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  private void tell(Office office, byte[] sheet) {
    String words = Fingerprint.of(office.file().root());
    List<String> lines = new ArrayList<>(List.of(
        "The desk \"" + office.file().name() + "\" stands in " + options.folder + ". Its words, to be spread where the hub cannot reach:",
        "",
        "  " + words,
        ""));
    lines.addAll(stopSheet.give(sheet));
    lines.addAll(List.of(
        "Next:",
        "  1. copy board/, bundles/ and gate.pub to the hub, and start the hub there",
        "  2. ./watchword desk --folder " + options.folder + " --member " + options.pseudonym() + " --hub http://127.0.0.1:8080",
        "     daily; after three days without it, pages refuse to seal"));
    if (office.file().lanes() == 1) {
      lines.add("One lane: every member can read every report. Lanes limit members, never who captures this machine unlocked.");
    }
    answer.give(
        Answer.object().put("name", office.file().name()).put("words", words).put("lanes", office.file().lanes())
            .put("member", options.pseudonym().name()).put("folder", options.folder.toString()),
        lines);
  }
}
