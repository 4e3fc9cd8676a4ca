package watchword.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import watchword.seal.FormatException;
import watchword.seal.RootPublic;
import watchword.seal.StopSheet;

/// Whether a stop sheet beside the bundles has closed this desk.
///
/// Anyone who can put a file there may bring the sheet; only the root named by the board can have signed it. Once closed
/// it stays closed until a restart without the sheet: nobody can take a sheet back.
final class Closing {
  /// The root's public keys as the board carries them (spec/publication.md, "Files").
  private static final String ROOT = "root.bin";

  /// Where pages ask for the sheet.
  static final StaticFile.Name NOTICE = new StaticFile.Name("/bundle/" + StopSheet.FILE_NAME);

  private final Path sheet;
  private final Path root;
  private final StaticFiles notice;
  private volatile boolean closed;
  private String said = "";
  private Optional<String> news = Optional.empty();

  Closing(HubConfig config) {
    sheet = config.bundles().resolve(StopSheet.FILE_NAME);
    root = config.board().resolve(ROOT);
    notice = StaticFiles.stopSheet(config.bundles());
  }

  /// Says whether reports are refused and bundles are no longer served.
  boolean isClosed() {
    return closed;
  }

  /// Returns what is served in the place of bundles.
  StaticFiles notice() {
    return notice;
  }

  /// Looks for the sheet once: at the start and at each tick.
  synchronized void look() {
    if (closed) {
      return;
    }
    try {
      Optional<byte[]> text = read(sheet, StopSheet.MOST_BYTES);
      if (text.isEmpty()) {
        said = "";
        return;
      }
      RootPublic signer = RootPublic.parse(read(root, RootPublic.LENGTH)
          .orElseThrow(() -> new FormatException("the board has no " + ROOT + " to check it by")));
      StopSheet valid = StopSheet.read(text.get(), signer);
      closed = true;
      say("The stop sheet made on " + valid.made().date() + " is the desk's: this hub takes no reports any more.");
    } catch (FormatException | IOException e) {
      say(StopSheet.FILE_NAME + " beside the bundles closes nothing: " + e.getMessage());
    }
  }

  /// Returns what the operator should hear and has not heard yet.
  synchronized Optional<String> news() {
    Optional<String> sentence = news;
    news = Optional.empty();
    return sentence;
  }

  private void say(String sentence) {
    if (!sentence.equals(said)) {
      said = sentence;
      news = Optional.of(sentence);
    }
  }

  /// Reads one byte more than allowed at most, which is enough to be refused; a folder or a pipe is no file.
  private static Optional<byte[]> read(Path file, int most) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream content = Files.newInputStream(file)) {
      return Optional.of(content.readNBytes(most + 1));
    } catch (NoSuchFileException _) {
      return Optional.empty(); // taken away between the two looks
    }
  }
}
