package watchword.console;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.core.incident.Incident;
import watchword.core.incident.IncidentId;
import watchword.core.incident.PossiblySame;
import watchword.core.report.ReportId;
import watchword.desk.Case;
import watchword.desk.Doubts;

/// What only a person can settle: pairs that may be one, and acts whose incident fell apart.
record DoubtsView(Room room) {

  private static final int SHOWN = 20;

  void show(Html html, Sitting sitting) {
    Instant now = room.now();
    Doubts doubts = room.desk().doubts(now);
    Map<IncidentId, Case> cases = new LinkedHashMap<>();
    room.desk().sight(sitting.member()).queue(now).forEach(one -> cases.put(one.incident().id(), one));
    html.open("main", "class", "sheet wide").element("h1", "Doubts");
    html.element("h2", "Possibly the same");
    List<PossiblySame> pairs = doubts.possiblySame().stream()
        .filter(pair -> cases.containsKey(pair.first()) && cases.containsKey(pair.second()))
        .sorted((one, other) -> Double.compare(other.score(), one.score()))
        .toList();
    if (pairs.isEmpty()) {
      html.element("p", "No two incidents look like one. Where you know that two are, open one and choose Same as, or not…", "class", "empty");
    }
    for (PossiblySame pair : pairs.subList(0, Math.min(SHOWN, pairs.size()))) {
      pair(html, pair, cases, sitting, now);
    }
    if (pairs.size() > SHOWN) {
      html.element("p", "%d more, less alike.".formatted(pairs.size() - SHOWN), "class", "muted");
    }
    split(html, doubts.split(), sitting.member(), now);
    html.close();
  }

  private void pair(Html html, PossiblySame pair, Map<IncidentId, Case> cases, Sitting sitting, Instant now) {
    html.open("section", "class", "card");
    html.open("div", "class", "sides");
    for (IncidentId id : List.of(pair.first(), pair.second())) {
      Optional.ofNullable(cases.get(id)).ifPresent(one -> side(html, one, now));
    }
    html.close();
    html.element("p", "Alike by %s in log-odds.".formatted(Say.logOdds(pair.score())), "class", "muted");
    html.form("/act/same", sitting.token(), "class", "pair").hidden("id", pair.first().value()).hidden("other", pair.second().value()).hidden("tab", Tab.SAME.id());
    html.button("Same", "").button("Not the same", "", "formaction", "/act/different").close();
    html.close();
  }

  private void side(Html html, Case one, Instant now) {
    Incident incident = Lined.of(one.incident());
    html.open("div").open("h3").element("a", room.say().title(incident), "href", Link.incident(incident.id(), Tab.SAME)).close();
    html.element("p", "%s · %s · %s".formatted(
        Say.percent(one.corroboration().probability()), QueueView.count(one.corroboration().supportingOrigins(), "origin"), QueueView.count(incident.readings().size(), "report")));
    html.element("p", room.time().span(incident.when(), now) + incident.place().map(place -> ", " + room.say().place(place)).orElse(""), "class", "muted");
    new AreaMap(room.config().gazetteer(), room.config().outline()).draw(html, incident);
    html.close();
  }

  private void split(Html html, List<List<ReportId>> acts, String member, Instant now) {
    html.element("h2", "Acts that were split");
    if (acts.isEmpty()) {
      html.element("p", "Every finding still stands on one incident. Where new reports part an incident you have checked, it is listed here, so that you can check again.", "class", "empty");
      return;
    }
    html.open("ul");
    for (List<ReportId> reports : acts) {
      html.open("li").text("A finding on " + QueueView.count(reports.size(), "report") + ", now in: ");
      Map<IncidentId, Case> holders = new LinkedHashMap<>();
      reports.forEach(id -> room.desk().sight(member).holding(id, now).ifPresent(one -> holders.put(one.incident().id(), one)));
      holders.values().forEach(one -> html.element("a", room.say().title(one.incident()), "href", Link.incident(one.incident().id(), Tab.VERIFY)).text(" "));
      html.close();
    }
    html.close();
  }
}
