package watchword.console;

import java.util.Optional;
import watchword.core.decision.Policy;
import watchword.core.report.ReportId;
import watchword.desk.Case;
import watchword.desk.Desk;
import watchword.desk.Entry;
import watchword.desk.Showing;

/// What stands on every page: who asks to be shown reports that take another's word, and who asked for more than a day has.
record AskedView(Room room) {

  void show(Html html, Desk desk, Sitting sitting) {
    for (Entry.AskedTooMuch much : desk.showing().alarms(sitting.member(), room.now())) {
      html.element("p", "%s asked for more than %d reports on the day of %s, and was refused. Speak with them; if it was not they, revoke them on the page Members.".formatted(
          much.member(), Policy.SHOWN_A_DAY, room.time().moment(much.at())), "class", "flash kept alarm", "role", "alert");
    }
    desk.showing().standing(sitting.member(), room.now()).forEach(one -> standing(html, desk, one, sitting));
  }

  private void standing(Html html, Desk desk, Showing.Standing one, Sitting sitting) {
    boolean own = one.asker().equals(sitting.member());
    html.open("section", "class", "flash kept asked", "aria-label", "Asked to be shown");
    html.open("p").text("%s to be shown %s%s, since %s. ".formatted(
        own ? "You ask" : one.asker() + " asks", QueueView.count(one.reports().size(), "report"), of(desk, one, sitting.member()), room.time().near(one.at(), room.now())));
    html.text(one.until().map(until -> "Nobody else could agree, so they are shown from %s on, unless it is stopped.".formatted(room.time().near(until, room.now())))
        .orElse(own ? "Another member's word is needed." : one.mayAgree() ? "It takes your word, or another's." : "It takes the word of another editor, one for seven days."));
    html.close().open("div", "class", "pair");
    if (one.mayAgree()) {
      form(html, "/act/agree", one, sitting).button("Agree", "").close();
    }
    form(html, "/act/stop", one, sitting).button(own ? "Take it back" : "Stop it", "").close();
    html.close().close();
  }

  private static Html form(Html html, String path, Showing.Standing one, Sitting sitting) {
    return html.form(path, sitting.token()).hidden("asker", one.asker()).hidden("at", one.at().toString());
  }

  /// The incident that holds the first of them, in so far as this member sees it.
  private String of(Desk desk, Showing.Standing one, String member) {
    ReportId first = one.reports().getFirst();
    Optional<Case> holding = desk.sight(member).holding(first, room.now());
    return holding.map(held -> " of \"" + room.say().title(held.incident()) + "\"").orElse("");
  }
}
