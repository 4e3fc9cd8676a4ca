package watchword.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.archive.OutlineJson;
import watchword.board.Assets;
import watchword.board.Board;
import watchword.board.BoardInput;
import watchword.board.Minisign;
import watchword.board.PageConfiguration;
import watchword.board.SealerPage;
import watchword.core.bulletin.Bulletin;
import watchword.core.kind.Language;
import watchword.desk.DeskFile;
import watchword.desk.DeskFolder;
import watchword.desk.Fingerprint;
import watchword.desk.Office;
import watchword.seal.Compromise;
import watchword.seal.FormatException;

/// A real desk's board, made in its folder and signed by its board key.
///
/// Without an area the form offers no towns, and pages draw no outline.
final class DeskBoard {

  /// A copy of the board older than this says so.
  private static final Duration FRESH = Duration.ofDays(1);

  private final DeskFile desk;
  private final DeskFolder folder;
  private final DeskPlaces places;
  private final String outline;
  private final Board board;
  private final ZoneOffset zone;
  private final Path courier;
  private Optional<PageConfiguration> offline = Optional.empty();

  DeskBoard(Office office, DeskPlaces places, ZoneOffset zone) throws IOException {
    this.desk = office.file();
    this.folder = office.folder();
    this.places = places;
    this.outline = OutlineJson.write(places.outline());
    this.zone = zone;
    this.courier = office.folder().courier();
    Minisign.Key key = Minisign.Key.of(desk.board().id().toArray(), desk.board().key().raw().toArray());
    this.board = new Board(office.folder().board(), Assets.fromClassPath(), key, office::signBoard, InstantSource.system());
  }

  /// What has to be told first of all, if it has.
  private Optional<Compromise> notice() throws IOException {
    if (!Files.exists(folder.compromise())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Compromise.read(Files.readAllBytes(folder.compromise()), desk.root()));
    } catch (FormatException e) {
      throw new IOException("the notice of compromise in the desk's folder is damaged; move it away", e);
    }
  }

  void publish(List<Bulletin> bulletins, Instant now) throws IOException {
    PageConfiguration configuration = new PageConfiguration(places.gazetteer().towns(), desk.root(), zone);
    Map<Language, String> form = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      form.put(language, configuration.json(language));
    }
    List<String> words = List.of(Fingerprint.of(desk.root()).split(" ", -1));
    board.publish(new BoardInput(
        desk.name(), words, zone, Arrays.asList(Language.values()), form, outline,
        HexFormat.of().formatHex(desk.root().raw()), bulletins.stream().sorted(Comparator.comparing(bulletin -> bulletin.notice().published())).toList(), now, now.plus(FRESH),
        sealer(words), notice()));
  }

  private Optional<String> sealer(List<String> words) throws IOException {
    if (!Files.exists(courier)) {
      return Optional.empty();
    }
    PageConfiguration page = offline.orElseGet(() -> PageConfiguration.offline(places.gazetteer().towns(), places.outline(), desk.root(), zone));
    offline = Optional.of(page);
    return Optional.of(SealerPage.write(desk.name(), words, Arrays.asList(Language.values()), Files.readAllBytes(courier), page));
  }
}
