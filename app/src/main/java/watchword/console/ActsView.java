package watchword.console;

import java.util.List;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.Verdict;
import watchword.core.incident.IncidentId;
import watchword.core.incident.PossiblySame;
import watchword.desk.Case;

/// What a member can do about an incident, each act with its key.
record ActsView(Room room) {

  /// Choices beyond the likely ones; more would hide them.
  static final int OTHERS = 40;

  /// One act's form and where it leads back to.
  record Target(Case one, Sitting sitting, Tab tab) {

    Html form(Html html, String path, String... attributes) {
      return html.form(path, sitting.token(), attributes).hidden("id", one.incident().id().value()).hidden("tab", tab.id());
    }
  }

  void show(Html html, Case one, Queue queue, Sitting sitting, Tab tab) {
    Target target = new Target(one, sitting, tab);
    html.open("aside", "class", "acts", "aria-label", "Acts");
    if (one.closed()) {
      html.element("p", "This incident is closed: its reports merge with nothing any more.", "class", "empty");
      new SeriesView(room).acts(html, target, queue);
      withdraw(html, target);
      html.close();
      return;
    }
    boolean takeBack = one.review().isPresent();
    if (takeBack) {
      withdraw(html, target);
    }
    finding(html, target);
    wave(html, target);
    html.open("div", "class", "verdicts");
    verdict(html, target, Verdict.Truth.CONFIRMED, "Confirm", "c");
    verdict(html, target, Verdict.Truth.REFUTED, "Refute", "r");
    verdict(html, target, Verdict.Truth.UNVERIFIABLE, "Unverifiable", "u");
    html.close();
    same(html, target, queue);
    split(html, target);
    new SeriesView(room).acts(html, target, queue);
    aside(html, target);
    new PublishView(room).show(html, target);
    if (!takeBack) {
      withdraw(html, target);
    }
    close(html, target);
    html.close();
  }

  static void summary(Html html, String id, String label, String key) {
    html.open("summary", "id", id).element("span", label);
    for (String one : key.isEmpty() ? new String[0] : key.split(" ", -1)) {
      html.element("kbd", one);
    }
    html.close();
  }

  private static void finding(Html html, Target target) {
    html.open("details", "id", "finding");
    summary(html, "key-f", "Finding…", "f");
    target.form(html, "/act/finding");
    html.open("label").text("How you looked").open("select", "name", "method");
    for (Finding.Method method : Finding.Method.values()) {
      html.option(method.name(), IncidentView.capital(Say.method(method)), false);
    }
    html.close().close().open("fieldset").element("legend", "What came of it");
    for (Finding.Outcome outcome : Finding.Outcome.values()) {
      html.open("label", "class", "choice").empty("input", "type", "radio", "name", "outcome", "value", outcome.name(), "required", "");
      html.text(IncidentView.capital(Say.outcome(outcome))).close();
    }
    html.close().button("Record finding", "").close().close();
  }

  private static void wave(Html html, Target target) {
    if (target.one().corroboration().wave().isPresent()) {
      html.open("p", "class", "to-wave").open("a", "id", "key-v", "href", Link.wave(target.one().incident().id(), target.tab()));
      html.element("span", "Judge the wave…").element("kbd", "v").close().close();
    }
  }

  private static void verdict(Html html, Target target, Verdict.Truth truth, String label, String key) {
    target.form(html, "/act/judge").hidden("truth", truth.name());
    html.button(label, key, "id", "key-" + key).close();
  }

  private void same(Html html, Target target, Queue queue) {
    IncidentId id = target.one().incident().id();
    List<PossiblySame> rivals = queue.rivals(id);
    List<IncidentId> likely = rivals.stream().map(pair -> pair.first().equals(id) ? pair.second() : pair.first()).toList();
    html.open("details", "id", "same");
    summary(html, "key-s", "Same as, or not…", "s d");
    target.form(html, "/act/same");
    html.open("label").text("The other incident").open("select", "name", "other", "required", "");
    html.option("", rivals.isEmpty() ? "None looks like it; choose from the queue" : "Choose", true);
    if (!likely.isEmpty()) {
      html.open("optgroup", "label", "Possibly same");
      likely.forEach(other -> queue.find(other).ifPresent(item -> html.option(other.value(), room.choice(item.one().incident()), false)));
      html.close();
    }
    html.open("optgroup", "label", "In the queue");
    queue.items().stream()
        .filter(item -> !item.id().equals(id) && !likely.contains(item.id()))
        .limit(OTHERS)
        .forEach(item -> html.option(item.id().value(), room.choice(item.one().incident()), false));
    html.close().close().close();
    html.open("div", "class", "pair").button("Same", "", "id", "do-same");
    html.button("Not the same", "", "id", "do-different", "formaction", "/act/different").close();
    html.close().close();
  }

  private static void split(Html html, Target target) {
    if (target.one().incident().readings().size() < 2) {
      return;
    }
    html.open("details", "id", "parting");
    summary(html, "key-x", "Take reports out…", "");
    target.form(html, "/act/split", "id", ReportsView.SPLIT_FORM);
    html.element("p", "Tick the reports that tell of something else, in the list of reports. They and the rest stay apart for good.", "class", "muted");
    html.button("Take the ticked ones out", "").close().close();
  }

  private static void aside(Html html, Target target) {
    html.open("details", "id", "aside");
    summary(html, "key-a", "Put aside…", "a");
    target.form(html, "/act/aside");
    html.open("label").text("It comes back after").open("select", "name", "minutes");
    html.option("30", "30 minutes", true).option("120", "2 hours", false).option("480", "8 hours", false).option("1440", "a day", false);
    html.close().close().button("Put aside", "").close().close();
  }

  private void withdraw(Html html, Target target) {
    target.one().published().filter(notice -> notice.status() != Status.RETRACTED).ifPresent(notice -> {
      if (target.one().review().isPresent()) {
        html.open("details", "id", "withdrawal", "open", "");
      } else {
        html.open("details", "id", "withdrawal");
      }
      summary(html, "key-w", "Withdraw…", "");
      html.element("p", "Out since %s as %s: %s".formatted(
          room.time().near(notice.published(), room.now()), Say.status(notice.status()), room.say().told(notice, room.now())), "class", "muted");
      withdrawal(html, target, notice);
      html.close();
    });
  }

  private static void withdrawal(Html html, Target target, Notice notice) {
    target.form(html, "/act/withdraw").hidden("thread", notice.thread().value());
    html.button("Withdraw it now", "", "class", "grave").close();
  }

  private static void close(Html html, Target target) {
    html.open("details", "id", "closing");
    summary(html, "key-z", "Close…", "");
    target.form(html, "/act/close");
    html.element("p", "Closing freezes the incident: later reports make a new one. It cannot be undone.", "class", "muted");
    html.button("Close the incident", "", "class", "grave").close().close();
  }
}
