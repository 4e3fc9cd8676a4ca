package watchword.path;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import watchword.drill.Drill;

/// A sender's phone at the form of a drill's board.
record Phone(Page page) {

  static Phone open(Chromium chromium, Drill drill, ColorScheme scheme) {
    Page page = chromium.page(360, 740, scheme);
    page.navigate(drill.address() + "/");
    page.click("#tell-open");
    return new Phone(page);
  }

  /// Taps a flood in Korvan that its sender saw and that still stands, up to the screen for words.
  void tapFlood() {
    page.click(".tile:has-text('Flood')");
    page.click(".choice:has-text('It is still there')");
    page.fill("#tell-place", "korv");
    page.click(".choice:text-is('Korvan')");
    page.click(".choice:text-is('In it')");
    page.click(".choice:has-text('In the last hour')");
    page.click(".choice:has-text('I saw it')");
  }

  /// The button that every screen ends with.
  void next() {
    page.click(".primary");
  }

  /// Sends, and waits until the hub has it.
  void send() {
    next();
    page.waitForSelector("h2:text-is('On our server')");
  }
}
