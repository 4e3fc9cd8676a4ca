package watchword.board;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.seal.Compromise;

/// The list of bulletins: what there is no sign of first, then what happens, then what is only said.
///
/// Only the front page of each language holds the sender's form; it shows nothing of whether anybody uses it.
final class NowPage {

  private static final Set<Status> CALM = EnumSet.of(Status.NO_SIGN);
  private static final Set<Status> HAPPENING = EnumSet.of(Status.CONFIRMED, Status.UNCONFIRMED, Status.RETRACTED);
  private static final Set<Status> RUMOURS = EnumSet.of(Status.NOT_CONFIRMED, Status.REFUTED);

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
    list(out, CALM, "bulletins calm");
    ways(out);
    out.open("div", "class", "board").open("div", "class", "columns");
    happening(out);
    rumours(out);
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
    if (shown.stream().noneMatch(history -> HAPPENING.contains(history.latest().status()))) {
      out.element("p", words.say(Phrase.EMPTY), "class", "empty");
    }
    list(out, HAPPENING, "bulletins");
    out.close();
  }

  private void rumours(Markup out) {
    if (shown.stream().anyMatch(history -> RUMOURS.contains(history.latest().status()))) {
      out.open("section", "class", "rumours").element("h2", words.say(Phrase.GOING_ROUND));
      out.element("p", words.say(Phrase.GOING_ROUND_LEAD), "class", "meta");
      list(out, RUMOURS, "bulletins");
      out.close();
    }
  }

  private void list(Markup out, Set<Status> statuses, String kind) {
    List<History> some = shown.stream().filter(history -> statuses.contains(history.latest().status())).toList();
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
