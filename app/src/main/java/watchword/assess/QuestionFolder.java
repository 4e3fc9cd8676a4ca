package watchword.assess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.archive.FormatException;
import watchword.core.assessment.Assessment;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Estimates;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Judgements;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Question;
import watchword.core.assessment.Watched;
import watchword.core.assessment.Watchlist;
import watchword.core.kind.Language;
import watchword.core.time.Span;

/// A question and all that is known of it, as a folder of readable files holds it (spec/assessment.md).
///
/// @param claims for a hypothesis that may be told the public, the clause that tells it, in every language
public record QuestionFolder(
    Question question, Map<String, Map<Language, String>> claims, BaseRate base, List<Indicator> indicators, List<Span> cuts, List<Evidence> evidence,
    List<Watched> incidents, Estimates estimates, Judgements judgements) {

  public QuestionFolder {
    claims = Map.copyOf(claims);
    indicators = List.copyOf(indicators);
    cuts = List.copyOf(cuts);
    evidence = List.copyOf(evidence);
    incidents = List.copyOf(incidents);
  }

  /// Reads `question.json`, and `indicators.json`, `evidence.json` and `judgements.json` where they are.
  ///
  /// @throws FormatException in one sentence that names the file and the entry
  public static QuestionFolder read(Path folder) throws IOException {
    Path file = folder.resolve("question.json");
    if (!Files.isRegularFile(file)) {
      throw new FormatException(folder + " holds no question.json; name the folder of a question, such as docs/example/question");
    }
    QuestionFile question = QuestionFile.read(Document.open(file, "watchword.question/1"));
    Question asked = question.question();
    IndicatorsFile indicators = Document.find(folder.resolve("indicators.json"), "watchword.indicators/1")
        .map(document -> IndicatorsFile.read(document, asked)).orElse(IndicatorsFile.NONE);
    EvidenceFile evidence = Document.find(folder.resolve("evidence.json"), "watchword.evidence/1")
        .map(document -> EvidenceFile.read(document, asked, indicators.indicators())).orElse(EvidenceFile.NONE);
    JudgementsFile judgements = Document.find(folder.resolve("judgements.json"), "watchword.judgements/1")
        .map(document -> JudgementsFile.read(document, asked)).orElse(JudgementsFile.NONE);
    return new QuestionFolder(asked, question.claims(), question.base(), indicators.indicators(), indicators.cuts(), evidence.evidence(),
        evidence.incidents(),
        judgements.estimates(), judgements.judgements());
  }

  public Watchlist watchlist(Instant asOf) {
    return Watchlist.of(indicators, evidence, incidents, cuts, asOf);
  }

  public Assessment assessment(Instant asOf) {
    return Assessment.of(question, base, watchlist(asOf).evidence(), asOf);
  }

  /// Until when what was said is a forecast: the day before the answer was known, or the last day that counts.
  public Instant scoredUntil() {
    return question.answeredOn().map(out -> out.atStartOfDay().toInstant(ZoneOffset.UTC)).filter(out -> out.isBefore(end())).orElseGet(this::end);
  }

  /// How it ended, and what was noted before; nothing where no outcome was noted.
  public List<String> outcomeLines(Instant asOf) {
    return OutcomeLines.noted(Scored.noted(this, asOf));
  }

  /// How what was said was scored, a line each; nothing while it is open.
  ///
  /// @param figure that was computed before the answer; empty where none was
  public List<String> scoreLines(Instant asOf, Optional<List<Double>> figure) {
    return Scored.of(this, asOf, figure).map(OutcomeLines::scores).orElse(List.of());
  }

  /// What was computed before the answer, as far as files tell: they say when a thing was so, and not when it was written down.
  List<Double> figure(Instant asOf) {
    return assessment(asOf.isBefore(scoredUntil()) ? asOf : scoredUntil()).probabilities();
  }

  /// When the question's last day ends, in UTC: what comes later changes no answer.
  public Instant end() {
    return question.closes().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /// A time as files spell it: UTC, to the minute.
  public static Optional<Instant> time(String text) {
    return Document.minute(text);
  }
}
