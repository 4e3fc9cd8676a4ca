package watchword.path;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import watchword.console.Console;

/// A member of a drill's desk, and how they come to its queue.
record Member(String name, String passphrase) {

  Page unlock(Chromium chromium, Console console, int width) {
    Page page = chromium.page(width, 900, ColorScheme.LIGHT);
    page.navigate("http://127.0.0.1:" + console.port() + "/");
    page.fill("input[name=member]", name);
    page.fill("input[name=passphrase]", passphrase);
    page.click("button.primary");
    page.waitForSelector("#queue");
    return page;
  }
}
