package watchword.board;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// How to report without script on this site, or without a connection: the offline sealer, and where its file is handed in.
final class HandInPage {

  static final String NAME = "hand-in.html";

  /// Where the hub takes a form with one sealed file.
  static final String ACTION = "upload";

  private HandInPage() {}

  static String write(Edition edition, String sealer) {
    Words words = edition.words();
    Page page = new Page(edition, NAME);
    // The title stays in the browser's history: the desk's name, as the front page has it.
    Markup out = page.begin(edition.input().desk(), List.of());
    out.open("main", "class", "text").open("p", "class", "back").element("a", words.say(Phrase.ALL), "href", page.toOwn("index.html")).close();
    out.element("h1", words.say(Phrase.SEALER)).element("p", words.say(Phrase.SEALER_TEXT));
    out.open("p").element("a", SealerPage.NAME, "href", page.to(SealerPage.NAME), "download", SealerPage.NAME, "class", "action").close();
    out.element("p", "SHA-256").element("pre", hash(sealer), "translate", "no");
    out.open("section").element("h2", words.say(Phrase.HAND_IN)).element("p", words.say(Phrase.HAND_IN_TEXT));
    out.open("form", "class", "hand-in", "method", "post", "action", page.to(ACTION), "enctype", "multipart/form-data");
    out.empty("input", "type", "file", "name", "sealed", "accept", ".sealed", "autocomplete", "off", "required", "", "aria-label", words.say(Phrase.HAND_IN));
    out.element("button", words.say(Phrase.HAND_IN_SEND), "class", "action");
    out.close().close();
    return page.end(out.close());
  }

  static String hash(String sealer) {
    return Manifest.hash(sealer.getBytes(StandardCharsets.UTF_8));
  }
}
