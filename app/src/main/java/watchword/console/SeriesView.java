package watchword.console;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import watchword.core.incident.Incident;
import watchword.core.incident.IncidentId;
import watchword.desk.Case;

/// The series an incident is in, and the acts that put it there and take it out.
record SeriesView(Room room) {

  /// A glance holds no more; each leads on to the others.
  private static final int SHOWN = 8;

  void list(Html html, Case one, Sitting sitting, Tab tab) {
    if (one.series().isEmpty()) {
      return;
    }
    Instant now = room.now();
    IncidentId id = one.incident().id();
    List<Incident> others = one.series().reversed().stream().filter(incident -> !incident.id().equals(id)).toList();
    html.element("h2", "In a series with");
    html.element("p", "By when they began, this is the %s of %d. Each is weighed and published by itself.".formatted(
        place(one), one.series().size()), "class", "muted");
    html.open("ul", "class", "series");
    for (Incident other : others.subList(0, Math.min(SHOWN, others.size()))) {
      html.open("li").element("a", room.say().title(other), "href", Link.incident(other.id(), tab));
      html.element("span", room.time().span(Lined.of(other).when(), now), "class", "muted");
      Case beside = room.desk().sight(sitting.member()).get(other.id(), now);
      String told = beside.published().map(notice -> Say.status(notice.status())).orElse("NOT PUBLISHED");
      html.element("span", told, "class", "flag told");
      if (beside.closed()) {
        html.element("span", "CLOSED", "class", "flag told");
      }
      html.close();
    }
    html.close();
    if (others.size() > SHOWN) {
      html.element("p", "%d more began earlier.".formatted(others.size() - SHOWN), "class", "muted");
    }
  }

  void acts(Html html, ActsView.Target target, Queue queue) {
    Case one = target.one();
    html.open("details", "id", "series");
    ActsView.summary(html, "key-i", "In a series with…", "i");
    target.form(html, "/act/join-series");
    html.element("p", "For what happens again and again. Each stays an incident of its own.", "class", "muted");
    choices(html, one, queue, room.desk().sight(target.sitting().member()).alike(one));
    html.button("Link as a series", "").close();
    if (!one.series().isEmpty()) {
      target.form(html, "/act/leave-series").button("Take this one out of its series", "").close();
    }
    html.close();
  }

  private void choices(Html html, Case one, Queue queue, List<Incident> alike) {
    html.open("label").text("The other incident").open("select", "name", "other", "required", "");
    html.option("", alike.isEmpty() ? "Nothing else like it is near; choose from the queue" : "Choose", true);
    Set<IncidentId> named = new HashSet<>(Set.of(one.incident().id()));
    one.series().forEach(incident -> named.add(incident.id()));
    if (!alike.isEmpty()) {
      html.open("optgroup", "label", "Like it and near, closed ones too");
      alike.stream().limit(ActsView.OTHERS).forEach(other -> {
        named.add(other.id());
        html.option(other.id().value(), room.choice(other), false);
      });
      html.close();
    }
    html.open("optgroup", "label", "In the queue");
    queue.items().stream()
        .filter(item -> !named.contains(item.id()))
        .limit(ActsView.OTHERS)
        .forEach(item -> html.option(item.id().value(), room.choice(item.one().incident()), false));
    html.close().close().close();
  }

  /// `3rd`: where an incident stands in its series, by when each began.
  static String place(Case one) {
    return ordinal(1 + one.series().stream().map(Incident::id).toList().indexOf(one.incident().id()));
  }

  static String ordinal(int number) {
    boolean teen = number / 10 % 10 == 1;
    return number + (teen ? "th" : switch (number % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    });
  }
}
