package watchword.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchword.core.corroboration.Admiralty;
import watchword.core.corroboration.Corroboration;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.Verdict;
import watchword.core.incident.Incident;
import watchword.desk.Case;
import watchword.desk.Entry;

/// One incident: how likely, where, when, why, and what was done about it.
record IncidentView(Room room) {

  void show(Html html, Case one, Sitting sitting, Tab tab, Optional<ReportsView.Read> read) {
    Incident incident = Lined.of(one.incident());
    html.open("section", "class", "incident", "aria-labelledby", "title");
    html.element("p", "", "id", "fresh", "role", "status");
    head(html, one, incident);
    TakeBack.of(one).ifPresent(back -> back.show(html));
    wave(html, one.corroboration());
    new AttributesView(room.time()).show(html, one.incident(), room.now());
    html.open("div", "class", "figures");
    figure(html, "Where: a circle a report, sealed ones by cells of a kilometre; the cross is the desk's estimate");
    Incident drawn = first(incident);
    new AreaMap(room.config().gazetteer(), room.config().outline()).draw(html, drawn);
    html.close();
    figure(html, "When: a bar a report, sealed ones by the hour");
    new Timeline(room.time()).draw(html, drawn);
    html.close().close();
    if (drawn.readings().size() < incident.readings().size()) {
      html.element("p", "Drawn are the first %,d of %,d reports.".formatted(drawn.readings().size(), incident.readings().size()), "class", "muted");
    }
    new SeriesView(room).list(html, one, sitting, tab);
    new WhyView().show(html, incident, one.corroboration());
    new OriginsView(room).show(html, incident, one.corroboration());
    done(html, one, sitting.member());
    new ReportsView(room).list(html, one, sitting, tab, read);
    html.close();
  }

  /// @param incident as lines tell it
  private void head(Html html, Case one, Incident incident) {
    Corroboration weight = one.corroboration();
    Admiralty grade = weight.grade();
    html.open("header").element("h1", room.say().title(one.incident()), "id", "title");
    html.open("p", "class", "likely");
    html.element("span", Say.percent(weight.probability()), "class", "percent");
    html.text(" (" + Say.range(weight.interval()) + ") ");
    html.element("span", grade.toString(), "class", "grade g" + grade.number(), "title", Say.reliability(grade.letter()) + ", " + Say.credibility(grade.number()));
    html.text(" ").element("span", one.published().map(notice -> Say.status(notice.status())).orElse("NOT PUBLISHED"), "class", "flag told");
    if (one.closed()) {
      html.text(" ").element("span", "CLOSED", "class", "flag told");
    }
    html.close();
    html.element("p", capital(room.config().likelihoods().says(weight.probability())) + ".", "class", "muted");
    html.element("p", "%s: %s, %s. %s from %s, %s.".formatted(
        grade, Say.reliability(grade.letter()), Say.credibility(grade.number()),
        QueueView.count(weight.supportingOrigins(), "independent origin"), QueueView.count(one.incident().readings().size(), "report"),
        QueueView.count(weight.provenSupports(), "proven support")));
    html.open("p", "class", "muted").text(room.time().span(incident.when(), room.now()));
    incident.place().ifPresent(place -> html.text(", " + room.say().place(place)));
    html.close();
    one.incident().lastSeen().ifPresent(seen -> lasts(html, one.incident(), seen));
    html.close();
  }

  /// Of a state it counts when it was last seen, and whether somebody has looked since and saw nothing.
  private void lasts(Html html, Incident incident, Instant seen) {
    Instant now = room.now();
    boolean lined = Lined.applies(incident);
    String gone = incident.goneSince().map(since -> "; nobody sees it since " + (lined ? "about " + room.time().near(Lined.hour(since), now) : room.time().near(since, now))).orElse("");
    html.element("p", "It lasts: last seen " + (lined ? "after " + room.time().near(Lined.hour(seen), now) : room.time().near(seen, now)) + gone + ".", "class", "muted");
  }

  private static void wave(Html html, Corroboration weight) {
    weight.wave().ifPresent(reasons -> {
      html.open("p", "class", "wave-box").element("b", "Wave? ").text(capital(reasons) + ". ");
      html.text("The flag lowers nothing by itself: many true reports can look so too. Check it before anything goes out.").close();
    });
  }

  /// The incident, with no more reports than a page can hold.
  private static Incident first(Incident incident) {
    int count = Math.min(ReportsView.LISTED, incident.readings().size());
    return new Incident(incident.id(), incident.kind(), incident.place(), incident.when(), incident.readings().subList(0, count));
  }

  private static void figure(Html html, String caption) {
    html.open("figure").element("figcaption", caption, "class", "muted");
  }

  private void done(Html html, Case one, String member) {
    List<Verdict> verdicts = room.desk().sight(member).verdicts(one);
    if (one.findings().isEmpty() && verdicts.isEmpty() && one.wishes().isEmpty() && one.aside().isEmpty()) {
      return;
    }
    Instant now = room.now();
    html.element("h2", "What was done").open("ul", "class", "done");
    for (Finding finding : one.findings()) {
      html.element("li", "%s %s %s (%s).".formatted(room.time().near(finding.at(), now), finding.member(), Say.outcome(finding.outcome()), Say.method(finding.method())));
    }
    for (Verdict verdict : verdicts) {
      html.element("li", "%s %s %s.".formatted(room.time().near(verdict.at(), now), verdict.member(), Say.verdict(verdict.truth())));
    }
    for (Entry.Wished wish : one.wishes()) {
      html.element("li", "%s %s asked to publish it as %s%s.".formatted(
          room.time().near(wish.at(), now), wish.member(), Say.status(wish.status()), wish.note().isEmpty() ? "" : ", with the note: " + wish.note()));
    }
    one.aside().ifPresent(aside -> html.element("li", "%s %s put it aside until %s.".formatted(
        room.time().near(aside.at(), now), aside.member(), room.time().near(aside.until(), now))));
    html.close();
  }

  static String capital(String sentence) {
    return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
