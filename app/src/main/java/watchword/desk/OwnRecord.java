package watchword.desk;

import java.util.ArrayList;
import java.util.List;
import watchword.core.corroboration.Evidence;
import watchword.core.corroboration.Experience;
import watchword.core.corroboration.ReliabilityDiagram;
import watchword.core.corroboration.ReliabilityDiagram.Said;
import watchword.core.corroboration.SourceRecords;
import watchword.core.corroboration.Verdict;
import watchword.core.corroboration.Verdict.Truth;
import watchword.core.corroboration.Weigher;
import watchword.core.incident.Incident;
import watchword.core.report.Reading;

/// What the desk would have said just before each verdict, beside what the verdict was.
///
/// Each is weighed anew, by today's model, from the reports its verdict names and by what earlier verdicts had taught: never by its own. Findings stay
/// out: a verdict rests on them, and whoever counted them would score a check by itself. Only the newest verdict on the same reports stands.
///
/// @param unverifiable verdicts that say neither, which are not counted
/// @param unseen verdicts on reports that are forgotten, or of before the member's time: what was said of them cannot be found again
public record OwnRecord(ReliabilityDiagram diagram, int unverifiable, int unseen) {

  static OwnRecord of(Casebook casebook, Weigher weigher) {
    Experience learnt = Experience.of(new SourceRecords(casebook.enrolled()));
    List<Said> said = new ArrayList<>();
    int unverifiable = 0;
    int unseen = 0;
    for (Learnt.Step step : Learnt.steps(casebook)) {
      List<Reading> readings = Learnt.readings(casebook, step);
      Truth truth = step.verdict().map(Verdict::truth).orElse(Truth.UNVERIFIABLE);
      if (truth != Truth.UNVERIFIABLE) {
        if (readings.isEmpty() || readings.size() < step.reports().size() || readings.stream().anyMatch(Precision::isCoarse)) {
          unseen++;
        } else {
          double probability = weigher.weigh(Incident.of(readings), new Evidence(learnt, List.of()), step.at()).probability();
          said.add(new Said(probability, truth == Truth.CONFIRMED));
        }
      }
      unverifiable += step.verdict().isPresent() && truth == Truth.UNVERIFIABLE ? 1 : 0;
      learnt = step.after(learnt, readings);
    }
    return new OwnRecord(ReliabilityDiagram.of(said), unverifiable, unseen);
  }
}
