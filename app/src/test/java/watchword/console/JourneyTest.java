package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import watchword.core.corroboration.Verdict;
import watchword.core.report.Channel;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;
import watchword.desk.Case;
import watchword.desk.Desk;
import watchword.desk.Entry;
import watchword.path.Chromium;

/// An editor's evening in the system's own Chromium; skipped, visibly, where there is none.
class JourneyTest {

  private static final Path PICTURES = Path.of("target", "look");

  @Test
  void a_tired_editor_works_the_queue_by_keys_alone() {
    try (Chromium chromium = Chromium.start(); Evening evening = new Evening(0)) {
      Case hostile = hostile(evening);
      Page page = chromium.page(1280, 900, ColorScheme.LIGHT);
      unlock(page, evening);
      readsWithKeys(page, evening);
      readsHostileWords(page, evening, hostile);
      keepsItsPlaceWhileTheQueueIsRefreshed(page);
      pictures(chromium, evening);
      page.keyboard().press("l");
      page.waitForURL("**/unlock");
      chromium.assertNoComplaints();
    }
  }

  private static void readsWithKeys(Page page, Evening evening) {
    String second = Queue.of(evening.desk, Evening.MEMBER, evening.now()).in(Tab.VERIFY).get(1).id().value();
    page.keyboard().press("j");
    page.keyboard().press("o");
    page.waitForURL(url -> url.contains("/incident?id=" + second));
    page.keyboard().press("f");
    assertThat(page.evaluate("document.activeElement.name")).isEqualTo("method");
    page.keyboard().press("Tab");
    page.keyboard().press("Space");
    page.keyboard().press("Enter");
    page.waitForSelector(".flash.done");
    page.waitForLoadState();
    assertThat(evening.ledger.last()).isInstanceOf(Entry.Found.class);
    page.keyboard().press("i");
    assertThat(page.evaluate("document.activeElement.closest('details').id + ' ' + document.activeElement.name")).isEqualTo("series other");
    page.keyboard().press("Escape");
    judgesWith(page, evening, "c", Verdict.Truth.CONFIRMED);
    judgesWith(page, evening, "r", Verdict.Truth.REFUTED);
    judgesWith(page, evening, "u", Verdict.Truth.UNVERIFIABLE);
    page.keyboard().press("?");
    assertThat(page.locator("#keys").isVisible()).isTrue();
    assertThat(page.locator("#keys kbd").allTextContents()).contains("c", "r", "u");
    page.keyboard().press("Escape");
    assertThat(page.locator("#keys").isVisible()).isFalse();
  }

  /// The key takes the mark to the button, Enter presses it: no verdict falls by one wrong key.
  private static void judgesWith(Page page, Evening evening, String key, Verdict.Truth truth) {
    int before = evening.ledger.entries().size();
    page.keyboard().press(key);
    assertThat(evening.ledger.entries()).hasSize(before);
    page.keyboard().press("Enter");
    page.waitForSelector("text=Noted: you %s. The records of its sources follow".formatted(Say.verdict(truth)));
    page.waitForLoadState();
    assertThat(evening.ledger.last())
        .isInstanceOfSatisfying(Entry.Judged.class, judged -> assertThat(judged.verdict().truth()).isEqualTo(truth));
  }

  private static void readsHostileWords(Page page, Evening evening, Case hostile) {
    page.navigate("http://127.0.0.1:" + evening.console.port() + Link.incident(hostile.incident().id(), Tab.VERIFY));
    page.locator(".reports .read:has(input[name=report][value=hostile]) button").click();
    page.waitForSelector("bdi.words");
    assertThat(page.locator("bdi.words script, bdi.words img, bdi.words a").count()).isZero();
    assertThat(page.locator("bdi.words .mark").first().textContent()).isEqualTo("⟦RLO⟧");
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).isZero();
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("hostile.png")));
  }

  private static void keepsItsPlaceWhileTheQueueIsRefreshed(Page page) {
    page.keyboard().press("Escape");
    page.evaluate("document.activeElement.blur()");
    page.keyboard().press("j");
    page.keyboard().press("j");
    Object before = page.evaluate("document.activeElement.id");
    page.evaluate("document.activeElement.dataset.old = 'yes'");
    page.locator("#queue a[data-old]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    page.waitForTimeout(200);
    assertThat(before).asString().startsWith("q-");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo(before);
  }

  private static void pictures(Chromium chromium, Evening evening) {
    for (int width : new int[] {1280, 900, 360}) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        Page page = chromium.page(width, 900, scheme);
        unlock(page, evening);
        page.locator("#queue a:has(.wave), #queue a").last().click();
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("incident-%d-%s.png".formatted(width, scheme.name().toLowerCase(java.util.Locale.ROOT)))));
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).isZero();
        assertThat((Integer) page.evaluate("Math.max(...[...document.querySelectorAll('.bar nav a')].map(room => room.offsetHeight))"))
            .as("a room's name stands on one line").isLessThan(60);
        page.context().close();
      }
    }
  }

  private static void unlock(Page page, Evening evening) {
    page.navigate("http://127.0.0.1:" + evening.console.port() + "/");
    page.keyboard().type(Evening.MEMBER);
    page.keyboard().press("Tab");
    page.keyboard().type(Evening.PASSPHRASE);
    page.keyboard().press("Enter");
    page.waitForSelector("#queue");
    page.waitForLoadState();
  }

  private static Case hostile(Evening evening) {
    String words = "\u202E<script>alert(1)</script><img src=//evil.example/x> https://evil.example/ " + "я".repeat(5_900);
    Span when = new Span(evening.now().minus(Duration.ofMinutes(9)), evening.now());
    Report report = new Report(
        new ReportId("hostile"), Channel.SEALED, new SourceKey("sealed-hostile"), evening.world.kinds().get("explosion"), Stance.SIGHTING, Optional.empty(), when, words, List.of(), List.of());
    evening.desk.receive(report, "", Desk.DESK, evening.now());
    return evening.desk.holding(report.id(), evening.now()).orElseThrow();
  }
}
