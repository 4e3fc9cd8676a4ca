package watchword.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import watchword.core.assessment.Estimate;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Scores;
import watchword.desk.Inquiry;

/// How each member's estimates of an ended question were scored; it never leaves the desk.
record QuestionScores(Html html, Inquiry inquiry) {

  void show() {
    Optional<Outcome> outcome = inquiry.known().question().outcome();
    if (!(outcome.orElseThrow() instanceof Outcome.Came came) || inquiry.known().estimates().all().isEmpty()) {
      return;
    }
    int index = inquiry.known().question().index(came.hypothesis());
    Instant opened = inquiry.known().question().opened().atStartOfDay().toInstant(ZoneOffset.UTC);
    Instant end = inquiry.known().scoredUntil();
    Map<String, List<Scores.Forecast>> forecasts = new LinkedHashMap<>();
    for (Estimate one : inquiry.known().estimates().all()) {
      forecasts.computeIfAbsent(one.member(), _ -> new ArrayList<>()).add(new Scores.Forecast(one.at(), one.probabilities()));
    }
    html.open("div", "class", "scroll").open("table", "class", "bands").element("caption", "Estimates, by how long each stood: Brier, 0 at best and 1 at worst. This stays inside the desk.");
    html.open("thead").open("tr").element("th", "Member", "scope", "col").element("th", "Brier", "scope", "col").element("th", "Of the time", "scope", "col").close().close().open("tbody");
    forecasts.forEach((member, all) -> row(member, all, opened, end, index));
    html.close().close().close();
  }

  private void row(String member, List<Scores.Forecast> all, Instant opened, Instant end, int index) {
    html.open("tr").element("th", member, "scope", "row");
    if (opened.isBefore(end) && all.getFirst().from().isBefore(end)) {
      Scores.Weighted score = Scores.timeWeighted(all, opened, end, given -> Scores.brier(given, index));
      html.element("td", String.format(Locale.ROOT, "%.3f", score.mean())).element("td", String.format(Locale.ROOT, "%.0f %%", 100 * score.coverage()));
    } else {
      html.element("td", "none").element("td", "0 %");
    }
    html.close();
  }
}
