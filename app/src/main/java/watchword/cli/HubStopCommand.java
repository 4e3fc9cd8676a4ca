package watchword.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import watchword.desk.Fingerprint;
import watchword.seal.FormatException;
import watchword.seal.RootPublic;
import watchword.seal.StopSheet;

/// `./watchword hub stop`: closes a desk's hub or mirror by its stop sheet, for good.
@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Closes a desk here by its stop sheet, for good: reports are refused, and pages send nothing.",
      "",
      "The sheet must be signed by the root whose keys the board carries. It is put beside the bundles, and closed.html with it;",
      "a running hub takes it within a minute."
    },
    footer = {"", "Example:", "  ./watchword hub stop --board /srv/lorne/board/current --bundles /srv/lorne/bundles --sheet typed.txt"})
final class HubStopCommand implements Callable<Integer> {
  private static final String ROOT = "root.bin";
  private static final String PAGE = "closed.html";

  @Spec CommandSpec spec;

  @Option(names = "--board", paramLabel = "DIR", required = true, description = "The board here: its root.bin says whose sheet it must be.")
  Path board;

  @Option(names = "--bundles", paramLabel = "DIR", required = true, description = "The folder served as /bundle/.")
  Path bundles;

  @Option(names = "--sheet", paramLabel = "FILE", required = true, description = "The stop sheet, typed or scanned.")
  Path sheet;

  @Option(names = "--json", description = "Print one JSON object instead of sentences.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    RootPublic root = root();
    StopSheet valid = valid(root);
    if (!Files.isDirectory(bundles)) {
      throw CommandFailure.misused("--bundles " + bundles + " is not a folder: name the one served as /bundle/");
    }
    put(PAGE, page(valid));
    put(StopSheet.FILE_NAME, valid.text());
    print(valid);
    return 0;
  }

  private RootPublic root() {
    CommandFile file = new CommandFile(board.resolve(ROOT));
    try {
      return RootPublic.parse(file.bytes());
    } catch (FormatException e) {
      throw file.fault(e);
    }
  }

  private StopSheet valid(RootPublic root) {
    try {
      return StopSheet.read(new CommandFile(sheet).bytes(), root);
    } catch (FormatException e) {
      throw CommandFailure.failed(
          "nothing is closed: " + e.getMessage() + "; compare the file with the paper, and its six words with this board's (" + Fingerprint.of(root) + ")");
    }
  }

  private static byte[] page(StopSheet valid) throws IOException {
    try (InputStream in = HubStopCommand.class.getResourceAsStream("/watchword/web/data/" + PAGE)) {
      if (in == null) {
        throw new IllegalStateException("the closed page is not in the jar");
      }
      String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String text = new String(valid.text(), StandardCharsets.US_ASCII);
      return page.replace("{sheet}", text).getBytes(StandardCharsets.UTF_8); // letters, digits, - _ / and blanks: nothing to escape
    }
  }

  /// Puts the whole file there at once: a hub may look at any moment.
  private void put(String name, byte[] content) {
    Path next = bundles.resolve(name + ".new");
    new CommandFile(next).write(content);
    try {
      Files.move(next, bundles.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw CommandFailure.failed(name + " cannot be put into " + bundles + ": check the folder's permissions and the space on its disk");
    }
  }

  private void print(StopSheet valid) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("closed", true);
    object.put("root", valid.words());
    object.put("made", valid.made().date().toString());
    object.put("page", bundles.resolve(PAGE).toString());
    spec.commandLine().getOut().println(json
        ? JsonMapper.builder().build().writeValueAsString(object)
        : "The desk \"" + valid.words() + "\" is closed here: a hub takes this within a minute, pages at once.\n"
            + "For readers without script, put " + bundles.resolve(PAGE) + " in the place of the board's index.html.");
    spec.commandLine().getOut().flush();
  }
}
