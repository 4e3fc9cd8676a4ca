package watchword.board;

import java.util.List;
import watchword.core.bulletin.Notice;

/// Everything the desk took back or turned round, in one place, under what it says by now.
final class CorrectionsPage {

  static final String NAME = "corrections.html";

  private CorrectionsPage() {}

  static String write(Edition edition) {
    Words words = edition.words();
    Wording wording = edition.wording();
    Page page = new Page(edition, NAME);
    List<Correction> corrections = Correction.of(edition.histories());
    Markup out = page.begin(words.say(Phrase.CORRECTIONS), List.of());
    out.open("main", "class", "text");
    out.open("p", "class", "back").element("a", words.say(Phrase.ALL), "href", page.toOwn("index.html")).close();
    out.element("h1", words.say(Phrase.CORRECTIONS));
    out.element("p", words.say(corrections.isEmpty() ? Phrase.CORRECTIONS_NONE : Phrase.CORRECTIONS_LEAD), "class", "meta");
    out.open("ul", "class", "bulletins");
    for (Correction correction : corrections) {
      out.open("li", "class", "bulletin");
      Notice latest = correction.latest();
      out.open("h3").element("a", wording.headline(latest), "href", page.toOwn(BulletinPage.name(latest))).close();
      Lines.statusAnd(out, wording, latest, wording.moment(latest.published()));
      if (!correction.stands()) {
        said(out, wording, correction.after());
      }
      said(out, wording, correction.before());
      Lines.note(out, words, latest);
      out.close();
    }
    return page.end(out.close().close());
  }

  private static void said(Markup out, Wording wording, Notice notice) {
    out.open("p", "class", "meta").text(wording.words().say(Phrase.WE_SAID) + ": ")
        .element("s", wording.title(notice)).text(" · " + wording.moment(notice.published())).close();
  }
}
