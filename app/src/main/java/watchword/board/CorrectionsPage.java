package watchword.board;

import java.util.List;

/// Everything the desk took back or turned round, in one place.
final class CorrectionsPage {

  static final String NAME = "corrections.html";

  private CorrectionsPage() {}

  static String write(Edition edition) {
    Words words = edition.words();
    Wording wording = edition.wording();
    Page page = new Page(edition, NAME);
    List<Correction> corrections = Correction.of(edition.histories());
    Markup out = page.begin(words.say(Phrase.CORRECTIONS), List.of());
    out.open("main", "class", "text").open("p", "class", "back").element("a", words.say(Phrase.ALL), "href", page.toOwn("index.html")).close();
    out.element("h1", words.say(Phrase.CORRECTIONS));
    out.element("p", words.say(corrections.isEmpty() ? Phrase.CORRECTIONS_NONE : Phrase.CORRECTIONS_LEAD), "class", "meta");
    out.open("ul", "class", "bulletins");
    for (Correction correction : corrections) {
      out.open("li", "class", "bulletin");
      out.open("h3").element("a", wording.headline(correction.after()), "href", page.toOwn(BulletinPage.name(correction.after()))).close();
      Lines.statusAnd(out, wording, correction.after(), wording.moment(correction.after().published()));
      out.open("p", "class", "meta").text(words.say(Phrase.WE_SAID) + ": ")
          .element("s", wording.title(correction.before())).text(" · " + wording.moment(correction.before().published())).close();
      Lines.note(out, words, correction.after());
      out.close();
    }
    return page.end(out.close().close());
  }
}
