package watchword.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.core.corroboration.Evidence;
import watchword.core.corroboration.Learning;
import watchword.core.corroboration.ReliabilityDiagram;
import watchword.core.corroboration.ReliabilityDiagram.Said;
import watchword.core.corroboration.SourceRecords;
import watchword.core.corroboration.Verdict;
import watchword.core.corroboration.Verdict.Truth;
import watchword.core.corroboration.Weigher;
import watchword.core.incident.Incident;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;

/// What the desk would have said just before each verdict, beside what the verdict was.
///
/// Each is weighed anew, by today's model, from the reports its verdict names and by what earlier verdicts had taught: never by its own. Findings stay
/// out: a verdict rests on them, and whoever counted them would score a check by itself. Only the newest verdict on the same reports stands.
///
/// @param unverifiable verdicts that say neither, which are not counted
/// @param unseen verdicts on reports that are forgotten, or of before the member's time: what was said of them cannot be found again
public record OwnRecord(ReliabilityDiagram diagram, int unverifiable, int unseen) {

  static OwnRecord of(Casebook casebook, Weigher weigher) {
    SourceRecords learnt = new SourceRecords(casebook.enrolled());
    List<Said> said = new ArrayList<>();
    int unverifiable = 0;
    int unseen = 0;
    for (Verdict verdict : standing(casebook.verdicts())) {
      if (verdict.truth() == Truth.UNVERIFIABLE) {
        unverifiable++;
        continue;
      }
      List<Reading> readings = verdict.reports().stream().filter(casebook::knows).map(id -> casebook.arrival(id).reading()).sorted(Reading.ORDER).toList();
      if (readings.isEmpty() || readings.size() < verdict.reports().size() || readings.stream().anyMatch(Precision::isCoarse)) {
        unseen++;
      } else {
        double probability = weigher.weigh(Incident.of(readings), new Evidence(learnt, List.of()), verdict.at()).probability();
        said.add(new Said(probability, verdict.truth() == Truth.CONFIRMED));
      }
      learnt = Learning.records(learnt, List.of(verdict), id -> casebook.knows(id) ? Optional.of(casebook.arrival(id).reading()) : Optional.empty());
    }
    return new OwnRecord(ReliabilityDiagram.of(said), unverifiable, unseen);
  }

  /// Those that no later verdict on most of their reports replaced, in the order in which they were given.
  private static List<Verdict> standing(List<Verdict> verdicts) {
    Map<ReportId, Integer> last = new HashMap<>();
    for (int i = 0; i < verdicts.size(); i++) {
      for (ReportId id : verdicts.get(i).reports()) {
        last.put(id, i);
      }
    }
    List<Verdict> standing = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      int own = i;
      List<ReportId> reports = verdicts.get(i).reports();
      long later = reports.stream().filter(id -> last.getOrDefault(id, own) > own).count();
      if (2 * later <= reports.size()) {
        standing.add(verdicts.get(i));
      }
    }
    return standing;
  }
}
