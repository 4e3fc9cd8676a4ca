package watchword.board;

import java.util.List;
import watchword.core.kind.Language;

/// What every page has around its content: head, languages, six words, the ways on.
///
/// Links are relative, so that a page works on any mirror and from a disk.
record Page(Edition edition, String name) {

  /// Holds on mirrors that send no headers: nothing from elsewhere, nothing inline that runs.
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'self'; "
          + "require-trusted-types-for 'script'; trusted-types ";

  /// Of pages with a map, whose worker needs the one policy that makes a script's address.
  private static final String MAP_OPENER = "board.js";

  String path() {
    return edition.folder() + name;
  }

  /// From this page to a path of the site.
  String to(String path) {
    return "../".repeat((int) path().chars().filter(c -> c == '/').count()) + path;
  }

  /// From this page to another of the same language.
  String toOwn(String page) {
    return to(edition.folder() + page);
  }

  /// Opens the page up to its content, under an element that [#end] closes.
  ///
  /// @param scripts of this page, without their folder
  Markup begin(String title, List<String> scripts) {
    Words words = edition.words();
    Markup out = new Markup("<!DOCTYPE html>\n");
    out.open("html", "lang", edition.language().code());
    out.open("head")
        .empty("meta", "charset", "utf-8")
        .empty("meta", "http-equiv", "Content-Security-Policy", "content", CONTENT_POLICY + (scripts.contains(MAP_OPENER) ? "watchword-map" : "'none'"))
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .empty("meta", "name", "referrer", "content", "no-referrer")
        .empty("meta", "name", "color-scheme", "content", "light dark")
        .element("title", title)
        .empty("link", "rel", "stylesheet", "href", to("assets/board.css"))
        .empty("link", "rel", "stylesheet", "href", to("assets/pages.css"))
        .empty("link", "rel", "icon", "type", "image/svg+xml", "href", to("assets/icon.svg"))
        .empty("link", "rel", "alternate", "type", "application/atom+xml", "title", words.say(Phrase.FEED), "href", toOwn(Feed.NAME));
    // Styles carry no hash: a browser that reads a copy from a disk would refuse them for it, as it refuses every module there anyway.
    for (String script : scripts) {
      out.element("script", "", "type", "module", "src", to("assets/" + script), "integrity", edition.assets().integrity(script));
    }
    out.close().open("body").open("header", "class", "masthead");
    out.open(name.equals(Reach.NOW.page()) ? "h1" : "p", "class", "desk").element("a", edition.input().desk(), "href", toOwn(Reach.NOW.page())).close();
    languages(out);
    return out.close();
  }

  /// Closes the page with its foot.
  String end(Markup out) {
    Words words = edition.words();
    out.open("footer", "class", "foot");
    out.open("p").text(words.say(Phrase.SIX_WORDS) + ": ")
        .element("b", String.join(" ", edition.input().words()), "class", "fingerprint", "translate", "no").close();
    out.open("nav");
    link(out, Phrase.CHECK, toOwn(CheckPage.NAME));
    link(out, Phrase.REPORT, toOwn(CheckPage.NAME + "#report"));
    link(out, Phrase.CORRECTIONS, toOwn(CorrectionsPage.NAME));
    link(out, Phrase.LICENCE, toOwn(CheckPage.NAME + "#licence"));
    link(out, Phrase.FEED, toOwn(Feed.NAME));
    link(out, Phrase.PLAIN_TEXT, toOwn(NowText.NAME));
    out.element("a", "GeoJSON", "href", toOwn(NowMap.NAME));
    return out.close().close().close().close().toString();
  }

  private void link(Markup out, Phrase phrase, String href) {
    out.element("a", edition.words().say(phrase), "href", href);
  }

  private void languages(Markup out) {
    if (edition.input().languages().size() == 1) {
      return;
    }
    out.open("nav", "class", "languages");
    for (Language language : edition.input().languages()) {
      String code = language.code();
      String full = Words.of(language).languageName();
      if (language == edition.language()) {
        out.element("a", code, "href", to(edition.folder(language) + name), "lang", code, "title", full, "aria-current", "page");
      } else {
        out.element("a", code, "href", to(edition.folder(language) + name), "hreflang", code, "lang", code, "title", full);
      }
    }
    out.close();
  }
}
