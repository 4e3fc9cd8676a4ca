package watchword.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import watchword.core.kind.Kind;
import watchword.core.kind.Language;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.desk.Case;

/// The reports of an incident; their words only for who asks, one by one.
record ReportsView(Room room) {

  static final String SPLIT_FORM = "split";

  /// Words that a member asked for with this page.
  ///
  /// @param words empty where they are forgotten, or came before the member
  record Read(ReportId report, Optional<String> words) {}

  void list(Html html, Case one, Sitting sitting, Tab tab, Optional<Read> read) {
    html.element("h2", "Reports");
    html.element("p", "Reading a report's words, or looking at its photo, is noted in the journal.", "class", "muted");
    html.open("ol", "class", "reports");
    List<Reading> readings = one.incident().readings();
    for (int i = 0; i < readings.size(); i++) {
      report(html, one, readings.get(i), i + 1, sitting, tab, read);
    }
    html.close();
  }

  /// The words as a fragment of the page.
  static String fragment(Read read) {
    Html html = new Html();
    words(html, read);
    return html.toString();
  }

  /// A report in a wave's list, with a box for what is genuine.
  void ticked(Html html, Case one, Reading reading, Map<ReportId, Integer> numbers, Sitting sitting, Tab tab) {
    report(html, one, reading, numbers.getOrDefault(reading.id(), 0), sitting, tab, Optional.empty(), WaveView.FORM, "is genuine");
  }

  private void report(Html html, Case one, Reading reading, int number, Sitting sitting, Tab tab, Optional<Read> read) {
    boolean parts = one.incident().readings().size() > 1 && !one.closed();
    report(html, one, reading, number, sitting, tab, read, parts ? SPLIT_FORM : "", "to be taken out");
  }

  /// @param form whose box stands before it, empty for none
  private void report(Html html, Case one, Reading reading, int number, Sitting sitting, Tab tab, Optional<Read> read, String form, String meaning) {
    html.open("li", "id", "r" + number);
    html.open("p", "class", "report-line");
    if (!form.isEmpty()) {
      html.empty("input", "type", "checkbox", "name", "report", "value", reading.id().value(), "form", form, "aria-label", "Report %d, %s".formatted(number, meaning));
    }
    html.element("b", Integer.toString(number), "class", "report-number");
    html.open("span").text(facts(reading, one.incident().kind())).close();
    html.close();
    html.form("/read", sitting.token(), "hx-post", "/read", "hx-target", "#w" + number, "hx-swap", "innerHTML", "class", "read");
    html.hidden("report", reading.id().value()).hidden("id", one.incident().id().value()).hidden("tab", tab.id());
    html.element("button", "Read", "class", "quiet", "aria-label", "Read report " + number).close();
    html.open("div", "id", "w" + number, "class", "words-box", "aria-live", "polite");
    read.filter(asked -> asked.report().equals(reading.id())).ifPresent(asked -> words(html, asked));
    html.close();
    photos(html, reading, number, sitting);
    html.close();
  }

  /// A button a photo; of one that is named and has not come, that it has not.
  private void photos(Html html, Reading reading, int number, Sitting sitting) {
    List<Boolean> came = room.desk().photos(sitting.member(), reading.id());
    for (int i = 0; i < came.size(); i++) {
      if (!came.get(i)) {
        html.element("p", "Photo %d has not come yet.".formatted(i + 1), "class", "muted");
        continue;
      }
      String target = "p%d-%d".formatted(number, i + 1);
      html.form(PhotoPage.PATH, sitting.token(), "hx-post", PhotoPage.PATH, "hx-target", "#" + target, "hx-swap", "innerHTML", "class", "read");
      html.hidden("report", reading.id().value()).hidden("number", Integer.toString(i));
      html.element("button", "Photo " + (i + 1), "class", "quiet", "aria-label", "Show photo %d of report %d".formatted(i + 1, number)).close();
      html.open("div", "id", target, "class", "photo-box", "aria-live", "polite").close();
    }
  }

  private static void words(Html html, Read read) {
    if (read.words().isEmpty()) {
      html.element("p", "No key of yours opens the words: the report came before you did, or is closed and its key is gone.", "class", "muted");
    } else if (read.words().get().isBlank()) {
      html.element("p", "The report has no words.", "class", "muted");
    } else {
      html.words(read.words().get());
    }
  }

  private String facts(Reading reading, Kind kind) {
    StringBuilder facts = new StringBuilder(IncidentView.capital(Say.stance(reading.stance())));
    if (!reading.kind().equals(kind)) {
      facts.append(", as ").append(reading.kind().name(Language.EN));
    }
    facts.append(" · ").append(Say.channel(reading.channel()));
    if (reading.channel() != Channel.SEALED && reading.channel() != Channel.BY_HAND) {
      facts.append(' ').append(reading.source());
    }
    facts.append(" · ").append(room.time().span(reading.when(), room.now()));
    facts.append(" · ").append(room.say().place(reading));
    if (!reading.figures().isEmpty()) {
      facts.append(" · ").append(reading.figures().stream().map(figure -> figure.name() + " " + figure.value()).collect(Collectors.joining(", ")));
    }
    if (reading.foretells()) {
      facts.append(" · claims a later hour");
    }
    if (!reading.media().isEmpty()) {
      facts.append(" · ").append(QueueView.count(reading.media().size(), "photo"));
    }
    return facts.toString();
  }
}
