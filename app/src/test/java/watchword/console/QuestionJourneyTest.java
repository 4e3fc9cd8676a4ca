package watchword.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import watchword.core.kind.Language;
import watchword.path.Chromium;

/// A member puts a question and answers it with what a text says, by the forms as a browser shows them; skipped, visibly, where there is no Chromium.
class QuestionJourneyTest {

  private static final Path PICTURES = Path.of("target", "look");

  @Test
  void a_question_is_put_watched_fed_by_an_interview_judged_and_fits_a_phone() {
    try (Chromium chromium = Chromium.start(); Evening evening = new Evening(0)) {
      ConsoleSample.someActs(evening);
      Page page = unlocked(chromium, evening, 1280, ColorScheme.LIGHT);
      puts(page, evening.now());
      watches(page);
      readsAnInterview(page);
      estimatesAndJudges(page);
      for (int width : new int[] {1280, 360}) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          fits(unlocked(chromium, evening, width, scheme), width, scheme);
        }
      }
      chromium.assertNoComplaints();
    }
  }

  private static void puts(Page page, Instant now) {
    page.click("nav a:has-text('Questions')");
    page.click("#put summary");
    page.fill("#put [name=asks]", "Will trains bring troops by the new year?");
    page.fill("#put [name=id]", "trains");
    page.fill("#put [name=opens]", LocalDate.ofInstant(now, ZoneOffset.UTC).toString());
    page.fill("#put [name=territory]", "the northern border");
    page.fill("#put [name=rule]", "Two of three named agencies say so.");
    page.fill("#put [name=resolver]", "the agencies");
    page.fill("#put [name=answer1]", "they bring troops");
    page.fill("#put [name=events]", "1");
    page.fill("#put [name=months]", "57");
    page.fill("#put [name=horizon]", "2");
    page.fill("#put [name=why]", "one in 57 months");
    for (Language language : Language.values()) {
      page.fill("#put [name=claim-" + language.code() + "]", "trains bring troops to the border");
    }
    page.click("#put button.primary");
    page.waitForSelector("h1:has-text('Will trains bring troops by the new year?')");
    assertThat(page.locator("main").textContent()).contains("5.0\u00a0%");
  }

  private static void watches(Page page) {
    page.click("#watch summary");
    page.fill("#watch [name=text]", "they say that they are threatened");
    page.check("#watch [name=justification]");
    page.fill("#watch [name=days]", "14");
    page.selectOption("#watch [name=seen-h1]", "VERY_LIKELY");
    page.selectOption("#watch [name=seen-none]", "UNLIKELY");
    page.click("#watch button.primary");
    page.waitForSelector("text=Watched for from now on");
    assertThat(page.locator("main").textContent()).contains("they say that they are threatened");
  }

  private static void readsAnInterview(Page page) {
    page.click("nav a:has-text('Questions')");
    page.click("main a:has-text('suggest the statements of a text')");
    page.fill("textarea[name=text]", "**Will they come?**\n\nColonel Ansa Holm: It is possible that they will come by rail. \u202E It is difficult to say when.\n");
    page.click("main button:has-text('Suggest')");
    page.waitForSelector("article");
    assertThat(page.locator("article").allTextContents()).anySatisfy(one -> assertThat(one).contains("come by rail", "hedge possible"));
    String claim = "article:has-text('come by rail')";
    if (page.locator(claim + " select[name=id]").count() > 0) {
      page.selectOption(claim + " select[name=id]", "trains");
    }
    page.click(claim + " button:has-text('Decide')");
    page.waitForSelector(claim + " select[name=hedge]");
    assertThat(page.url()).as("the form came into the page").endsWith(StatementsView.PATH);
    page.fill(claim + " [name=origin]", "Ansa Holm");
    page.selectOption(claim + " [name=seen-h1]", "LIKELY");
    page.selectOption(claim + " [name=seen-none]", "UNLIKELY");
    page.click(claim + " button.primary");
    page.waitForSelector("text=Taken as evidence; nothing corrected");
    page.click("a:has-text('To the question')");
    page.waitForSelector("h1:has-text('Will trains bring troops by the new year?')");
    assertThat(page.locator("main").textContent()).contains("E1 ", "come by rail", "relied on 0.40", "Without it");
  }

  private static void estimatesAndJudges(Page page) {
    page.click("#estimate summary");
    page.fill("#estimate [name=p-h1]", "12");
    page.fill("#estimate [name=p-none]", "88");
    page.fill("#estimate [name=why]", "one hedged interview");
    page.click("#estimate button.primary");
    page.waitForSelector("text=You see now what others think");
    page.click("#judge summary");
    page.fill("#judge [name=p-h1]", "10");
    page.fill("#judge [name=p-none]", "90");
    page.fill("#judge [name=assumptions]", "the agencies go on reporting\nthe trains can be seen");
    for (Language language : Language.values()) {
      page.fill("#judge [name=change-" + language.code() + "]", "trains that come");
    }
    page.click("#judge button.primary");
    page.waitForSelector("text=Nothing is published by this");
    assertThat(page.locator("main").textContent()).contains("We judge it", "very unlikely (5–20 %)");
  }

  private static void fits(Page page, int width, ColorScheme scheme) {
    String origin = page.url().replaceAll("(https?://[^/]+)/.*", "$1");
    for (String path : List.of(QuestionsView.PATH, Link.question("trains"), Link.question("attack"), Link.question("crossing"), StatementsView.PATH, CountsView.PATH)) {
      page.navigate(origin + path);
      page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)");
      String name = path.replaceAll("[^a-z]+", "-");
      page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
          .setPath(PICTURES.resolve("%d-%s%s.png".formatted(width, scheme.name().toLowerCase(Locale.ROOT), name))));
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).as("%s at %d", path, width).isZero();
      assertThat(page.locator("main h1").count()).as(path).isOne();
      assertThat((Boolean) page.evaluate("[...document.querySelectorAll('.facts')].every(one => new Set([...one.querySelectorAll('dd')].map(fact => fact.offsetLeft)).size <= 1)"))
          .as("facts stand under each other on %s", path).isTrue();
    }
    page.context().close();
  }

  private static Page unlocked(Chromium chromium, Evening evening, int width, ColorScheme scheme) {
    Page page = chromium.page(width, 900, scheme);
    page.navigate("http://127.0.0.1:" + evening.console.port() + "/");
    page.fill("input[name=member]", Evening.MEMBER);
    page.fill("input[name=passphrase]", Evening.PASSPHRASE);
    page.click("button.primary");
    page.waitForSelector("#queue");
    return page;
  }
}
