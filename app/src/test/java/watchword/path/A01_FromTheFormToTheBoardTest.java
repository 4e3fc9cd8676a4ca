package watchword.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.console.Console;
import watchword.console.ConsoleConfig;
import watchword.console.Unlock;
import watchword.drill.Drill;
import watchword.drill.World;
import watchword.drill.WorldSize;

/// One report, tapped into a phone, is read in a bulletin; the crowd of an invented evening goes the same way beside it.
class A01_FromTheFormToTheBoardTest {

  private static final String MARKER = "zqkestrelmeadow";
  private static final String WORDS = "Brown water stands in the cellar of the " + MARKER + " house";
  private static final String HEADLINE = "Flood near Korvan";
  private static final Member ANNA = new Member("anna", "grey heron over water");
  private static final Member BORIS = new Member("boris", "seven lamps in fog");

  /// The drill's own editors work on every fifth minute; this evening ends before, so that only people act.
  private static final Duration GRID = Duration.ofMinutes(5);

  @TempDir Path folder;

  private Instant now = nextGrid();

  @Test
  void what_a_person_tells_on_a_phone_becomes_a_bulletin_without_a_word_of_theirs() throws Exception {
    try (Chromium chromium = Chromium.start();
        Drill drill = new Drill(World.seeded(1, WorldSize.USUAL, now), folder.resolve("machines"), 0, InstantSource.system());
        Console console = console(drill)) {
      tells(Phone.open(chromium, drill, ColorScheme.LIGHT));
      assertThat(drill.desk().reports()).as("the hub has it, the desk not yet").isZero();
      nextMinute(drill);

      Page anna = ANNA.unlock(chromium, console, 1280);
      opens(anna, "Verify first");
      finds(anna, "PHOTO_LOCATED");
      confirms(anna);
      assertThat(publishes(anna)).contains("another member must agree");
      assertNotOnTheBoard(chromium, drill);

      Page boris = BORIS.unlock(chromium, console, 1280);
      opens(boris, "Waiting");
      finds(boris, "CALL");
      assertThat(publishes(boris)).isEqualTo("CONFIRMED is out.");
      nextMinute(drill);

      reads(chromium.page(360, 740, ColorScheme.DARK), drill);
      reads(chromium.withoutScript(1280, 900), drill);
      assertThat(filesWithWords(drill.board())).isEmpty();
      chromium.assertNoComplaints();
      chromium.assertAskedOnly(drill.address(), URI.create("http://127.0.0.1:" + console.port()));
    }
  }

  private static void tells(Phone phone) {
    phone.tapFlood();
    phone.page().fill("#tell-text", WORDS);
    phone.next();
    phone.next(); // no photo
    assertThat(phone.page().locator("#tell .summary").textContent()).contains("Korvan", WORDS);
    phone.send();
  }

  /// Goes from the queue to the incident and reads what its one sender wrote.
  private static void opens(Page page, String tab) {
    page.click("#tabs a:has-text('" + tab + "')");
    page.click("#queue a:has-text('" + HEADLINE + "')");
    page.waitForSelector("h1:text-is('" + HEADLINE + "')");
    page.click(".reports .read button");
    page.waitForSelector("bdi.words");
    assertThat(page.locator("bdi.words").textContent()).isEqualTo(WORDS);
  }

  private static void finds(Page page, String method) {
    page.click("#key-f");
    page.selectOption("#finding select[name=method]", method);
    page.check("#finding input[value=FOUND]");
    page.click("#finding button");
    page.waitForSelector(".flash.done");
    page.waitForLoadState();
  }

  private static void confirms(Page page) {
    page.click("#key-c");
    page.waitForSelector("text=The records of its sources follow");
    page.waitForLoadState();
  }

  private static String publishes(Page page) {
    page.check("#publish input[value=CONFIRMED]");
    page.selectOption("#publish select[name=could]", "many");
    page.click("#publish button.primary");
    page.waitForSelector(".flash:has-text('wish'), .flash:has-text('is out')");
    page.waitForLoadState();
    return page.locator(".flash").textContent();
  }

  private static void reads(Page reader, Drill drill) {
    reader.navigate(drill.address() + "/");
    reader.click(".bulletin a:text-is('" + HEADLINE + "')");
    reader.waitForSelector("h1:text-is('" + HEADLINE + "')");
    assertThat(reader.locator("main").textContent()).containsIgnoringCase("confirmed").contains("Korvan").doesNotContain(MARKER);
  }

  private void assertNotOnTheBoard(Chromium chromium, Drill drill) throws IOException {
    nextMinute(drill);
    Page reader = chromium.withoutScript(360, 740);
    reader.navigate(drill.address() + "/");
    assertThat(reader.locator("main").textContent()).doesNotContain(HEADLINE);
  }

  private Console console(Drill drill) {
    ConsoleConfig config = ConsoleConfig.of(0, Drill.DESK_NAME, ZoneOffset.UTC, Unlock.of(Map.of(ANNA.name(), ANNA.passphrase(), BORIS.name(), BORIS.passphrase())), drill.kinds(), drill.world().gazetteer());
    return Console.open(drill.desk(), config, () -> now);
  }

  /// The hub ticks, the gate collects over HTTP, the desk opens, the board is made where there is news.
  private void nextMinute(Drill drill) throws IOException {
    now = now.plus(Duration.ofMinutes(1));
    drill.minute(now);
  }

  private static Instant nextGrid() {
    long grid = GRID.toSeconds();
    return Instant.ofEpochSecond((Instant.now().getEpochSecond() / grid + 1) * grid);
  }

  /// Every file of the board, unpacked where it is packed, that holds the marker or the sentence it stood in.
  private static List<String> filesWithWords(Path board) throws IOException {
    try (Stream<Path> files = Files.walk(board.toRealPath())) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).as("a board has many files").hasSizeGreaterThan(20);
      return all.stream().filter(A01_FromTheFormToTheBoardTest::holdsWords).map(Path::toString).toList();
    }
  }

  private static boolean holdsWords(Path file) {
    try (var in = file.toString().endsWith(".gz") ? new GZIPInputStream(Files.newInputStream(file)) : Files.newInputStream(file)) {
      byte[] bytes = in.readAllBytes();
      return Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)
          .map(charset -> new String(bytes, charset))
          .anyMatch(text -> text.contains(MARKER) || text.contains("cellar of the"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
