package watchword.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.bulletin.Subject;

/// The lines of a bulletin that several pages show alike.
final class Lines {

  private Lines() {}

  /// The class of a status: its mark is drawn by the style sheet, its word always stands beside it.
  static String look(Status status) {
    return "status-" + term(status);
  }

  /// The status as machines read it in feeds.
  static String term(Status status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static void status(Markup out, Wording wording, Notice notice, String until) {
    // A retraction does not run out.
    statusAnd(out, wording, notice, notice.status() == Status.RETRACTED ? wording.moment(notice.published()) : until);
  }

  static void statusAnd(Markup out, Wording wording, Notice notice, String more) {
    out.open("p", "class", "facts")
        .element("b", wording.words().status(notice.status()), "class", "status " + look(notice.status()))
        .element("span", more, "class", "meta").close();
  }

  /// The window on a line of its own, then where and how likely.
  static void whenAndWhere(Markup out, Wording wording, Notice notice, String look) {
    List<String> facts = facts(wording, notice);
    out.element("p", facts.getFirst(), "class", look);
    if (facts.size() > 1) {
      out.open("p", "class", "meta facts");
      for (String fact : facts.subList(1, facts.size())) {
        out.element("span", fact + (fact.equals(facts.getLast()) ? "" : " ·"));
      }
      out.close();
    }
  }

  /// Window, area and likelihood, as far as they are told; a judgement has likelihood and last day in its title.
  static List<String> facts(Wording wording, Notice notice) {
    return switch (notice.subject()) {
      case Subject.Happening told -> {
        List<String> facts = new ArrayList<>();
        facts.add(wording.window(notice));
        told.area().map(wording::area).ifPresent(facts::add);
        likelihood(wording.words(), notice).ifPresent(facts::add);
        yield facts;
      }
      case Subject.Judged _ -> List.of(wording.words().say(Phrase.PUBLISHED, "time", wording.moment(notice.published())));
    };
  }

  /// How the desk knows; a judgement's own sentence says how founded it is, and what would change it.
  static String why(Words words, Notice notice) {
    return switch (notice.subject()) {
      case Subject.Happening told -> words.basis(told.basis());
      case Subject.Judged judged -> words.own(judged.sentence());
    };
  }

  /// No likelihood is told of what the desk took back.
  static Optional<String> likelihood(Words words, Notice notice) {
    return notice.likelihood().filter(word -> notice.status() != Status.RETRACTED).map(words::likelihood);
  }

  /// A member's own sentence, kept from turning round the words beside it.
  static void note(Markup out, Words words, Notice notice) {
    if (!notice.note().isEmpty()) {
      out.open("p", "class", "note").text(words.say(Phrase.FROM_THE_DESK) + ": ")
          .element("bdi", notice.note(), "dir", "auto").close();
    }
  }

  /// The sentence that went with words no longer standing: kept to be read, struck like them.
  static void formerNote(Markup out, Words words, Notice notice) {
    if (!notice.note().isEmpty()) {
      out.open("p", "class", "note").text(words.say(Phrase.FROM_THE_DESK) + ": ");
      out.open("bdi", "dir", "auto").element("s", notice.note()).close().close();
    }
  }
}
