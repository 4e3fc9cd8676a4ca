package watchword.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watchword.core.decision.Giveaway;
import watchword.core.report.ReportId;
import watchword.desk.Case;
import watchword.desk.Entry;
import watchword.desk.Letters;

/// One sender, known by a mailbox alone: what was written, what came back, and a form to write.
record SenderView(Room room) {

  static final String PATH = "/sender";

  /// What is to be kept on the page while its writer is asked again.
  ///
  /// @param echoes what the text repeats of the report
  record Asked(String text, Set<Giveaway> echoes, String problem) {
    static final Asked NOTHING = new Asked("", Set.of(), "");
  }

  void show(Html html, Sitting sitting, Case one, ReportId report, Asked asked, Optional<ReportsView.Read> read) {
    Letters.Exchange thread = room.desk().letters().thread(sitting.member(), report, room.now());
    html.open("main", "class", "sheet").element("h1", "The sender of a report");
    html.open("p").text("On ").element("a", room.say().title(one.incident()), "href", Link.incident(one.incident().id(), Tab.VERIFY)).text(".").close();
    others(html, sitting.member(), thread, report);
    if (thread.reachable()) {
      letters(html, sitting, thread, report, read);
      html.element("h2", thread.letters().isEmpty() ? "Write to this sender" : "Write again");
      if (room.desk().letters().hasRead(sitting.member(), report)) {
        form(html, sitting, thread, report, asked);
      } else {
        html.element("p", "Read the report first, on its incident's page: only then the desk can warn you of what repeats it.", "class", "empty");
      }
    } else {
      html.element("p", "Nothing reaches this sender: the report came without a mailbox, came before you did, or is forgotten.", "class", "empty");
    }
    html.close();
  }

  private void others(Html html, String member, Letters.Exchange thread, ReportId report) {
    List<ReportId> others = thread.reports().stream().filter(other -> !other.equals(report)).toList();
    if (others.isEmpty()) {
      return;
    }
    html.element("p", "The same sender sent %s, and chose to have that known. They count as one source.".formatted(QueueView.count(others.size(), "other report")));
    html.open("ul");
    others.forEach(other -> room.desk().sight(member).holding(other, room.now()).ifPresent(holding -> {
      html.open("li").element("a", room.say().title(holding.incident()), "href", Link.incident(holding.incident().id(), Tab.VERIFY)).close();
    }));
    html.close();
  }

  private void letters(Html html, Sitting sitting, Letters.Exchange thread, ReportId report, Optional<ReportsView.Read> read) {
    if (thread.letters().isEmpty()) {
      return;
    }
    Instant now = room.now();
    html.element("h2", "What passed").element("p", "Reading a sender's words is noted in the journal.", "class", "muted");
    html.open("ol", "class", "letters");
    for (Entry letter : thread.letters()) {
      html.open("li").element("p", new SendersView(room).said(letter, now), "class", "muted");
      switch (letter) {
        case Entry.Replied replied -> room.desk().letters().written(sitting.member(), replied)
            .ifPresentOrElse(html::words, () -> html.element("p", "No key of yours opens it.", "class", "muted"));
        case Entry.Continued continued -> came(html, sitting, continued.id(), report, read);
        default -> throw new IllegalStateException("neither written nor come back");
      }
      html.close();
    }
    html.close();
    thread.standing().ifPresent(until -> html.element("p", "The newest stands in the file until %s, or until it is answered.".formatted(room.time().near(until, now)), "class", "muted"));
  }

  private void came(Html html, Sitting sitting, ReportId id, ReportId report, Optional<ReportsView.Read> read) {
    Optional<ReportsView.Read> asked = read.filter(one -> one.reports().contains(id));
    if (asked.isPresent()) {
      new ReportsView(room).words(html, id, asked.get());
      return;
    }
    html.form("/sender/read", sitting.token()).hidden("report", report.value()).hidden("words", id.value());
    html.element("button", "Read", "class", "quiet").close();
  }

  private void form(Html html, Sitting sitting, Letters.Exchange thread, ReportId report, Asked asked) {
    new SendersView(room).places(html);
    html.element("p", "Whoever finds the sender's words reads this too. Ask without naming what they told, where or when, and never ask anyone to go closer.");
    if (thread.standing().isPresent()) {
      html.element("p", "What you write takes the place of what stands there now.", "class", "muted");
    }
    if (!asked.problem().isEmpty() || !asked.echoes().isEmpty()) {
      html.open("div", "class", "flash kept", "role", "alert").element("p", "Not sent yet; what you wrote is kept. " + asked.problem());
      asked.echoes().forEach(echo -> html.element("p", warning(echo)));
      html.close();
    }
    html.form(PATH, sitting.token(), "class", "letter").hidden("report", report.value());
    html.hidden("despite", asked.echoes().stream().map(Giveaway::name).collect(Collectors.joining(" ")));
    html.open("label").text("Plain text, about %d letters; fewer in Cyrillic".formatted(Letters.MOST_BYTES));
    html.open("textarea", "name", "text", "rows", "5", "maxlength", Integer.toString(Letters.MOST_BYTES), "dir", "auto", "required", "").text(asked.text()).close().close();
    html.button(asked.echoes().isEmpty() ? "Put it into the next file" : "Send it all the same", "", "class", asked.echoes().isEmpty() ? "primary" : "grave").close();
  }

  private static String warning(Giveaway echo) {
    return switch (echo) {
      case PLACE -> "It names the report's place, or a town beside it.";
      case TIME -> "It names a date, or an hour near the report's.";
      case WORDS -> "It repeats five words of the report in a row.";
    };
  }
}
