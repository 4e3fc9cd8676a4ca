package watchword.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Judgement;
import watchword.core.assessment.Outcome;
import watchword.core.assessment.Scores;
import watchword.core.corroboration.ReliabilityDiagram;
import watchword.core.corroboration.ReliabilityDiagram.Said;
import watchword.desk.Inquiry;

/// How good the desk's judgements were, over all questions that ended with an answer: the last of each before the answer came.
record QuestionRecord(Html html, List<Inquiry> questions) {

  void show() {
    List<Double> briers = new ArrayList<>();
    List<Double> ofBaseRates = new ArrayList<>();
    List<Said> said = new ArrayList<>();
    for (Inquiry one : questions) {
      Optional<Judgement> last = one.known().judgements().at(one.known().scoredUntil());
      if (last.isPresent() && one.known().question().outcome().orElse(null) instanceof Outcome.Came came) {
        int index = one.known().question().index(came.hypothesis());
        BaseRate base = one.known().base();
        briers.add(Scores.brier(last.get().probabilities(), index));
        ofBaseRates.add(Scores.brier(base.probabilities(), index));
        said.addAll(Scores.said(last.get().probabilities(), index));
      }
    }
    if (briers.isEmpty()) {
      return;
    }
    html.element("h2", "How our judgements were", "id", "record");
    html.element("p", "Over %s: Brier %s (0 at best, 1 at worst), of what usually happens alone %s; skill %s.".formatted(QueueView.count(briers.size(), "question"),
        mean(briers), mean(ofBaseRates), String.format(Locale.ROOT, "%+.0f\u00a0%%", 100 * Scores.skill(briers, ofBaseRates))), "class", "lead");
    ReliabilityDiagram diagram = Scores.calibration(said);
    if (diagram.tells()) {
      html.open("div", "class", "record").open("figure").element("figcaption", "What we said of each answer, of two of the first alone, from left to right, and how often it came, from below: on the broken line they are equal.", "class", "muted");
      new ReliabilityPicture().draw(html, diagram);
      html.close();
      RecordView.table(html, diagram);
      html.close();
    } else {
      html.element("p", "From %d answers on (of two the first counts alone) this page shows whether what we call 80\u00a0%% comes eight times in ten.".formatted(ReliabilityDiagram.LEAST), "class", "muted");
    }
  }

  private static String mean(List<Double> values) {
    return String.format(Locale.ROOT, "%.3f", values.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
  }
}
