package watchword.board;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.bulletin.Subject;

/// One thread: its last word, how the desk knows, and every version before it.
final class BulletinPage {

  /// A date may hold full stops; only a sentence goes on with a capital.
  private static final Pattern NEXT_SENTENCE = Pattern.compile("(?<=\\.)\\s+(?=\\p{Lu})");

  private final Edition edition;
  private final Words words;
  private final History history;
  private final Page page;

  private BulletinPage(Edition edition, History history) {
    this.edition = edition;
    this.words = edition.words();
    this.history = history;
    this.page = new Page(edition, name(history.latest()));
  }

  static String name(Notice notice) {
    return "b/" + notice.thread() + ".html";
  }

  static String write(Edition edition, History history) {
    return new BulletinPage(edition, history).write();
  }

  private String write() {
    Notice notice = history.latest();
    Wording wording = edition.wording();
    Markup out = page.begin(wording.title(notice), List.of());
    out.open("main", "class", "one");
    out.open("p", "class", "back").element("a", words.say(Phrase.ALL), "href", page.toOwn("index.html")).close();
    out.element("h1", first(notice));
    Lines.status(out, wording, notice, words.say(Phrase.UNTIL, "time", wording.moment(notice.expires())));
    Lines.whenAndWhere(out, wording, notice, "lead");
    Lines.note(out, words, notice);
    howWeKnow(out, notice);
    history(out);
    return page.end(out.close());
  }

  /// The largest words of the page: of a judgement, how likely what is.
  private String first(Notice notice) {
    return switch (notice.subject()) {
      case Subject.Judged judged when judges(notice) -> Lines.why(words, notice).substring(0, end(judged));
      case Subject.Judged _, Subject.Happening _ -> edition.wording().headline(notice);
    };
  }

  /// Whether it says a judgement, whose sentence is all of it.
  private static boolean judges(Notice notice) {
    return notice.status() == Status.JUDGED;
  }

  /// Where the answer ends within a judgement's words; behind it they say how founded it is, and what would change it.
  private int end(Subject.Judged judged) {
    String sentence = words.own(judged.sentence());
    String claim = judged.claim().getOrDefault(words.told(judged.claim().keySet()), "");
    Matcher next = NEXT_SENTENCE.matcher(sentence);
    return next.find(sentence.indexOf(claim) + claim.length()) ? next.start() : sentence.length();
  }

  private void howWeKnow(Markup out, Notice notice) {
    out.open("section").element("h2", words.say(Phrase.HOW_WE_KNOW));
    if (notice.status() != Status.RETRACTED) {
      out.element("p", switch (notice.subject()) {
        case Subject.Happening _ -> Lines.likelihood(words, notice).map(word -> word + ". ").orElse("") + Lines.why(words, notice);
        case Subject.Judged judged -> Lines.why(words, notice).substring(end(judged)).strip();
      });
    }
    out.open("dl")
        .element("dt", words.say(Phrase.WHAT_IT_MEANS))
        .element("dd", words.means(notice.status()));
    if (!judges(notice)) {
      out.element("dt", words.say(Phrase.WHAT_WOULD_CHANGE)).element("dd", words.change(notice.status()));
    }
    out.close().close();
  }

  private void history(Markup out) {
    List<Notice> notices = history.notices();
    out.open("section").element("h2", words.say(Phrase.HISTORY)).open("ol", "reversed", "", "class", "told");
    for (int i = notices.size() - 1; i >= 0; i--) {
      boolean last = i == notices.size() - 1;
      version(out, notices.get(i), last);
    }
    out.close().close();
  }

  private void version(Markup out, Notice notice, boolean last) {
    Wording wording = edition.wording();
    out.open("li");
    out.element("p", words.say(Phrase.VERSION, "n", Integer.toString(notice.version()), "time", wording.moment(notice.published())), "class", "meta");
    if (last) {
      out.element("p", wording.title(notice));
      Lines.note(out, words, notice);
    } else {
      out.open("p").text(words.say(Phrase.WE_SAID) + ": ").element("s", said(notice)).close();
      Lines.formerNote(out, words, notice);
      out.element("p", afterwards(notice), "class", "meta");
    }
    out.close();
  }

  private String said(Notice notice) {
    if (judges(notice)) {
      return Lines.why(words, notice);
    }
    Wording wording = edition.wording();
    return wording.title(notice) + Lines.likelihood(words, notice).map(word -> "; " + word).orElse("");
  }

  /// What became of an earlier version: in a withdrawn thread, all of it is withdrawn.
  private String afterwards(Notice notice) {
    Notice latest = history.latest();
    if (history.withdrawn()) {
      return words.say(Phrase.WITHDRAWN_AT, "time", edition.wording().moment(latest.published()));
    }
    Notice next = history.notices().get(notice.version());
    return words.say(Phrase.REPLACED, "n", Integer.toString(next.version()), "time", edition.wording().moment(next.published()));
  }
}
