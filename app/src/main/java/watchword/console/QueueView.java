package watchword.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchword.core.corroboration.Corroboration;
import watchword.core.incident.IncidentId;
import watchword.core.kind.Shape;
import watchword.desk.Case;

/// The queue's tabs and list; polled, so that it stays true while somebody reads.
record QueueView(Room room) {

  /// The list asks for itself this often.
  private static final String POLL = "every 5s";

  /// A glance holds no more; the rest is behind a better sorting.
  private static final int SHOWN = 60;

  void tabs(Html html, Queue queue, Tab here, boolean swapped) {
    if (swapped) {
      html.open("nav", "id", "tabs", "aria-label", "Parts of the queue", "hx-swap-oob", "true");
    } else {
      html.open("nav", "id", "tabs", "aria-label", "Parts of the queue");
    }
    for (Tab tab : Tab.values()) {
      if (tab == here) {
        html.open("a", "id", "tab-" + tab.id(), "href", Link.tab(tab), "aria-current", "true");
      } else {
        html.open("a", "id", "tab-" + tab.id(), "href", Link.tab(tab));
      }
      html.text(tab.label()).text(" ").element("span", Integer.toString(queue.in(tab).size()), "class", "count").close();
    }
    html.close();
  }

  /// @param open the incident shown beside the list
  void list(Html html, Queue queue, Tab tab, Optional<Case> open) {
    Instant now = room.now();
    String at = open.map(one -> one.incident().id().value()).orElse("");
    int reports = open.map(one -> one.incident().readings().size()).orElse(0);
    html.open("div", "id", "queue", "hx-get", Link.queue(tab, at, reports), "hx-trigger", POLL, "hx-swap", "outerHTML");
    List<Queue.Item> items = queue.in(tab);
    if (items.isEmpty()) {
      html.element("p", tab.empty(), "class", "empty");
      elsewhere(html, queue);
    } else if (!tab.note().isEmpty()) {
      html.element("p", tab.note(), "class", "muted");
    }
    html.open("ol");
    for (Queue.Item item : items.subList(0, Math.min(SHOWN, items.size()))) {
      item(html, item, tab, open.map(one -> one.incident().id()), now);
    }
    html.close();
    if (items.size() > SHOWN) {
      html.element("p", "%d more need less than these.".formatted(items.size() - SHOWN), "class", "muted");
    }
    html.close();
  }

  /// An empty list is no empty desk: the first part that holds something is named.
  private static void elsewhere(Html html, Queue queue) {
    Stream.of(Tab.READY, Tab.VERIFY, Tab.WAITING).filter(tab -> !queue.in(tab).isEmpty()).findFirst().ifPresent(tab ->
        html.open("p")
            .element("a", count(queue.in(tab).size(), "incident") + " under " + tab.label(), "href", Link.tab(tab)).close());
  }

  /// Says that the open incident has changed since its page was made.
  void fresh(Html html, int before, int after) {
    html.open("p", "id", "fresh", "role", "status", "hx-swap-oob", "true");
    if (after != before) {
      html.text(after > before ? count(after - before, "new report") + " in this incident. " : "This incident was joined or parted. ");
      html.element("a", "Show it as it is now", "href", "");
    }
    html.close();
  }

  private void item(Html html, Queue.Item item, Tab tab, Optional<IncidentId> open, Instant now) {
    Case one = item.one();
    String link = Link.incident(item.id(), tab);
    String id = "q-" + item.id().value().replaceAll("[^A-Za-z0-9_-]", "-");
    html.open("li");
    if (open.filter(item.id()::equals).isPresent()) {
      html.open("a", "id", id, "href", link, "aria-current", "true");
    } else {
      html.open("a", "id", id, "href", link);
    }
    html.element("b", room.say().title(one.incident()), "class", "title");
    Corroboration weight = one.corroboration();
    html.open("span", "class", "facts").element("span", Say.percent(weight.probability()), "class", "percent");
    html.text(" · %s · %s".formatted(count(weight.supportingOrigins(), "origin"), count(one.incident().readings().size(), "report"))).close();
    TakeBack.of(one).ifPresent(back -> html.element("span", back.question(), "class", "facts"));
    html.open("span", "class", "facts muted").text(state(one, now));
    html.close();
    html.open("span", "class", "flags");
    flags(html, one);
    html.close().close().close();
  }

  private static void flags(Html html, Case one) {
    if (one.review().isPresent()) {
      html.element("span", "Withdraw?", "class", "flag danger");
    }
    if (one.corroboration().wave().isPresent()) {
      html.element("span", "Wave?", "class", "flag wave");
    }
    if (one.incident().kind().rule().dangerToLife()) {
      html.element("span", "Danger to life", "class", "flag danger");
    }
    one.published().ifPresent(notice -> html.element("span", Say.status(notice.status()), "class", "flag told"));
  }

  private String state(Case one, Instant now) {
    StringBuilder state = new StringBuilder(one.incident().kind().speedKmh() > 0 ? "moves · " : one.incident().kind().shape() == Shape.STATE ? "lasts · " : "");
    Instant latest = one.incident().lastSeen().orElse(one.incident().when().latest());
    Duration ago = Duration.between(latest, now);
    state.append(ago.isNegative() ? "until " + room.time().near(Lined.of(one.incident()).when().latest(), now)
        : !Lined.applies(one.incident()) ? "last seen " + DeskTime.length(ago) + " ago"
        : ago.toHours() == 0 ? "last seen within the hour" : "last seen " + DeskTime.length(Duration.ofHours(ago.toHours())) + " ago");
    one.incident().goneSince().ifPresent(gone -> state.append(" · nobody sees it since ").append(Lined.applies(one.incident()) ? "about " + room.time().near(Lined.hour(gone), now) : room.time().near(gone, now)));
    if (!one.series().isEmpty()) {
      state.append(" · ").append(SeriesView.place(one)).append(" of a series");
    }
    if (!one.wishes().isEmpty()) {
      state.append(" · asked by ").append(String.join(", ", one.wishes().stream().map(wish -> wish.member()).distinct().toList()));
    } else if (!one.findings().isEmpty()) {
      state.append(" · ").append(count(one.findings().size(), "check"));
    }
    return state.toString();
  }

  static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
