package watchword.assess;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Scores;
import watchword.core.assessment.Scores.Forecast;
import watchword.core.corroboration.ReliabilityDiagram;
import watchword.core.corroboration.ReliabilityDiagram.Said;

/// How a question ended, and how good base rate, figure and judgements were (spec/assessment.md, rule 10).
///
/// @param lines one for each that is scored; none of an annulled question
/// @param judgements by how long each stood; empty where none stood while the question was open
/// @param skill of the judgement against the base rate, 1 at best; empty without a judgement
/// @param calibration of all that was judged of each hypothesis, of two of the first alone; empty where too little was to tell anything
record Scored(
    Outcome outcome, List<Line> lines, Optional<Scores.Weighted> judgements, Optional<Double> skill, Optional<ReliabilityDiagram> calibration) {

  /// Probabilities and what they were worth.
  ///
  /// @param of whose they were
  /// @param baseline that of Metaculus
  record Line(String of, double brier, double log, double baseline) {
    static Line of(String of, List<Double> given, int came) {
      return new Line(of, Scores.brier(given, came), Scores.log(given.get(came)), Scores.baseline(given.get(came), given.size()));
    }
  }

  Scored {
    lines = List.copyOf(lines);
  }

  /// Empty while the question is open at this time.
  static Optional<Scored> of(QuestionFolder folder, Instant asOf) {
    return of(folder, asOf, Optional.of(folder.figure(asOf)));
  }

  /// @param figure that was computed before the answer
  static Optional<Scored> of(QuestionFolder folder, Instant asOf, Optional<List<Double>> figure) {
    List<Outcome> out = noted(folder, asOf);
    if (out.isEmpty()) {
      return Optional.empty();
    }
    return switch (out.getLast()) {
      case Outcome.Annulled annulled -> Optional.of(new Scored(annulled, List.of(), Optional.empty(), Optional.empty(), Optional.empty()));
      case Outcome.Came came -> Optional.of(scored(folder, figure, came));
      case Outcome.TakenBack _ -> Optional.empty();
    };
  }

  /// Every outcome of a day that has come, as it was noted.
  static List<Outcome> noted(QuestionFolder folder, Instant asOf) {
    return folder.question().outcomes().stream().filter(one -> !one.on().atStartOfDay().toInstant(ZoneOffset.UTC).isAfter(asOf)).toList();
  }

  private static Scored scored(QuestionFolder folder, Optional<List<Double>> figure, Outcome.Came outcome) {
    int came = folder.question().index(outcome.hypothesis());
    Instant ended = folder.scoredUntil();
    List<Double> base = folder.base().probabilities();
    Optional<List<Double>> judged = folder.judgements().at(ended).map(Judgement::probabilities);
    List<Line> lines = new ArrayList<>(List.of(Line.of("base rate", base, came)));
    figure.ifPresent(given -> lines.add(Line.of("computed figure", given, came)));
    judged.ifPresent(given -> lines.add(Line.of("judgement", given, came)));
    Optional<Double> skill = judged.map(given -> Scores.skill(List.of(Scores.brier(given, came)), List.of(Scores.brier(base, came))));
    return new Scored(outcome, lines, stood(folder, ended, came), skill, calibration(folder, ended, came));
  }

  private static Optional<Scores.Weighted> stood(QuestionFolder folder, Instant ended, int came) {
    List<Forecast> forecasts = folder.judgements().all().stream().map(judgement -> new Forecast(judgement.at(), judgement.probabilities())).toList();
    Instant opened = folder.question().opened().atStartOfDay().toInstant(ZoneOffset.UTC);
    return opened.isBefore(ended) && !forecasts.isEmpty() && forecasts.getFirst().from().isBefore(ended)
        ? Optional.of(Scores.timeWeighted(forecasts, opened, ended, given -> Scores.brier(given, came))) : Optional.empty();
  }

  private static Optional<ReliabilityDiagram> calibration(QuestionFolder folder, Instant ended, int came) {
    List<Said> said = folder.judgements().all().stream().filter(one -> !one.at().isAfter(ended))
        .flatMap(one -> Scores.said(one.probabilities(), came).stream()).toList();
    return Optional.of(Scores.calibration(said)).filter(ReliabilityDiagram::tells);
  }
}
