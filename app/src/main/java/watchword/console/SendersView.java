package watchword.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchword.core.report.ReportId;
import watchword.desk.Case;
import watchword.desk.Continuation;
import watchword.desk.Entry;
import watchword.desk.Letters;

/// Whom the desk wrote to and who wrote back, and how many places for replies are left.
record SendersView(Room room) {

  static final String PATH = "/senders";

  void show(Html html, Sitting sitting) {
    Instant now = room.now();
    List<Letters.Exchange> threads = room.desk().letters().threads(sitting.member(), now);
    html.open("main", "class", "sheet").element("h1", "Senders");
    html.element("p", "What you write to a sender lies sealed in a public file that everyone loads alike. It is repeated until its sender answers, for seven days at most.");
    places(html);
    sitting.session().door().ifPresent(status -> html.element("p", status, "class", "muted"));
    if (threads.isEmpty()) {
      html.element("p", "Nothing was written and nothing came back. Open an incident, find the report in its list and choose Write to its sender.", "class", "empty");
    }
    html.open("ol", "class", "cards");
    threads.forEach(thread -> card(html, thread, sitting.member(), now));
    html.close().close();
  }

  /// How many replies stand, and when the next place falls free.
  void places(Html html) {
    Instant now = room.now();
    Optional<Instant> free = room.desk().letters().nextFree(now);
    html.element("p", free.map(at -> "All %d places are taken. The next falls free when somebody answers, on %s at the latest.".formatted(Letters.PLACES, room.time().near(at, now)))
        .orElse("%d of %d places are taken.".formatted(room.desk().letters().standing(now), Letters.PLACES)), "class", "muted");
  }

  private void card(Html html, Letters.Exchange thread, String member, Instant now) {
    ReportId first = thread.reports().getFirst();
    Optional<Case> incident = room.desk().sight(member).holding(first, now);
    html.open("li", "class", "card").open("h2").text(incident.map(one -> room.say().title(one.incident())).orElse("A report"));
    html.text(" ").element("span", newest(thread), "class", "flag told").close();
    html.element("p", said(thread.letters().getLast(), now), "class", "muted");
    thread.standing().ifPresent(until -> html.element("p", "Stands in the file until %s, or until it is answered.".formatted(room.time().near(until, now)), "class", "muted"));
    html.element("a", "What passed with this sender", "href", Link.sender(first)).close();
  }

  private static String newest(Letters.Exchange thread) {
    return thread.letters().getLast() instanceof Entry.Continued ? "CAME BACK" : thread.standing().isPresent() ? "WAITS" : "NOT ANSWERED";
  }

  /// One letter in a sentence.
  String said(Entry letter, Instant now) {
    if (letter instanceof Entry.Replied replied) {
      return "%s %s wrote.".formatted(room.time().near(replied.at(), now), replied.member());
    }
    Entry.Continued continued = (Entry.Continued) letter;
    return "%s, to the hour: the sender %s.".formatted(
        room.time().near(continued.at(), now), continued.act() == Continuation.Act.CORRECT ? "corrected something" : "answered or added something");
  }
}
