package watchword.console;

import java.util.function.Consumer;

/// What stands around every page: the desk's name, the rooms, the lock, the keys.
record Frame(Room room) {

  private static final String[][] KEYS = {
    {"j k", "move down and up the queue"},
    {"o", "open the incident under the mark"},
    {"c r u", "go to Confirm, Refute, Unverifiable; Enter does it"},
    {"f", "record a finding"},
    {"s d", "same as another, not the same"},
    {"i", "in a series with another"},
    {"a", "put aside"},
    {"p", "publish"},
    {"v", "judge a wave: its list"},
    {"l", "lock"},
    {"?", "these keys"},
  };

  /// The rooms of the console.
  enum Place {
    QUEUE("Queue", "/"),
    DOUBTS("Doubts", "/doubts"),
    COUNTS("Counts", CountsView.PATH),
    SENDERS("Senders", SendersView.PATH),
    PUBLISHED("Published", "/published"),
    QUESTIONS("Questions", QuestionsView.PATH),
    RECORD("Our record", RecordView.PATH),
    MEMBERS("Members", MembersView.PATH),
    ENTER("Enter a report", "/enter");

    private final String label;
    private final String path;

    Place(String label, String path) {
      this.label = label;
      this.path = path;
    }
  }

  String page(String title, Place here, Sitting sitting, Consumer<Html> body) {
    Html html = Html.page();
    html.open("html", "lang", "en");
    head(html, title);
    html.open("body", "class", "room-" + here.label.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
    header(html, here, sitting);
    sitting.session().notices().forEach(sentence -> html.element("p", sentence, "class", "flash kept", "role", "note"));
    TimeActs.ask(html, sitting);
    room.unlocked().get().ifPresent(desk -> new AskedView(room).show(html, desk, sitting));
    sitting.said().ifPresent(flash -> html.element("p", flash.sentence(), "class", flash.done() ? "flash done" : "flash kept", "role", "status"));
    body.accept(html);
    keys(html);
    return html.close().close().toString();
  }

  /// A page for nobody in particular: unlock, refusals, failures.
  String bare(String title, Consumer<Html> body) {
    Html html = Html.page();
    html.open("html", "lang", "en");
    head(html, title);
    html.open("body", "class", "bare").open("main");
    html.element("p", room.config().deskName(), "class", "brand");
    body.accept(html);
    return html.close().close().close().toString();
  }

  private void head(Html html, String title) {
    html.open("head").empty("meta", "charset", "utf-8");
    html.element("title", title + " · " + room.config().deskName());
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.empty("meta", "name", "htmx-config", "content",
        "{\"includeIndicatorStyles\":false,\"allowEval\":false,\"allowScriptTags\":false,\"selfRequestsOnly\":true,\"historyEnabled\":false}");
    html.empty("link", "rel", "stylesheet", "href", Door.ASSETS + "console.css");
    html.empty("link", "rel", "icon", "href", "data:,");
    html.element("script", "", "src", Door.ASSETS + "htmx.min.js", "defer", "");
    html.element("script", "", "src", Door.ASSETS + "console.js", "defer", "");
    html.close();
  }

  private void header(Html html, Place here, Sitting sitting) {
    html.open("header", "class", "bar");
    html.element("p", room.config().deskName(), "class", "brand");
    html.open("nav", "aria-label", "Rooms");
    for (Place place : Place.values()) {
      String label = place.label + (place == Place.COUNTS ? alarms(sitting) : "");
      if (place == here) {
        html.element("a", label, "href", place.path, "aria-current", "page");
      } else {
        html.element("a", label, "href", place.path);
      }
    }
    html.close();
    long seconds = room.sessions().left(sitting).toSeconds();
    html.element("p", room.time().moment(room.now()), "class", "clock muted");
    html.open("p", "class", "member").element("b", sitting.member()).text(" ");
    html.element("span", "locks in " + DeskTime.length(room.sessions().left(sitting)), "id", "idle", "data-seconds", Long.toString(seconds), "class", "muted").close();
    html.element("button", "Keys", "type", "button", "id", "show-keys", "class", "quiet", "aria-keyshortcuts", "?");
    html.form("/lock", sitting.token(), "id", "lock").button("Lock", "l", "class", "quiet", "id", "key-l").close();
    html.close();
  }

  /// How many kinds and places have an alarm of which nobody said what it was.
  private String alarms(Sitting sitting) {
    int unhandled = room.unlocked().get().map(desk -> desk.counts().unhandled(sitting.member(), room.now())).orElse(0);
    return unhandled == 0 ? "" : " (%d)".formatted(unhandled);
  }

  private static void keys(Html html) {
    html.open("dialog", "id", "keys", "aria-labelledby", "keys-title").element("h2", "Keys", "id", "keys-title").open("dl");
    for (String[] key : KEYS) {
      html.open("dt");
      for (String one : key[0].split(" ", -1)) {
        html.element("kbd", one).text(" ");
      }
      html.close().element("dd", key[1]);
    }
    html.close();
    html.open("form", "method", "dialog").element("button", "Back").close().close();
  }
}
