package watchword.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watchword.core.corroboration.OriginGroup;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.Stance;
import watchword.desk.Case;
import watchword.desk.WaveVerdict;

/// A wave's reports by their wording, to tick what is genuine, and the question before it is judged.
record WaveView(Room room) {

  static final String PATH = "/wave";
  static final String FORM = "wave";

  /// A page lists no more; what is left is listed once these are judged.
  static final int LISTED = 1_000;

  /// Reports of one wording, each with its number on the incident's page.
  private record Wording(List<Reading> readings, boolean proven, boolean denies) {
    boolean alone() {
      return readings.size() == 1;
    }
  }

  /// Returns the reports it listed.
  Set<ReportId> list(Html html, Case one, Sitting sitting, Tab tab) {
    Map<ReportId, Integer> numbers = new HashMap<>();
    one.incident().reports().stream().limit(LISTED).forEach(id -> numbers.put(id, numbers.size() + 1));
    List<Wording> wordings = wordings(one, numbers.keySet());
    html.open("main", "class", "sheet wide wave-list").element("h1", "Judge the wave");
    html.element("p", "%s: %s in %s.".formatted(
        room.say().title(one.incident()), QueueView.count(numbers.size(), "report"), QueueView.count(wordings.size(), "wording")), "class", "lead");
    one.corroboration().wave().ifPresent(reasons -> html.open("p", "class", "wave-box").element("b", "Wave? ").text(IncidentView.capital(reasons) + ".").close());
    html.element("p", "Tick what is genuine. It is lifted out first and stands apart for good; the rest is refuted in the same act. A denial that is right stays in: it gains by it. "
        + "Reading a report's words is noted in the journal.");
    if (one.incident().readings().size() > LISTED) {
      html.element("p", "The first %d reports are listed. Judge these, and the others are listed next.".formatted(LISTED), "class", "muted");
    }
    ReportsView reports = new ReportsView(room);
    section(html, "Look at these first: words of their own", wordings.stream().filter(Wording::alone).toList(), one, numbers, reports, sitting, tab);
    section(html, "The same words", wordings.stream().filter(wording -> !wording.alone()).toList(), one, numbers, reports, sitting, tab);
    html.form(PATH, sitting.token(), "id", FORM, "class", "pair").hidden("id", one.incident().id().value()).hidden("tab", tab.id());
    html.button("Go on: nothing is done yet", "", "class", "primary").close();
    back(html, one, tab);
    html.close();
    return Set.copyOf(numbers.keySet());
  }

  private static void section(
      Html html, String heading, List<Wording> wordings, Case one, Map<ReportId, Integer> numbers, ReportsView reports, Sitting sitting, Tab tab) {
    if (wordings.isEmpty()) {
      return;
    }
    html.element("h2", heading);
    boolean alone = wordings.getFirst().alone();
    if (alone) {
      html.open("ol", "class", "reports");
      wordings.forEach(wording -> reports.ticked(html, one, wording.readings().getFirst(), numbers, sitting, tab));
      html.close();
      return;
    }
    for (Wording wording : wordings) {
      html.open("details", "class", "wording").open("summary").element("b", QueueView.count(wording.readings().size(), "report"));
      html.text(" that go back to report %d%s%s".formatted(
          numbers.getOrDefault(wording.readings().getFirst().id(), 0), wording.proven() ? ", a proven source" : "", wording.denies() ? ", all denials" : "")).close();
      html.open("ol", "class", "reports");
      wording.readings().forEach(reading -> reports.ticked(html, one, reading, numbers, sitting, tab));
      html.close().close();
    }
  }

  /// Single ones first, of these what was seen, then what was foretold, then what only asks; then the largest.
  private static List<Wording> wordings(Case one, Set<ReportId> listed) {
    Map<ReportId, Reading> readings = new HashMap<>();
    one.incident().readings().forEach(reading -> readings.put(reading.id(), reading));
    List<Wording> wordings = new ArrayList<>();
    for (OriginGroup group : one.corroboration().origins()) {
      List<Reading> held = group.reports().stream().filter(listed::contains).filter(readings::containsKey).map(readings::get).toList();
      if (!held.isEmpty()) {
        wordings.add(new Wording(held, group.proven(), group.denies()));
      }
    }
    wordings.sort(Comparator.comparingInt((Wording wording) -> wording.alone() ? 0 : -wording.readings().size())
        .thenComparing(wording -> wording.readings().getFirst().stance() == Stance.QUESTION)
        .thenComparing(wording -> wording.readings().getFirst().foretells())
        .thenComparing(wording -> wording.readings().getFirst(), Reading.ORDER));
    return wordings;
  }

  /// Says what the act comes to, before it is done.
  void ask(Html html, Case one, WaveVerdict verdict, WaveVerdict.Done done, Sitting sitting, Tab tab) {
    html.open("main", "class", "sheet").element("h1", "Judge the wave?");
    html.element("p", room.say().title(one.incident()), "class", "lead");
    html.open("ul");
    html.element("li", done.lifted() == 0 ? "No report is lifted out." : QueueView.count(done.lifted(), "report") + " lifted out, apart from the others for good.");
    html.element("li", "%s refuted. The records of their sources follow.".formatted(QueueView.count(done.refuted(), "report")));
    if (done.unlisted() > 0) {
      html.element("li", unlisted(done.unlisted()));
    }
    html.element("li", "Nothing is published or withdrawn by this.").close();
    html.form("/act/wave", sitting.token(), "class", "pair").hidden("id", one.incident().id().value()).hidden("tab", tab.id());
    verdict.genuine().stream().sorted().forEach(id -> html.hidden("report", id.value()));
    html.button(done.lifted() == 0 ? "Refute " + done.refuted() : "Lift out %d and refute %d".formatted(done.lifted(), done.refuted()), "", "class", "grave", "autofocus", "").close();
    back(html, one, tab);
    html.close();
  }

  static String unlisted(int count) {
    return "%s of it %s not on the list you saw, and %s not judged.".formatted(QueueView.count(count, "report"), count == 1 ? "was" : "were", count == 1 ? "is" : "are");
  }

  private static void back(Html html, Case one, Tab tab) {
    html.open("p", "class", "back").element("a", "Back to the incident; nothing is done", "href", Link.incident(one.incident().id(), tab)).close();
  }
}
