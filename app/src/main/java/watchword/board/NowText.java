package watchword.board;

import java.time.Instant;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;

/// What the desk stands by now as plain text, to be read aloud, sent on or printed.
final class NowText {

  static final String NAME = "now.txt";

  private NowText() {}

  static String write(Edition edition) {
    Words words = edition.words();
    Wording wording = edition.wording();
    Instant now = edition.input().published();
    StringBuilder out = new StringBuilder();
    line(out, edition.input().desk());
    line(out, words.say(Phrase.PUBLISHED, "time", wording.moment(now)) + ". "
        + words.say(Phrase.COPY_EXPIRES, "time", wording.moment(edition.input().expires())));
    line(out, words.say(Phrase.SIX_WORDS) + ": " + String.join(" ", edition.input().words()));
    edition.input().compromise().ifPresent(notice -> line(out, wording.compromise(notice)));
    boolean empty = true;
    for (History history : edition.histories()) {
      if (Reach.NOW.holds(history, now)) {
        bulletin(out, edition, history.latest());
        empty = false;
      }
    }
    if (empty) {
      line(out, "");
      line(out, words.say(Phrase.EMPTY));
    }
    return out.toString();
  }

  private static void bulletin(StringBuilder out, Edition edition, Notice notice) {
    Words words = edition.words();
    Wording wording = edition.wording();
    line(out, "");
    line(out, wording.title(notice));
    for (String fact : Lines.facts(wording, notice)) {
      line(out, "  " + fact);
    }
    if (notice.status() == Status.RETRACTED) {
      line(out, "  " + words.means(notice.status()));
    } else {
      line(out, "  " + Lines.why(words, notice));
      line(out, "  " + wording.until(notice.expires(), edition.input().published()));
    }
    if (!notice.note().isEmpty()) {
      line(out, "  " + words.say(Phrase.FROM_THE_DESK) + ": " + notice.note());
    }
  }

  private static void line(StringBuilder out, String text) {
    out.append(Visible.of(text).replace('\n', ' ')).append('\n');
  }
}
