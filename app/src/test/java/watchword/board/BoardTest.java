package watchword.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.board.BoardVerdict.Broken;
import watchword.board.BoardVerdict.Fault;
import watchword.board.BoardVerdict.Whole;
import watchword.core.bulletin.Basis;
import watchword.core.bulletin.Likelihood;
import watchword.core.bulletin.Status;

/// Publishing, switching, and checking a copy.
class BoardTest {

  private static final int MINUTES = 200;
  private static final int VERSIONS_SEEN = 4;

  @TempDir Path folder;

  private final Lorne.BoardKey key = Lorne.BoardKey.generate();
  private Instant clock = Instant.parse("2026-11-22T13:45:10Z");
  private Path home = Path.of("set before each test");
  private Board board;

  @BeforeEach
  void aHome() {
    home = folder.resolve("home");
    board = board(home);
  }

  @Test
  void a_published_board_is_whole_for_us_and_for_stock_minisign() throws Exception {
    Publication publication = board.publish(Lorne.night().board());
    assertThat(BoardCheck.check(board.current(), key.key())).isInstanceOfSatisfying(Whole.class, whole -> {
      assertThat(whole.serial()).isEqualTo(1);
      assertThat(whole.files()).isEqualTo(publication.files());
      assertThat(whole.root()).isEqualTo("harbor violin candle orbit meadow salt");
    });
    Process minisign = new ProcessBuilder("minisign", "-V", "-p", "minisign.pub", "-m", "manifest.json")
        .directory(board.current().toFile()).redirectErrorStream(true).start();
    String said = new String(minisign.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(minisign.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(minisign.exitValue()).as(said).isZero();
    assertThat(said).contains("watchword.publication/1 serial 1 published 2026-11-22T13:45:00Z");
  }

  @Test
  void pages_are_html_to_an_html_parser_too() throws Exception {
    board.publish(Lorne.night().board());
    for (String page : List.of("index.html", "b/fire.html", "b/attack.html", "be/b/vote.html", "check.html", "lt/corrections.html")) {
      Process xmllint = new ProcessBuilder("xmllint", "--html", "--noout", page)
          .directory(board.current().toFile()).redirectErrorStream(true).start();
      String said = new String(xmllint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      // xmllint knows HTML 4: the elements of HTML 5 are all it may complain about.
      assertThat(said.lines().filter(line -> line.contains("error")).filter(line -> !line.contains("Tag ")).toList()).as(page).isEmpty();
    }
  }

  @Test
  void the_same_input_gives_the_same_bytes() throws Exception {
    board.publish(Lorne.night().board());
    Board again = board(folder.resolve("again"));
    again.publish(Lorne.night().board());
    assertThat(hashes(again.current())).isEqualTo(hashes(board.current()));
  }

  @Test
  void a_new_bulletin_writes_only_what_it_changes_and_links_the_rest() throws Exception {
    board.publish(Lorne.night().board());
    Path before = board.current().toRealPath();
    Lorne later = Lorne.night().update("power", Status.CONFIRMED, 0, 600, Basis.CHECKED_TWICE, "", Likelihood.ALMOST_CERTAIN);
    Publication second = board.publish(later.boardAt(Lorne.NOW.plus(Duration.ofMinutes(15))));
    Set<String> changed = new TreeSet<>();
    for (String path : hashes(board.current()).keySet()) {
      if (!Files.isSameFile(board.current().resolve(path), before.resolve(path))) {
        changed.add(path);
      }
    }
    assertThat(changed).contains("index.html", "b/power.html", "be/b/power.html", "manifest.json").doesNotContain("b/column.html", "check.html", "corrections.html");
    assertThat(changed.stream().filter(path -> !path.endsWith(".gz"))).hasSize(second.written());
    assertThat(BoardCheck.check(board.current(), key.key())).isInstanceOf(Whole.class);
  }

  @Test
  void each_manifest_names_the_one_before() throws Exception {
    Publication first = board.publish(Lorne.night().board());
    Publication second = board(home).publish(Lorne.night().board());
    assertThat(second.serial()).isEqualTo(2);
    assertThat(Files.readString(board.current().resolve("manifest.json"))).contains("\"previous\":\"" + first.manifestHash() + "\"");
  }

  @Test
  void readers_are_switched_by_a_link_and_the_version_before_stays_a_minute() throws Exception {
    Path first = board.publish(Lorne.night().board()).folder();
    assertThat(Files.isSymbolicLink(board.current())).isTrue();
    Path second = board.publish(Lorne.night().board()).folder();
    assertThat(board.current().toRealPath()).isEqualTo(second.toRealPath());
    clock = clock.plusSeconds(59);
    board.publish(Lorne.night().board());
    assertThat(first).exists();
    clock = clock.plusSeconds(61);
    Path last = board.publish(Lorne.night().board()).folder();
    assertThat(first).doesNotExist();
    assertThat(second).doesNotExist();
    assertThat(last).exists();
  }

  /// The link leads to a finished folder at any moment, and nothing is ever written into one that a link has led to.
  @Test
  void a_reader_at_any_moment_sees_one_whole_version() throws Exception {
    board.publish(Lorne.night().board());
    AtomicBoolean done = new AtomicBoolean();
    Set<Long> serials = new ConcurrentSkipListSet<>();
    try (ExecutorService readers = Executors.newSingleThreadExecutor()) {
      Future<Boolean> reader = readers.submit(() -> {
        boolean whole = true;
        while (whole && !done.get()) {
          BoardVerdict verdict = BoardCheck.check(board.current().toRealPath(), key.key());
          whole = verdict instanceof Whole seen && (serials.add(seen.serial()) || seen.files() > 0);
        }
        return whole;
      });
      for (int minute = 1; minute <= MINUTES && serials.size() < VERSIONS_SEEN && !reader.isDone(); minute++) {
        board.publish(Lorne.night().boardAt(Lorne.NOW.plus(Duration.ofMinutes(minute))));
      }
      done.set(true);
      assertThat(reader.get()).as("every version seen was whole").isTrue();
    }
    assertThat(serials).as("versions seen while others were made").hasSizeGreaterThanOrEqualTo(VERSIONS_SEEN);
  }

  @Test
  void a_publication_that_breaks_off_before_its_switch_leaves_readers_where_they_were() throws Exception {
    Path first = board.publish(Lorne.night().board()).folder();
    Path inTheWay = Files.createDirectories(home.resolve("current.next/held"));
    BoardInput later = Lorne.night().boardAt(Lorne.NOW.plusSeconds(900));
    assertThatThrownBy(() -> board.publish(later)).isInstanceOf(IOException.class);

    assertThat(board.current().toRealPath()).isEqualTo(first.toRealPath());
    assertThat(BoardCheck.check(board.current(), key.key()))
        .isInstanceOfSatisfying(Whole.class, whole -> assertThat(whole.serial()).isEqualTo(1));
    Files.delete(inTheWay);
    assertThat(board.publish(Lorne.night().board()).serial()).as("what was half made is made again").isEqualTo(2);
    assertThat(BoardCheck.check(board.current(), key.key())).isInstanceOf(Whole.class);
  }

  @Test
  void versions_left_by_an_earlier_run_are_removed_too() throws Exception {
    Path first = board.publish(Lorne.night().board()).folder();
    board.publish(Lorne.night().board());
    Files.createDirectories(home.resolve("building/half"));
    Board restarted = board(home);
    restarted.publish(Lorne.night().board());
    clock = clock.plusSeconds(60);
    restarted.publish(Lorne.night().board());
    assertThat(first).doesNotExist();
    assertThat(home.resolve("building")).doesNotExist();
  }

  @Test
  void file_times_tell_nothing_and_each_version_has_a_folder_time_of_its_own() throws Exception {
    FileTime one = Files.getLastModifiedTime(board.publish(Lorne.night().board()).folder());
    Path second = board.publish(Lorne.night().board()).folder();
    assertThat(Files.getLastModifiedTime(second)).isNotEqualTo(one);
    try (Stream<Path> all = Files.walk(second)) {
      assertThat(all.filter(path -> !path.equals(second)).map(BoardTest::time).distinct()).hasSize(1);
    }
  }

  @Test
  void a_damaged_manifest_stops_publishing_with_a_sentence() throws Exception {
    board.publish(Lorne.night().board());
    Files.writeString(board.current().resolve("manifest.json"), "{}");
    assertThatThrownBy(() -> board.publish(Lorne.night().board())).isInstanceOf(IOException.class).hasMessageContaining("move that folder away");
  }

  @Test
  void a_copy_with_a_changed_missing_or_added_file_is_broken_and_says_where() throws Exception {
    Path copy = copy();
    Files.writeString(copy.resolve("b/fire.html"), "<p>Fire near Sulvan</p>");
    Files.delete(copy.resolve("now.txt"));
    Files.writeString(copy.resolve("b/planted.html"), "planted");
    Files.write(copy.resolve("index.html.gz"), Files.readAllBytes(copy.resolve("check.html.gz")));
    Files.writeString(copy.resolve("manifest.json.gz"), "planted");
    Files.createSymbolicLink(copy.resolve("link.html"), Path.of("index.html"));
    assertThat(faults(copy)).containsExactlyInAnyOrder(
        "b/fire.html is not the file that was signed",
        "now.txt is missing",
        "now.txt.gz does not belong to this board",
        "b/planted.html does not belong to this board",
        "index.html is not the file that was signed in its packed form (.gz), which browsers ask for",
        "manifest.json is not the file that was signed in its packed form (.gz), which browsers ask for",
        "link.html does not belong to this board");
  }

  @Test
  void a_copy_without_twins_is_whole() throws Exception {
    Path copy = copy();
    try (Stream<Path> all = Files.walk(copy)) {
      for (Path twin : all.filter(path -> path.toString().endsWith(".gz")).toList()) {
        Files.delete(twin);
      }
    }
    assertThat(BoardCheck.check(copy, key.key())).isInstanceOf(Whole.class);
  }

  @Test
  void a_manifest_changed_unsigned_or_signed_by_another_is_refused_before_it_is_read() throws Exception {
    Path copy = copy();
    assertThat(BoardCheck.check(copy, Lorne.BoardKey.generate().key())).isEqualTo(new Broken(List.of(new Fault.BadSignature())));
    Files.writeString(copy.resolve("manifest.json"), Files.readString(copy.resolve("manifest.json")).replace("\"serial\":1", "\"serial\":2"));
    assertThat(BoardCheck.check(copy, key.key())).isEqualTo(new Broken(List.of(new Fault.BadSignature())));
    Files.delete(copy.resolve("manifest.json.minisig"));
    assertThat(BoardCheck.check(copy, key.key())).isEqualTo(new Broken(List.of(new Fault.Missing("manifest.json.minisig"))));
  }

  @Test
  void a_manifest_has_one_spelling() throws Exception {
    String text = Files.readString(copy().resolve("manifest.json"));
    assertThat(Manifest.parse(text).write()).isEqualTo(text);
    for (String other : List.of(text.replace("{\"format\"", "{ \"format\""), text + "\n", text.replace("\"serial\":1", "\"serial\":\"1\""),
        text.replace("b/fire.html", "../fire.html"), text.replace("publication/1", "publication/2"), "[]", "")) {
      assertThatThrownBy(() -> Manifest.parse(other)).as(other.substring(0, Math.min(40, other.length()))).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private Board board(Path where) {
    try {
      return new Board(where, Lorne.assets(folder.resolve("assets")), key.key(), key.signer(), () -> clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path copy() throws IOException {
    board.publish(Lorne.night().board());
    Path from = board.current().toRealPath();
    Path to = folder.resolve("copy");
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)), LinkOption.NOFOLLOW_LINKS);
      }
    }
    return to;
  }

  private List<String> faults(Path copy) throws IOException {
    return ((Broken) BoardCheck.check(copy, key.key())).faults().stream().map(Fault::sentence).toList();
  }

  private static Map<String, String> hashes(Path site) throws IOException {
    Path real = site.toRealPath();
    try (Stream<Path> all = Files.walk(real)) {
      return new TreeMap<>(all.filter(Files::isRegularFile).collect(Collectors.toMap(path -> real.relativize(path).toString(), BoardTest::hash)));
    }
  }

  private static String hash(Path file) {
    try {
      return Manifest.hash(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime time(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
