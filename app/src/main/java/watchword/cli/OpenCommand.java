package watchword.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import watchword.seal.FormatException;
import watchword.seal.PrivateKey;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;

/// `./watchword open`: what is in a sealed file, for whoever holds the keys.
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Opens a sealed report with the gate's key and a lane's key of its day.",
      "",
      "Keys are age's, AGE-SECRET-KEY-PQ-1…, one a line, in one file or several. A file from the desk's inbox needs the lane's key alone."
    },
    footer = {"", "Example:", "  ./watchword open --key gate.key --key lane.key report.sealed -o report.txt"})
final class OpenCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Option(names = "--key", paramLabel = "FILE", required = true, description = "Private keys; may be given again.")
  List<Path> keyFiles;

  @Parameters(paramLabel = "SEALED", description = "The sealed file.")
  Path sealed;

  @Option(names = "-o", paramLabel = "OUT", description = "Where the content goes. Printed if absent.")
  Optional<Path> out = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object with the lane and size instead of the content.")
  boolean json;

  /// What the outer layer said, and what the inner one held.
  @SuppressWarnings("ArrayRecordComponent") // only carried, never compared
  private record Opened(Optional<Integer> lane, byte[] content) {}

  @Override
  public Integer call() throws IOException {
    List<PrivateKey> keys = new ArrayList<>();
    keyFiles.forEach(file -> keys.addAll(new CommandFile(file).privateKeys()));
    CommandFile file = new CommandFile(sealed);
    Opened opened;
    try {
      opened = open(file.bytes(), keys);
    } catch (FormatException e) {
      throw file.fault(e);
    } finally {
      keys.forEach(PrivateKey::close);
    }
    print(opened);
    return 0;
  }

  private Opened open(byte[] file, List<PrivateKey> keys) throws FormatException {
    if (SealedSize.ofFile(file.length).isEmpty()) {
      return new Opened(Optional.empty(), inner(file, keys));
    }
    for (PrivateKey key : keys) {
      Optional<SealedReport.Outer> outer = SealedReport.openOuter(file, key);
      if (outer.isPresent()) {
        return new Opened(Optional.of(outer.get().lane()), inner(outer.get().inner(), keys));
      }
    }
    throw CommandFailure.failed("none of the keys opens the outer layer: it takes the gate's key of the day it was sealed");
  }

  private static byte[] inner(byte[] inner, List<PrivateKey> keys) throws FormatException {
    for (PrivateKey key : keys) {
      Optional<byte[]> content = SealedReport.openInner(inner, key);
      if (content.isPresent()) {
        return content.get();
      }
    }
    throw CommandFailure.failed("none of the keys opens the inner layer: it takes the lane's key of the day it was sealed");
  }

  private void print(Opened opened) throws IOException {
    PrintWriter to = spec.commandLine().getOut();
    out.ifPresent(path -> new CommandFile(path).write(opened.content()));
    if (json) {
      ObjectNode object = Answer.object();
      opened.lane().ifPresent(lane -> object.put("lane", lane));
      object.put("bytes", opened.content().length);
      to.println(object);
    } else if (out.isEmpty()) {
      if (!ContentFile.isReport(opened.content())) {
        throw CommandFailure.misused("the file holds a photo: say where it should go with -o");
      }
      to.println(new String(opened.content(), StandardCharsets.UTF_8));
    }
    to.flush();
  }
}
