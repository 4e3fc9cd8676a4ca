package watchword.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.console.Console;
import watchword.console.ConsoleConfig;
import watchword.console.Unlock;
import watchword.drill.Drill;
import watchword.drill.World;
import watchword.drill.WorldSize;
import watchword.seal.Drop;
import watchword.seal.Terms;

/// A question and its answer between two people who never learn of each other: by twelve words on paper, over the real doors.
class A08_RepliesTest {

  private static final Member ANNA = new Member("anna", "grey heron over water");
  private static final String QUESTION = "Which way did the zqkestrelmeadow lorries turn?";
  private static final String CORRECTION = "They were zqlapwingfield buses, not lorries";

  /// Drops are made on this grid; the world's own senders begin an hour later.
  private static final long GRID = Terms.DROP_PERIOD.toSeconds();

  @TempDir Path folder;

  private Instant now = Instant.ofEpochSecond((Instant.now().getEpochSecond() / GRID + 1) * GRID);

  @Test
  void who_kept_the_words_reads_the_question_and_the_desk_reads_the_correction_as_the_same_senders() throws Exception {
    try (Chromium chromium = Chromium.start();
        Drill drill = new Drill(World.seeded(1, new WorldSize(5, 0, 1), now.plus(Duration.ofHours(1))), folder.resolve("machines"), 0, InstantSource.system());
        Console console = Console.open(drill.desk(), config(drill), () -> now)) {
      String words = tells(Phone.open(chromium, drill, ColorScheme.LIGHT));
      minutes(drill, 1);
      Page anna = ANNA.unlock(chromium, console, 1280);
      byte[] before = drop(drill);
      asks(anna);
      minutes(drill, 15);
      assertThat(drop(drill)).as("made anew").isNotEqualTo(before);
      assertThat(new String(drop(drill), StandardCharsets.ISO_8859_1)).doesNotContain("zqkestrelmeadow");

      Page phone = Phone.open(chromium, drill, ColorScheme.DARK).page();
      reads(phone, words);
      corrects(phone);
      minutes(drill, 1);
      hears(anna, console);
      chromium.assertNoComplaints();
      chromium.assertAskedOnly(drill.address(), URI.create("http://127.0.0.1:" + console.port()));
    }
  }

  /// Reports, asks for words, and copies them to paper.
  private static String tells(Phone phone) {
    phone.tapFlood();
    phone.page().fill("#tell-text", "Brown water over the road");
    phone.next();
    phone.next(); // no photo
    phone.send();
    phone.page().click("#tell button:has-text('Show words')");
    phone.page().waitForSelector("#tell ol b");
    List<String> words = phone.page().locator("#tell ol b").allTextContents();
    assertThat(words).hasSize(12);
    return String.join(" ", words);
  }

  private static void asks(Page anna) {
    anna.click("#tabs a:has-text('Verify first')");
    anna.click("#queue a:has-text('Flood near Korvan')");
    anna.click(".reports .read button");
    anna.waitForSelector("bdi.words"); // who has not read a report may not write to its sender
    anna.click("a:has-text('Write to its sender')");
    anna.fill("form.letter textarea", QUESTION);
    anna.click("form.letter button");
    anna.waitForSelector(".flash:has-text('next file')");
  }

  private static void reads(Page phone, String words) {
    phone.click("#tell button:has-text('I have words')");
    phone.fill("#tell-words", words);
    phone.click("#tell .primary");
    phone.waitForSelector("#tell .summary");
    assertThat(phone.locator("#tell .summary").textContent()).isEqualTo(QUESTION);
    assertThat(phone.locator("#tell a")).as("a reply has no links").satisfies(links -> assertThat(links.count()).isZero());
  }

  private static void corrects(Page phone) {
    phone.click("#tell .choice:has-text('Correct')");
    phone.fill("#tell-text", CORRECTION);
    phone.click("#tell .primary");
    phone.waitForSelector("h2:text-is('On our server')");
    assertThat(phone.locator("#tell button:has-text('Show words')").count()).as("who came with words is offered no others").isZero();
  }

  /// Finds one sender in the list, whose report, question and correction hang together.
  private static void hears(Page anna, Console console) {
    anna.navigate("http://127.0.0.1:" + console.port() + "/senders");
    assertThat(anna.locator(".cards .card").count()).isEqualTo(1);
    assertThat(anna.locator(".cards .card").textContent()).contains("Flood near Korvan", "CAME BACK");
    anna.click(".cards .card a");
    assertThat(anna.locator(".letters > li").count()).isEqualTo(2);
    assertThat(anna.locator(".letters").textContent()).contains(QUESTION, "the sender corrected something").doesNotContain(CORRECTION);
    anna.click(".letters button");
    anna.waitForSelector(".letters :text('zqlapwingfield')");
    assertThat(anna.locator(".letters").textContent()).contains(CORRECTION);
  }

  /// As everyone gets it.
  private static byte[] drop(Drill drill) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      byte[] drop = client.send(HttpRequest.newBuilder(drill.address().resolve("/bundle/" + Drop.FILE_NAME)).build(), HttpResponse.BodyHandlers.ofByteArray()).body();
      assertThat(drop).hasSize(Drop.LENGTH);
      return drop;
    }
  }

  private static ConsoleConfig config(Drill drill) {
    return ConsoleConfig.of(0, Drill.DESK_NAME, ZoneOffset.UTC, Unlock.of(Map.of(ANNA.name(), ANNA.passphrase())), drill.kinds(), drill.world().gazetteer());
  }

  private void minutes(Drill drill, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      now = now.plus(Duration.ofMinutes(1));
      drill.minute(now);
    }
  }
}
