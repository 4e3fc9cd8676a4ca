package watchword.assess;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import watchword.core.assessment.Assessment;
import watchword.core.assessment.Drop;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Question;
import watchword.core.assessment.Watchlist;
import watchword.core.assessment.Weighed;
import watchword.core.kind.Language;

/// The sheet for programs: figures, not layout. Who judged and who estimated is left out.
public final class SheetJson {

  private SheetJson() {}

  /// Fills an object with the sheet of a folder at a time.
  public static void fill(ObjectNode sheet, QuestionFolder folder, Instant asOf, List<Language> languages) {
    Watchlist watchlist = folder.watchlist(asOf);
    Assessment computed = Assessment.of(folder.question(), folder.base(), watchlist.evidence(), asOf);
    sheet.put("question", folder.question().id()).put("asOf", Document.minute(asOf));
    ArrayNode hypotheses = sheet.putArray("hypotheses");
    folder.question().hypotheses().stream().map(Hypothesis::id).forEach(hypotheses::add);
    numbers(sheet.putArray("base"), folder.base().probabilities());
    numbers(sheet.putArray("probabilities"), computed.probabilities());
    sheet.put("origins", computed.independentOrigins()).put("trifles", computed.trifles()).put("restsOnOne", computed.restsOnOne()).put("ceiling", Document.spelled(computed.ceiling()));
    ArrayNode alike = sheet.putArray("alikeOrigins");
    computed.alikeOrigins().forEach(two -> alike.addArray().add(two.one()).add(two.other()));
    ArrayNode evidence = sheet.putArray("evidence");
    for (int i = 0; i < computed.lines().size(); i++) {
      line(evidence.addObject(), folder.question(), computed.lines().get(i), computed.drops().get(i));
    }
    ArrayNode indicators = sheet.putArray("indicators");
    for (Watchlist.State state : watchlist.states()) {
      ObjectNode one = indicators.addObject().put("id", state.indicator().id()).put("standing", Document.spelled(state.standing()));
      state.lastLooked().ifPresent(look -> one.put("lastLooked", Document.minute(look)));
      numbers(one.putArray("ifSeen"), computed.ifSeen(state.indicator().expectation()));
    }
    Spelled.median(folder, asOf).ifPresent(median -> numbers(sheet.putArray("median"), median));
    folder.judgements().at(asOf).ifPresent(judgement -> {
      sheet.put("confidence", Document.spelled(judgement.confidence()));
      numbers(sheet.putArray("judgement"), judgement.probabilities());
    });
    ArrayNode sentences = sheet.putArray("sentences");
    PublicAnswer.of(folder, asOf, languages).forEach(answer ->
        sentences.addObject().put("hypothesis", answer.hypothesis()).put("language", answer.language().code()).put("text", answer.text()));
    Scored.of(folder, asOf).ifPresent(scored -> outcome(sheet, scored));
  }

  private static void outcome(ObjectNode sheet, Scored scored) {
    ObjectNode outcome = sheet.putObject("outcome").put("on", scored.outcome().on().toString());
    if (scored.outcome() instanceof Outcome.Came came) {
      outcome.put("came", came.hypothesis());
    } else {
      outcome.put("annulled", true);
    }
    ArrayNode scores = sheet.putArray("scores");
    scored.lines().forEach(one -> scores.addObject().put("of", one.of()).put("brier", one.brier()).put("log", one.log()).put("baseline", one.baseline()));
    scored.judgements().ifPresent(stood -> sheet.putObject("timeWeighted").put("brier", stood.mean()).put("coverage", stood.coverage()));
    scored.skill().ifPresent(skill -> sheet.put("skill", skill));
    scored.calibration().ifPresent(diagram -> {
      ArrayNode bands = sheet.putArray("calibration");
      diagram.bands().forEach(band -> bands.addObject().put("from", band.from()).put("to", band.to()).put("said", band.said()).put("came", band.held()).put("mean", band.mean()));
    });
  }

  private static void line(ObjectNode object, Question question, Weighed line, Drop drop) {
    object.put("id", drop.evidence()).put("origin", drop.origin()).put("reliability", line.reliability()).put("counts", line.counts());
    numbers(object.putArray("weights"), line.weights());
    numbers(object.putArray("without"), drop.without());
    numbers(object.putArray("withoutOrigin"), drop.withoutOrigin());
    object.put("moves", question.hypotheses().get(drop.moves()).id()).put("rests", drop.rests());
  }

  private static void numbers(ArrayNode array, List<Double> numbers) {
    numbers.forEach(array::add);
  }
}
