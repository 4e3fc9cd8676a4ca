package watchword.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import watchword.core.corroboration.Corroboration;
import watchword.core.corroboration.OriginGroup;
import watchword.core.corroboration.OriginGroup.Echo;
import watchword.core.corroboration.OriginGroup.Echo.Why;
import watchword.core.incident.Incident;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;

/// Who goes back to whom: each origin with its copies behind it, as a picture and in words.
record OriginsView(Room room) {

  /// A picture holds no more rows for each side; origins with copies come first.
  private static final int ROWS = 12;

  private static final int NAMED = 8;

  /// An origin with the numbers that its reports have on the page.
  ///
  /// @param first the report that the others go back to
  /// @param copies in the order of time
  record Origin(Numbered first, List<Copy> copies, boolean proven, boolean denies) {
    Origin {
      copies = List.copyOf(copies);
    }
  }

  record Numbered(int number, Reading reading) {}

  record Copy(Numbered report, Why why) {}

  void show(Html html, Incident incident, Corroboration weight) {
    List<Origin> origins = origins(incident, weight.origins());
    if (origins.isEmpty()) {
      return;
    }
    List<Origin> supports = origins.stream().filter(origin -> !origin.denies()).toList();
    List<Origin> denials = origins.stream().filter(Origin::denies).toList();
    html.element("h2", "Who goes back to whom", "id", "origins");
    html.element("p", "%s %s back to %s.".formatted(
        QueueView.count(incident.readings().size(), "report"), incident.readings().size() == 1 ? "goes" : "go",
        QueueView.count(supports.size(), "origin") + (denials.isEmpty() ? "" : ", and " + QueueView.count(denials.size(), "denial") + " apart")));
    int compared = origins.stream().mapToInt(origin -> 1 + origin.copies().size()).sum();
    if (compared < incident.readings().size()) {
      html.element("p", "%s more came after ten thousand strangers had spoken in words of their own: counted, compared with nobody, and adding nothing.".formatted(
          QueueView.count(incident.readings().size() - compared, "report")), "class", "muted");
    }
    if (incident.readings().size() > 1) {
      html.open("figure", "class", "origins");
      html.element("figcaption", "A row an origin, from left to right in time. P: a proven source. Behind it its copies: a square by its words, a triangle by its photo; "
          + "a number where many stand in one place.", "class", "muted");
      new OriginsPicture(room.time(), room.now()).draw(html, shown(supports), shown(denials));
      html.close();
      more(html, supports, "origin");
      more(html, denials, "denial");
    }
    html.open("details", "class", "in-words").element("summary", "The same in words");
    words(html, "Support it", shown(supports));
    words(html, "Deny it", shown(denials));
    html.close();
  }

  private static List<Origin> origins(Incident incident, List<OriginGroup> groups) {
    Map<ReportId, Numbered> numbers = new HashMap<>();
    incident.readings().forEach(reading -> numbers.put(reading.id(), new Numbered(numbers.size() + 1, reading)));
    List<Origin> origins = new ArrayList<>();
    for (OriginGroup group : groups) {
      List<Numbered> reports = group.reports().stream().filter(numbers::containsKey).map(numbers::get).toList();
      if (!reports.isEmpty()) {
        Map<ReportId, Why> why = group.echoes().stream().collect(Collectors.toMap(Echo::report, Echo::why, (first, second) -> first));
        List<Copy> copies = reports.stream().skip(1).map(copy -> new Copy(copy, why.getOrDefault(copy.reading().id(), Why.SAME_WORDS))).toList();
        origins.add(new Origin(reports.getFirst(), copies, group.proven(), group.denies()));
      }
    }
    return origins;
  }

  /// Those with proven sources and most copies, in the order of time again.
  private static List<Origin> shown(List<Origin> origins) {
    return origins.stream()
        .sorted(Comparator.comparing((Origin origin) -> !origin.proven()).thenComparingInt(origin -> -origin.copies().size()).thenComparingInt(origin -> origin.first().number()))
        .limit(ROWS)
        .sorted(Comparator.comparingInt(origin -> origin.first().number()))
        .toList();
  }

  private static void more(Html html, List<Origin> origins, String what) {
    if (origins.size() > ROWS) {
      html.element("p", "Not drawn: %s with fewer copies.".formatted(QueueView.count(origins.size() - ROWS, "more " + what)), "class", "muted");
    }
  }

  private void words(Html html, String heading, List<Origin> origins) {
    if (origins.isEmpty()) {
      return;
    }
    html.element("h3", heading).open("ul");
    for (Origin origin : origins) {
      html.open("li").text("Report ");
      link(html, origin.first());
      html.text(" (" + (origin.proven() ? "proven source, " : "") + room.time().near(origin.first().reading().when().earliest(), room.now()) + ")");
      html.text(origin.copies().isEmpty() ? ": no copies." : ": " + copies(origin));
      if (!origin.copies().isEmpty()) {
        html.text(" ");
        origin.copies().stream().limit(NAMED).forEach(copy -> {
          link(html, copy.report());
          html.text(" ");
        });
        html.text(origin.copies().size() > NAMED ? "and %d more.".formatted(origin.copies().size() - NAMED) : "");
      }
      html.close();
    }
    html.close();
  }

  private static void link(Html html, Numbered report) {
    html.element("a", Integer.toString(report.number()), "href", "#r" + report.number());
  }

  /// `7 copies within 38 min: 5 by the same words, 2 by the same photo:`
  static String copies(Origin origin) {
    Map<Why, Integer> ties = new EnumMap<>(Why.class);
    origin.copies().forEach(copy -> ties.merge(copy.why(), 1, Integer::sum));
    Duration last = Duration.between(origin.first().reading().when().earliest(), origin.copies().getLast().report().reading().when().earliest());
    int count = origin.copies().size();
    return "%d %s within %s, %s:".formatted(count, count == 1 ? "copy" : "copies", last.isZero() ? "the same hour" : DeskTime.length(last),
        ties.entrySet().stream().map(tie -> tie.getValue() + " " + by(tie.getKey())).collect(Collectors.joining(", ")));
  }

  private static String by(Why why) {
    return switch (why) {
      case SAME_PHOTO -> "by the same photo";
      case SAME_WORDS -> "by the same words";
    };
  }
}
