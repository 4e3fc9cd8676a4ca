package watchword.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import watchword.core.bulletin.Notice;

/// The Atom feed: one entry a version, with an id that never changes.
///
/// A version that was replaced or withdrawn keeps its entry, but says so and carries the time of that: readers that already
/// have it take the new text, so a retraction reaches them too.
final class Feed {

  static final String NAME = "feed.atom";

  /// About a week of a busy desk; older bulletins stay on their pages.
  private static final int ENTRIES = 100;

  private record Entry(History history, Notice notice, Instant updated) {
    boolean last() {
      return notice.version() == history.latest().version();
    }
  }

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::updated).reversed()
          .thenComparing(entry -> entry.history().thread())
          .thenComparingInt(entry -> -entry.notice().version());

  private final Edition edition;
  private final Words words;
  private final Page page;

  private Feed(Edition edition) {
    this.edition = edition;
    this.words = edition.words();
    this.page = new Page(edition, NAME);
  }

  static String write(Edition edition) {
    return new Feed(edition).write();
  }

  private String write() {
    List<Entry> entries = entries();
    // A feed without entries needs a time that does not change from build to build.
    Instant updated = entries.isEmpty() ? Instant.EPOCH : entries.getFirst().updated();
    Markup out = new Markup("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    out.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", edition.language().code());
    out.element("id", Urn.of("feed", String.join(" ", edition.input().words()), edition.language().code()));
    out.element("title", edition.input().desk());
    out.element("subtitle", words.say(Phrase.SIX_WORDS) + ": " + String.join(" ", edition.input().words()));
    out.element("updated", updated.toString());
    out.open("author").element("name", edition.input().desk()).close();
    out.empty("link", "rel", "self", "type", "application/atom+xml", "href", page.toOwn(NAME));
    out.empty("link", "rel", "alternate", "type", "text/html", "href", page.toOwn(Reach.NOW.page()));
    entries.forEach(entry -> entry(out, entry));
    return out.close().toString();
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (History history : edition.histories()) {
      List<Notice> notices = history.notices();
      for (int i = 0; i < notices.size(); i++) {
        Notice changedBy = history.withdrawn() ? history.latest() : notices.get(Math.min(i + 1, notices.size() - 1));
        entries.add(new Entry(history, notices.get(i), changedBy.published()));
      }
    }
    entries.sort(ORDER);
    return entries.subList(0, Math.min(ENTRIES, entries.size()));
  }

  private void entry(Markup out, Entry entry) {
    Notice notice = entry.notice();
    out.open("entry");
    out.element("id", Urn.of("entry", notice.thread().value(), Integer.toString(notice.version()), edition.language().code()));
    out.element("title", title(entry));
    out.element("published", notice.published().toString());
    out.element("updated", entry.updated().toString());
    out.empty("link", "rel", "alternate", "type", "text/html", "href", page.toOwn(BulletinPage.name(entry.notice())));
    out.empty("category", "term", Lines.term(now(entry).status()), "label", words.status(now(entry).status()));
    out.element("content", content(entry), "type", "text");
    out.close();
  }

  /// The notice an entry stands for today: in a withdrawn thread, always the retraction.
  private static Notice now(Entry entry) {
    return entry.history().withdrawn() ? entry.history().latest() : entry.notice();
  }

  private String title(Entry entry) {
    return edition.wording().title(now(entry))
        + (entry.last() || entry.history().withdrawn() ? "" : " · " + replaced(entry));
  }

  private String content(Entry entry) {
    if (entry.history().withdrawn()) {
      Notice latest = entry.history().latest();
      return words.say(Phrase.WITHDRAWN_AT, "time", edition.wording().moment(latest.published())) + ". "
          + words.means(latest.status()) + note(latest);
    }
    if (!entry.last()) {
      return replaced(entry) + ": " + edition.wording().title(entry.history().latest());
    }
    Notice notice = entry.notice();
    return String.join("; ", Lines.facts(edition.wording(), notice)) + "; "
        + words.say(Phrase.UNTIL, "time", edition.wording().moment(notice.expires())) + ". "
        + Lines.why(words, notice) + " " + words.means(notice.status()) + note(notice);
  }

  private String replaced(Entry entry) {
    Notice next = entry.history().notices().get(entry.notice().version());
    return words.say(Phrase.REPLACED, "n", Integer.toString(next.version()), "time", edition.wording().moment(next.published()));
  }

  private String note(Notice notice) {
    return notice.note().isEmpty() ? "" : " " + words.say(Phrase.FROM_THE_DESK) + ": " + notice.note();
  }
}
