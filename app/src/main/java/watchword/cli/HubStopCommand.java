package watchword.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
      "The sheet must be signed by the root whose keys the board carries. It is put beside the bundles, where a running hub",
      "finds it within a minute, and shown in the place of the board's front pages, for readers without script."
    },
    footer = {"", "Example:", "  ./watchword hub stop --board /srv/lorne/board/current --bundles /srv/lorne/bundles --sheet typed.txt"})
final class HubStopCommand implements Callable<Integer> {
  private static final String ROOT = "root.bin";
  private static final String FRONT_PAGE = "index.html";

  @Option(names = "--board", paramLabel = "DIR", required = true,
      description = "The board here: its root.bin says whose sheet it must be.")
  Path board;

  @Option(names = "--bundles", paramLabel = "DIR", required = true, description = "The folder served as /bundle/.")
  Path bundles;

  @Option(names = "--sheet", paramLabel = "FILE", required = true, description = "The stop sheet, typed or scanned.")
  Path sheet;

  @Mixin Answer answer = new Answer();

  @Override
  public Integer call() throws IOException {
    RootPublic root = root();
    StopSheet valid = valid(root);
    if (!Files.isDirectory(bundles)) {
      throw CommandFailure.misused("--bundles " + bundles + " is not a folder: name the one served as /bundle/");
    }
    put(bundles.resolve(StopSheet.FILE_NAME), valid.text());
    print(valid, replaceFrontPages(page(valid)));
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
          "nothing is closed: " + e.getMessage() + "; compare the file with the paper, and its six words with this board's ("
              + Fingerprint.of(root) + ")");
    }
  }

  private static String page(StopSheet valid) throws IOException {
    try (InputStream in = HubStopCommand.class.getResourceAsStream("/watchword/web/data/closed.html")) {
      if (in == null) {
        throw new IllegalStateException("the closed page is not in the jar");
      }
      String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String text = new String(valid.text(), StandardCharsets.US_ASCII);
      return page.replace("{sheet}", text); // letters, digits, - _ / and blanks: nothing to escape
    }
  }

  /// Replaces the front page of every language, the top folder's last: a hub looks at the board again when that one changes.
  private int replaceFrontPages(String page) throws IOException {
    List<Path> languages;
    try (Stream<Path> inside = Files.list(board)) {
      languages = inside.map(folder -> folder.resolve(FRONT_PAGE)).filter(Files::isRegularFile).toList();
    }
    for (Path front : languages) {
      replace(front, page.replace("\"assets/", "\"../assets/"));
    }
    Path top = board.resolve(FRONT_PAGE);
    if (!Files.isRegularFile(top)) {
      return languages.size();
    }
    replace(top, page);
    return languages.size() + 1;
  }

  /// Takes away the packed twin too, which a server would go on sending.
  private static void replace(Path front, String page) throws IOException {
    Files.deleteIfExists(front.resolveSibling(FRONT_PAGE + ".gz"));
    put(front, page.getBytes(StandardCharsets.UTF_8));
  }

  /// Puts the whole file there at once: a hub may look at any moment.
  private static void put(Path file, byte[] content) {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    new CommandFile(next).write(content);
    try {
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw CommandFailure.failed(file + " cannot be written: check its folder's permissions and the space on its disk");
    }
  }

  private void print(StopSheet valid, int frontPages) {
    answer.give(
        Answer.object().put("closed", true).put("root", valid.words()).put("made", valid.made().date().toString()).put("frontPages", frontPages),
        List.of("The desk \"" + valid.words() + "\" is closed here: " + frontPages
            + " front pages say so, and a running hub takes no reports from the next minute on."));
  }
}
