package watchword.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.core.bulletin.Area;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.bulletin.Subject;
import watchword.core.decision.Decision;
import watchword.desk.Case;

/// Every status an incident can be published with: whether it may go out now, why not, and what readers would be told.
record PublishView(Room room) {

  /// With fewer origins the witnesses could be guessed (DESIGN 5.10).
  static final int FEW_ORIGINS = 3;

  /// So many proven supports may be called a confirmation (DESIGN 5.9).
  private static final int PROOF = 2;

  void show(Html html, ActsView.Target target) {
    Case one = target.one();
    Map<Status, Decision> options = room.desk().options(one, target.sitting().member(), room.now());
    html.open("details", "id", "publish", "open", "");
    html.open("summary", "id", "key-p").element("span", "Publish as…").element("kbd", "p").close();
    if (one.incident().kind().rule().never()) {
      html.element("p", "This kind is never published.", "class", "empty").close();
      return;
    }
    outAlready(html, target, options);
    Optional<Draft> draft = target.sitting().draft(one.incident().id());
    target.form(html, "/act/publish");
    options.forEach((status, decision) ->
        option(html, one, status, decision, draft.filter(kept -> kept.status() == status).isPresent()));
    if (asksHowMany(one)) {
      html.open("label").text("Fewer than three origins: how many people could have seen this?").open("select", "name", "could");
      html.option("", "Choose", true).option("few", "A handful", false).option("tens", "Tens", false).option("many", "Hundreds or more", false);
      html.close().close();
    }
    html.open("label").text("Your note, in words of your own");
    html.element("textarea", draft.map(Draft::note).orElse(""),
        "name", "note", "rows", "3", "maxlength", Integer.toString(Acts.LONGEST_NOTE), "dir", "auto").close();
    html.button("Publish, or note the wish", "", "class", "primary").close().close();
  }

  static boolean asksHowMany(Case one) {
    return one.corroboration().supportingOrigins() < FEW_ORIGINS;
  }

  private void option(Html html, Case one, Status status, Decision decision, boolean chosen) {
    html.open("div", "class", "status-choice").open("label", "class", "choice");
    if (chosen) {
      html.empty("input", "type", "radio", "name", "status", "value", status.name(), "required", "", "checked", "");
    } else {
      html.empty("input", "type", "radio", "name", "status", "value", status.name(), "required", "");
    }
    html.element("b", Say.status(status)).text(" ").element("span", when(decision), "class", decision instanceof Decision.Publish ? "now" : "waits").close();
    html.open("div", "class", "told");
    if (decision instanceof Decision.Hold hold) {
      html.open("ul");
      hold.reasons().forEach(reason -> html.element("li", IncidentView.capital(reason)));
      html.close();
    }
    if (status == Status.UNCONFIRMED && one.corroboration().provenSupports() >= PROOF) {
      html.element("p", "Two proven supports stand behind it: CONFIRMED can say so, once another member agrees.", "class", "muted");
    }
    Optional<Notice> preview = room.desk().preview(one, status, decision, room.now());
    preview.ifPresent(notice -> {
      html.open("p").element("span", "Readers would be told: ", "class", "muted");
      html.element("b", Say.status(status) + ". " + room.say().title(notice)).text(", " + room.say().told(notice, room.now())).close();
    });
    html.close().close();
  }

  /// What readers are told of this kind, place and time by another incident: two threads for one thing confuse them.
  private void outAlready(Html html, ActsView.Target target, Map<Status, Decision> options) {
    Optional<Notice> told = options.entrySet().stream()
        .flatMap(option -> room.desk().preview(target.one(), option.getKey(), option.getValue(), room.now()).stream())
        .findFirst();
    if (told.isEmpty()) {
      return;
    }
    Optional<BulletinId> own = target.one().published().map(Notice::thread);
    Acts.threads(room.desk(), room.now()).stream()
        .filter(out -> own.filter(out.thread()::equals).isEmpty() && tellsTheSame(out, told.get()))
        .forEach(out -> outAlready(html, out));
  }

  private void outAlready(Html html, Notice out) {
    html.open("p", "class", "muted").text("Out already: ").element("b", Say.status(out.status()) + ". " + room.say().title(out));
    html.text(", " + room.say().told(out, room.now())).text(" If it is the same thing, say so first under ");
    html.element("b", "Same as, or not…").text(", or readers are told of it twice.").close();
  }

  private boolean tellsTheSame(Notice out, Notice next) {
    return out.status() != Status.RETRACTED
        && out.expires().isAfter(room.now())
        && out.happening().map(PublishView::kindAndPlace).equals(next.happening().map(PublishView::kindAndPlace))
        && !out.window().latest().isBefore(next.window().earliest())
        && !next.window().latest().isBefore(out.window().earliest());
  }

  private static List<Object> kindAndPlace(Subject.Happening told) {
    return List.of(told.kind(), told.area().map(Area::name));
  }

  private String when(Decision decision) {
    return switch (decision) {
      case Decision.Publish publish -> publish.atOnce() ? "may go out now" : "may go out on the next quarter of an hour";
      case Decision.Hold hold -> hold.until().map(this::waits).orElse("waits");
      case Decision.Withdraw _ -> "must be taken back";
    };
  }

  private String waits(Instant until) {
    Duration left = Duration.between(room.now(), until);
    return "waits %s, until %s".formatted(DeskTime.length(left), room.time().near(until, room.now()));
  }
}
