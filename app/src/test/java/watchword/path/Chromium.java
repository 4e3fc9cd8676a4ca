package watchword.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The system's own Chromium, and everything its pages complain about; tests are skipped, visibly, where there is none.
public final class Chromium implements AutoCloseable {

  private static final int NO_CONTENT = 204;
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();
  private final List<Request> failed = new ArrayList<>();
  private final Set<String> asked = new TreeSet<>();

  private Chromium(Playwright playwright) {
    this.playwright = playwright;
    this.browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
        .setExecutablePath(PROGRAM)
        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")));
  }

  public static Chromium start() {
    assumeTrue(Files.isExecutable(PROGRAM), "Chromium is not installed");
    return new Chromium(Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
  }

  /// Opens a page that shares nothing with any other.
  public Page page(int width, int height, ColorScheme scheme) {
    return page(new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
  }

  /// Opens a page of a browser that runs no script.
  public Page withoutScript(int width, int height) {
    return page(new Browser.NewContextOptions().setViewportSize(width, height).setJavaScriptEnabled(false));
  }

  private Page page(Browser.NewContextOptions options) {
    Page page = browser.newContext(options).newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
    page.onRequestFailed(failed::add);
    page.onRequest(request -> asked.add(request.url()));
    return page;
  }

  /// No page wrote to its console, broke, went against its policy, or asked for what is not there.
  public void assertNoComplaints() {
    assertThat(complaints).isEmpty();
    assertThat(failed).filteredOn(request -> !answeredWithoutBody(request)).extracting(Request::url).isEmpty();
  }

  /// No page asked for anything, a picture, a letter shape or a style, at any other place than these.
  public void assertAskedOnly(URI... origins) {
    assertThat(asked).hasSizeGreaterThan(origins.length)
        .allMatch(url -> Arrays.stream(origins).anyMatch(origin -> url.startsWith(origin + "/")));
  }

  /// Chromium calls a request aborted whose answer has no body for a script to read.
  private static boolean answeredWithoutBody(Request request) {
    Response answer = request.response();
    return answer != null && answer.status() == NO_CONTENT;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
