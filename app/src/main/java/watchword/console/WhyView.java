package watchword.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.core.corroboration.Corroboration;
import watchword.core.corroboration.Line;
import watchword.core.corroboration.Line.Reason;
import watchword.core.incident.Incident;
import watchword.core.report.ReportId;

/// The lines of a corroboration: what each adds, and that they add up.
final class WhyView {

  /// A line names no more reports than this.
  private static final int NAMED = 8;

  /// Neighbouring lines that say the same, as one.
  private record Bundle(Reason reason, String words, double logOdds, int times, List<ReportId> reports) {}

  void show(Html html, Incident incident, Corroboration weight) {
    Map<ReportId, Integer> numbers = new HashMap<>();
    incident.reports().forEach(id -> numbers.put(id, numbers.size() + 1));
    html.element("h2", "Why");
    html.open("table", "class", "why").open("tbody");
    double sum = 0;
    for (Bundle bundle : bundles(weight.lines())) {
      row(html, bundle, numbers);
      sum += bundle.logOdds();
    }
    html.close().open("tfoot").open("tr").element("td", Say.logOdds(sum), "class", "number");
    html.open("td").text("together, in log-odds: ").element("b", Say.percent(weight.probability())).close();
    html.close().close().close();
    html.open("p").text("One more proven independent source would make it ").element("b", Say.percent(weight.ifOneMoreProven())).text(".").close();
  }

  private static void row(Html html, Bundle bundle, Map<ReportId, Integer> numbers) {
    html.open("tr", "class", "why-" + bundle.reason().name().toLowerCase(java.util.Locale.ROOT));
    html.element("td", Say.logOdds(bundle.logOdds()), "class", "number " + side(bundle.logOdds()));
    html.open("td").text(IncidentView.capital(bundle.words()));
    if (bundle.times() > 1) {
      html.text(" ").element("span", "×" + bundle.times(), "class", "muted");
    }
    if (speaksOfSome(bundle)) {
      html.text(" · ");
      for (ReportId id : bundle.reports().subList(0, Math.min(NAMED, bundle.reports().size()))) {
        Optional.ofNullable(numbers.get(id)).ifPresent(number -> html.element("a", Integer.toString(number), "href", "#r" + number).text(" "));
      }
      if (bundle.reports().size() > NAMED) {
        html.text("…");
      }
    }
    html.close().close();
  }

  /// Findings, bounds and rules speak of all reports, which need no names.
  private static boolean speaksOfSome(Bundle bundle) {
    return switch (bundle.reason()) {
      case PROVEN, UNPROVEN, COPY, DENIAL -> !bundle.reports().isEmpty();
      case PRIOR, FINDING, BOUND, CALIBRATION, RULE -> false;
    };
  }

  private static String side(double logOdds) {
    return logOdds < -0.005 ? "against" : logOdds > 0.005 ? "for" : "neither";
  }

  private static List<Bundle> bundles(List<Line> lines) {
    List<Bundle> bundles = new ArrayList<>();
    for (Line line : lines) {
      Bundle last = bundles.isEmpty() ? new Bundle(Reason.PRIOR, "", 0, 0, List.of()) : bundles.getLast();
      if (last.times() > 0 && last.reason() == line.reason() && last.words().equals(line.words()) && line.reason() != Reason.FINDING) {
        List<ReportId> reports = new ArrayList<>(last.reports());
        reports.addAll(line.reports());
        bundles.set(bundles.size() - 1, new Bundle(last.reason(), last.words(), last.logOdds() + line.logOdds(), last.times() + 1, reports));
      } else {
        bundles.add(new Bundle(line.reason(), line.words(), line.logOdds(), 1, line.reports()));
      }
    }
    return bundles;
  }
}
