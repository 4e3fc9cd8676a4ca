package watchword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import watchword.archive.KindsFile;
import watchword.desk.ReportFormat;
import watchword.seal.Bundle;
import watchword.seal.FormatException;
import watchword.seal.RootPublic;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;
import watchword.seal.SignedBundle;

/// `./watchword seal`: a report into a file that only the desk can open.
@Command(
    name = "seal",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Seals a report to a desk's bundle, on any machine, without a network.",
      "",
      "REPORT is the content of spec/report.md, or its JSON object alone; then place, text, figures, photos and mailbox may be left out.",
      "The bundle must be signed by the root and be of today; nothing is written otherwise."
    },
    footer = {"", "Example:", "  ./watchword seal --bundle 2026-11-22.bin --root root.pub report.json -o report.sealed"})
final class SealCommand implements Callable<Integer> {

  @Option(names = "--bundle", paramLabel = "FILE", required = true, description = "The day's bundle, from the hub's /bundle/.")
  Path bundle;

  @Option(names = "--root", paramLabel = "FILE", required = true, description = "The root's public keys: 1,344 bytes.")
  Path root;

  @Option(names = "--lane", paramLabel = "N", description = "Seal to this lane. Drawn by chance if absent, as pages do.")
  Optional<Integer> lane = Optional.empty();

  @Parameters(paramLabel = "REPORT", description = "The report.")
  Path report;

  @Option(names = "-o", paramLabel = "OUT", required = true, description = "Where the sealed file goes.")
  Path out;

  @Mixin Answer answer = new Answer();

  @Override
  public Integer call() throws IOException {
    Bundle verified = bundle(Instant.now());
    byte[] content = new ContentFile(new CommandFile(report), new ReportFormat(KindsFile.builtIn())).content();
    SealedSize size = SealedSize.smallestFor(content.length)
        .orElseThrow(() -> CommandFailure.failed(report + " is too large: 16 MiB is the most; make the photo smaller"));
    int chosen = lane.orElseGet(() -> new SecureRandom().nextInt(verified.lanes()));
    if (chosen < 0 || chosen >= verified.lanes()) {
      throw CommandFailure.misused("--lane must be 0 to " + (verified.lanes() - 1) + ": the bundle has no other");
    }
    new CommandFile(out).write(SealedReport.seal(content, verified, chosen, size));
    print(verified.term().destroyAt(), size);
    return 0;
  }

  private Bundle bundle(Instant now) {
    CommandFile rootFile = new CommandFile(root);
    CommandFile bundleFile = new CommandFile(bundle);
    RootPublic rootPublic;
    try {
      rootPublic = RootPublic.parse(rootFile.bytes());
    } catch (FormatException e) {
      throw rootFile.fault(e);
    }
    try {
      return switch (SignedBundle.parse(bundleFile.bytes()).check(rootPublic, now)) {
        case SignedBundle.Valid valid -> valid.bundle();
        case SignedBundle.Forged _ -> throw CommandFailure.failed(bundle + " is not signed by this root: get both again, from different places");
        case SignedBundle.Expired _ -> throw CommandFailure.failed(bundle + " has run out: get today's from the hub");
        case SignedBundle.NotYet _ -> throw CommandFailure.failed(bundle + " is of a day to come: get today's, or set this machine's clock");
      };
    } catch (FormatException e) {
      throw bundleFile.fault(e);
    }
  }

  private void print(Instant before, SealedSize size) {
    answer.give(
        Answer.object().put("bytes", size.bytes()).put("before", before.toString()),
        List.of("Sealed. It must reach the desk before " + before + "."));
  }
}
