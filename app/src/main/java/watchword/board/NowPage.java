package watchword.board;

import java.time.Instant;
import java.util.List;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.bulletin.Subject;
import watchword.seal.Compromise;

/// The list of bulletins: what there is no sign of first, then what happens, then what the desk judges, then what is only said.
///
/// Only the front page of each language holds the sender's form; it shows nothing of whether anybody uses it.
final class NowPage {

  /// Where on the page a bulletin stands.
  private enum Part {
    CALM,
    HAPPENING,
    JUDGED,
    RUMOUR;

    static Part of(Notice notice) {
      return switch (notice.subject()) {
        case Subject.Happening _ -> of(notice.status());
        case Subject.Judged _ -> JUDGED;
      };
    }

    private static Part of(Status status) {
      return switch (status) {
        case NO_SIGN -> CALM;
        case CONFIRMED, UNCONFIRMED, RETRACTED -> HAPPENING;
        case JUDGED -> JUDGED;
        case NOT_CONFIRMED, REFUTED -> RUMOUR;
      };
    }
  }

  private final Edition edition;
  private final Words words;
  private final Reach reach;
  private final Page page;
  private final Instant now;
  private final List<History> shown;

  private NowPage(Edition edition, Reach reach) {
    this.edition = edition;
    this.words = edition.words();
    this.reach = reach;
    this.page = new Page(edition, reach.page());
    this.now = edition.input().published();
    this.shown = edition.histories().stream().filter(history -> reach.holds(history, now)).toList();
  }

  static String write(Edition edition, Reach reach) {
    return new NowPage(edition, reach).write();
  }

  private String write() {
    boolean front = reach == Reach.NOW;
    Markup out = page.begin(title(), front ? List.of("board.js", "tell.js") : List.of("board.js"));
    if (front) {
      // The script loads no other words: it is named by its hash itself, and they by theirs.
      String hash = edition.assets().integrity("words-" + edition.language().code() + ".json");
      out.element("section", "", "id", "tell", "hidden", "", "data-words", hash);
    }
    out.open("main", "class", "now");
    if (front) {
      out.element("p", words.say(Phrase.ABOUT), "class", "about");
    } else {
      out.element("h1", since());
    }
    out.open("p", "class", "meta").text(words.say(Phrase.PUBLISHED, "time", edition.wording().moment(now)) + ". "
        + words.say(Phrase.COPY_EXPIRES, "time", edition.wording().moment(edition.input().expires()))).close();
    compromise(out);
    list(out, Part.CALM, "bulletins calm");
    ways(out);
    out.open("div", "class", "board").open("div", "class", "columns");
    happening(out);
    beside(out);
    out.close();
    out.element("section", "", "id", "map", "hidden", "", "aria-label", words.say(Phrase.MAP),
        "data-bulletins", page.toOwn(NowMap.NAME), "data-country", page.to(NowMap.COUNTRY));
    out.close().close();
    if (front) {
      out.json("watchword-page", edition.pageConfiguration());
    }
    return page.end(out);
  }

  /// Whoever reported then has to know before all else; the file says it with the root's signature.
  private void compromise(Markup out) {
    edition.input().compromise().ifPresent(notice -> {
      out.open("p", "class", "compromise", "role", "alert").element("strong", edition.wording().compromise(notice)).text(" ");
      out.element("a", words.say(Phrase.COMPROMISE_FILE), "href", page.to(Compromise.FILE_NAME)).close();
    });
  }

  private String title() {
    return edition.input().desk() + (reach == Reach.NOW ? "" : " · " + reach.label(words));
  }

  private String since() {
    return reach.since(now).map(time -> words.say(Phrase.SINCE, "time", edition.wording().moment(time))).orElseThrow();
  }

  private void ways(Markup out) {
    out.open("nav", "class", "filters");
    for (Reach other : Reach.values()) {
      if (other == reach) {
        out.element("a", other.label(words), "href", page.toOwn(other.page()), "aria-current", "page");
      } else {
        out.element("a", other.label(words), "href", page.toOwn(other.page()));
      }
    }
    out.element("a", words.say(Phrase.MAP), "href", page.toOwn(NowMap.NAME), "id", "map-open");
    if (reach == Reach.NOW) {
      out.element("a", words.say(Phrase.TELL), "href", "#", "id", "tell-open", "class", "action");
      out.open("noscript").element("p", words.say(Phrase.TELL_NEEDS_SCRIPT));
      if (edition.input().sealer().isPresent()) {
        out.open("p").element("a", words.say(Phrase.SEALER), "href", page.toOwn(HandInPage.NAME)).close();
      }
      out.close();
    } else {
      out.element("a", words.say(Phrase.TELL), "href", page.toOwn("index.html"), "class", "action");
    }
    out.close();
  }

  private void happening(Markup out) {
    out.open("section", "class", "happening").element("h2", words.say(Phrase.HAPPENING));
    if (part(Part.HAPPENING).isEmpty()) {
      out.element("p", words.say(Phrase.EMPTY), "class", "empty");
    }
    list(out, Part.HAPPENING, "bulletins");
    out.close();
  }

  /// Judgements and rumours; on a wide page a column of their own.
  private void beside(Markup out) {
    if (!part(Part.JUDGED).isEmpty() || !part(Part.RUMOUR).isEmpty()) {
      out.open("div", "class", "beside");
      section(out, Part.JUDGED, Phrase.JUDGEMENTS, Phrase.JUDGEMENTS_LEAD);
      section(out, Part.RUMOUR, Phrase.GOING_ROUND, Phrase.GOING_ROUND_LEAD);
      out.close();
    }
  }

  private void section(Markup out, Part part, Phrase heading, Phrase lead) {
    if (!part(part).isEmpty()) {
      out.open("section").element("h2", words.say(heading)).element("p", words.say(lead), "class", "meta");
      list(out, part, "bulletins");
      out.close();
    }
  }

  private List<History> part(Part part) {
    return shown.stream().filter(history -> Part.of(history.latest()) == part).toList();
  }

  private void list(Markup out, Part part, String kind) {
    List<History> some = part(part);
    if (some.isEmpty()) {
      return;
    }
    out.open("ul", "class", kind);
    for (History history : some) {
      Notice notice = history.latest();
      boolean past = !history.inForce(now) && !history.withdrawn();
      out.open("li", "class", past ? "bulletin past" : "bulletin");
      out.open("h3").element("a", edition.wording().headline(notice), "href", page.toOwn(BulletinPage.name(notice))).close();
      Lines.status(out, edition.wording(), notice, edition.wording().until(notice.expires(), now));
      Lines.whenAndWhere(out, edition.wording(), notice, "meta");
      Lines.note(out, words, notice);
      out.close();
    }
    out.close();
  }
}
