package watchword.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watchword.core.decision.Policy;
import watchword.core.kind.Kind;
import watchword.core.kind.Language;
import watchword.core.report.Channel;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.desk.Case;
import watchword.desk.Entry;
import watchword.desk.Letters;
import watchword.desk.Showing;

/// The reports of an incident, each a line; what they say only for who asks.
record ReportsView(Room room) {

  /// A page lists and draws no more.
  static final int LISTED = 1_000;

  static final String SPLIT_FORM = "split";

  /// What a member asked for with this page, and what came of it.
  record Read(List<ReportId> reports, Showing.Answer answer) {
    Read {
      reports = List.copyOf(reports);
    }

    boolean refused() {
      return !(answer instanceof Showing.Answer.Shown);
    }
  }

  void list(Html html, Case one, Sitting sitting, Tab tab, Optional<Read> read) {
    html.element("h2", "Reports");
    left(html, sitting.member(), false);
    readAll(html, one, sitting, tab);
    read.filter(asked -> asked.refused() && asked.reports().size() > 1)
        .ifPresent(asked -> html.element("p", Say.against(asked.answer(), room.time(), room.now()), "class", "flash kept", "role", "status"));
    html.open("ol", "class", "reports");
    List<Reading> readings = one.incident().readings();
    for (int i = 0; i < Math.min(LISTED, readings.size()); i++) {
      report(html, one, readings.get(i), i + 1, sitting, tab, read);
    }
    html.close();
    if (readings.size() > LISTED) {
      html.element("p", "The first %,d of %,d reports are listed.".formatted(LISTED, readings.size()), "class", "muted");
    }
  }

  /// How much of the day is left; by itself where a page takes it in.
  void left(Html html, String member, boolean swapped) {
    if (swapped) {
      html.open("p", "id", "left", "class", "muted", "hx-swap-oob", "true");
    } else {
      html.open("p", "id", "left", "class", "muted");
    }
    Instant midnight = Showing.midnight(room.now());
    html.text("What a report says, its photos, its minute and its place are shown to who asks, and the asking is noted. You may ask for %d of %d until %s.".formatted(
        room.desk().showing().left(member, room.now()), Policy.SHOWN_A_DAY, room.time().near(midnight, room.now()))).close();
  }

  private static void readAll(Html html, Case one, Sitting sitting, Tab tab) {
    int count = one.incident().readings().size();
    if (count < 2 || count > Policy.SHOWN_A_DAY) {
      return;
    }
    html.form("/read-all", sitting.token(), "class", "read-all").hidden("id", one.incident().id().value()).hidden("tab", tab.id());
    html.button(count > Policy.SHOWN_AT_ONCE ? "Ask to read all %d: takes another member's word".formatted(count) : "Read all " + count, "").close();
  }

  /// What came of asking for one report, as a fragment of the page.
  String fragment(Read read, Case one, String member) {
    Html html = new Html();
    one.incident().readings().stream().filter(reading -> read.reports().contains(reading.id())).forEach(reading -> told(html, reading, read));
    left(html, member, true);
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
    html.open("span").text(facts(Lined.of(reading), one.incident().kind()));
    sender(html, reading, sitting.member());
    html.close();
    html.close();
    html.form("/read", sitting.token(), "hx-post", "/read", "hx-target", "#w" + number, "hx-swap", "innerHTML", "class", "read");
    html.hidden("report", reading.id().value()).hidden("id", one.incident().id().value()).hidden("tab", tab.id());
    html.element("button", "Read", "class", "quiet", "aria-label", "Read report " + number).close();
    html.open("div", "id", "w" + number, "class", "words-box", "aria-live", "polite");
    read.filter(asked -> asked.reports().contains(reading.id()) && (asked.reports().size() == 1 || !asked.refused())).ifPresent(asked -> told(html, reading, asked));
    html.close();
    photos(html, reading, number, sitting);
    html.close();
  }

  /// A button a photo; of one that is named and has not come, that it has not.
  private void photos(Html html, Reading reading, int number, Sitting sitting) {
    List<Boolean> came = room.desk().sight(sitting.member()).photos(reading.id());
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

  /// Where a reply reaches its sender, a way to write it; and what came back, if something did.
  private void sender(Html html, Reading reading, String member) {
    Letters.Exchange thread = room.desk().letters().thread(member, reading.id(), room.now());
    long back = thread.letters().stream().filter(letter -> letter instanceof Entry.Continued).count();
    if (thread.reachable()) {
      html.text(" · ").element("a", back > 0 ? "Its sender wrote back (%d)".formatted(back) : thread.letters().isEmpty() ? "Write to its sender" : "Written to its sender",
          "href", Link.sender(reading.id()));
    }
  }

  private void told(Html html, Reading reading, Read read) {
    if (words(html, reading.id(), read)) {
      html.element("p", exactly(reading), "class", "muted");
    }
  }

  /// The words of a report, or of what its sender said later; false where something stands against it, or no key opens them.
  boolean words(Html html, ReportId id, Read read) {
    if (!(read.answer() instanceof Showing.Answer.Shown shown)) {
      html.element("p", Say.against(read.answer(), room.time(), room.now()), "class", "flash kept");
      return false;
    }
    Optional<String> words = shown.words().getOrDefault(id, Optional.empty());
    if (words.isEmpty()) {
      html.element("p", "No key of yours opens the words: the report came before you did, is closed and its key is gone, or its sender had it destroyed.", "class", "muted");
      return false;
    }
    if (words.get().isBlank()) {
      html.element("p", "The report has no words.", "class", "muted");
    } else {
      html.words(words.get());
    }
    return true;
  }

  /// What a line leaves out.
  private String exactly(Reading reading) {
    String figures = reading.figures().stream().map(figure -> " · " + figure.name() + " " + figure.value()).collect(Collectors.joining());
    return "Exactly: " + room.time().span(reading.when(), room.now()) + " · " + room.say().place(reading) + figures;
  }

  private String facts(Reading reading, Kind kind) {
    StringBuilder facts = new StringBuilder(IncidentView.capital(Say.stance(reading.stance())));
    if (!reading.kind().equals(kind)) {
      facts.append(", as ").append(reading.kind().name(Language.EN));
    }
    facts.append(" · ").append(Say.channel(reading.channel()));
    if (Set.of(Channel.OBSERVER, Channel.PUBLIC, Channel.PARTNER).contains(reading.channel())) {
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
