package watchword.board;

import java.util.List;

/// How a reader checks the desk and its files, how to tell it something, and what may be copied.
final class CheckPage {

  static final String NAME = "check.html";

  private CheckPage() {}

  static String write(Edition edition) {
    Words words = edition.words();
    Page page = new Page(edition, NAME);
    Markup out = page.begin(words.say(Phrase.CHECK), List.of());
    out.open("main", "class", "text").open("p", "class", "back").element("a", words.say(Phrase.ALL), "href", page.toOwn("index.html")).close();
    out.element("h1", words.say(Phrase.CHECK));
    out.open("section").element("h2", words.say(Phrase.SIX_WORDS));
    out.element("p", String.join(" ", edition.input().words()), "class", "fingerprint", "translate", "no");
    out.element("p", words.say(Phrase.SIX_WORDS_TEXT)).close();
    out.open("section").element("h2", words.say(Phrase.CHECK_FILES)).element("p", words.say(Phrase.CHECK_FILES_TEXT));
    out.element("pre", "minisign -V -m manifest.json -P " + edition.minisignKey(), "translate", "no");
    out.element("p", words.say(Phrase.CHECK_KEY_TEXT));
    out.element("pre", "./watchword board verify --key " + edition.minisignKey() + " .", "translate", "no");
    out.open("p");
    for (String file : List.of("manifest.json", "manifest.json.minisig", "minisign.pub", "root.bin")) {
      out.element("a", file, "href", page.to(file)).text(" ");
    }
    out.close();
    edition.input().sealer().ifPresent(sealer -> {
      out.open("p").element("a", SealerPage.NAME, "href", page.to(SealerPage.NAME), "download", SealerPage.NAME).text(" SHA-256").close();
      out.element("pre", HandInPage.hash(sealer), "translate", "no");
    });
    out.close();
    out.open("section", "id", "report").element("h2", words.say(Phrase.REPORT)).element("p", words.say(Phrase.REPORT_TEXT));
    if (edition.input().sealer().isPresent()) {
      out.open("p").element("a", words.say(Phrase.SEALER), "href", page.toOwn(HandInPage.NAME)).close();
    }
    out.close();
    out.open("section", "id", "licence").element("h2", words.say(Phrase.LICENCE)).element("p", words.say(Phrase.LICENCE_TEXT)).close();
    return page.end(out.close());
  }
}
