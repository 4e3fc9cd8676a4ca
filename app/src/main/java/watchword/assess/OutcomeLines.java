package watchword.assess;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Scores;
import watchword.core.assessment.Scores.Forecast;

/// How a question ended, and how good base rate, figure and judgements were.
final class OutcomeLines {

  private OutcomeLines() {}

  /// Nothing while the question is open at this time.
  static List<String> of(QuestionFolder folder, Instant asOf) {
    Optional<Outcome> outcome = folder.question().outcomes().stream()
        .filter(one -> !one.on().atStartOfDay().toInstant(ZoneOffset.UTC).isAfter(asOf)).reduce((earlier, later) -> later);
    List<String> lines = new ArrayList<>();
    if (outcome.isEmpty()) {
      return lines;
    }
    lines.add("");
    switch (outcome.get()) {
      case Outcome.Annulled annulled -> lines.add("7  Outcome: annulled on " + annulled.on() + ", nobody is scored: " + annulled.why());
      case Outcome.Came came -> {
        lines.add("7  Outcome: " + came.hypothesis() + ", " + came.on() + ": " + came.why());
        scores(folder, asOf, folder.question().index(came.hypothesis()), lines);
      }
    }
    return lines;
  }

  private static void scores(QuestionFolder folder, Instant asOf, int came, List<String> lines) {
    Instant ended = folder.scoredUntil();
    score("base rate", folder.base().probabilities(), came, lines);
    score("figure at this time", folder.assessment(asOf).probabilities(), came, lines);
    folder.judgements().at(ended).ifPresent(judgement -> score("judgement", judgement.probabilities(), came, lines));
    List<Forecast> forecasts = folder.judgements().all().stream().map(judgement -> new Forecast(judgement.at(), judgement.probabilities())).toList();
    Instant opened = folder.question().opened().atStartOfDay().toInstant(ZoneOffset.UTC);
    if (opened.isBefore(ended) && !forecasts.isEmpty() && forecasts.getFirst().from().isBefore(ended)) {
      Scores.Weighted weighted = Scores.timeWeighted(forecasts, opened, ended, given -> Scores.brier(given, came));
      lines.add(String.format(Locale.ROOT, "   judgements, by how long each stood: Brier %.4f over %.0f %% of the time", weighted.mean(),
          100 * weighted.coverage()));
    }
  }

  private static void score(String what, List<Double> given, int came, List<String> lines) {
    lines.add(String.format(Locale.ROOT, "   %-20s Brier %.4f, log %.4f, baseline %+.1f", what, Scores.brier(given, came),
        Scores.log(given.get(came)),
        Scores.baseline(given.get(came), given.size())));
  }
}
