package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import watchword.core.corroboration.SourceRecords.Tally;
import watchword.core.corroboration.Verdict.Truth;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;

/// What verdicts teach about sources.
///
/// An echo earns nothing: only the first report of an origin group is credited. An error always costs, a copied one too. Hearsay and questions are not judged.
public final class Learning {

  private Learning() {}

  /// Adds what the verdicts teach to what was known before; recomputed whole, so that a reversed verdict leaves no trace.
  ///
  /// @param readings finds a reading by its report's id
  public static SourceRecords records(SourceRecords before, List<Verdict> verdicts, Function<ReportId, Optional<Reading>> readings) {
    Map<SourceKey, Tally> tallies = new HashMap<>(before.tallies());
    for (Verdict verdict : verdicts) {
      if (verdict.truth() != Truth.UNVERIFIABLE) {
        List<Reading> judged = verdict.reports().stream().map(readings).flatMap(Optional::stream).sorted(Reading.ORDER).toList();
        credit(tallies, judged, verdict);
      }
    }
    return new SourceRecords(tallies);
  }

  private static void credit(Map<SourceKey, Tally> tallies, List<Reading> judged, Verdict verdict) {
    Set<SourceKey> credited = new HashSet<>();
    for (List<Reading> group : Origins.of(judged)) {
      for (Reading reading : speaking(group)) {
        boolean right = Origins.denies(reading) == (verdict.truth() == Truth.REFUTED);
        boolean first = reading.id().equals(group.getFirst().id()) && reading.when().earliest().isBefore(verdict.at());
        if ((first || !right) && credited.add(reading.source())) {
          Tally tally = tallies.getOrDefault(reading.source(), Tally.NONE);
          tallies.put(reading.source(), right ? new Tally(tally.right() + 1, tally.wrong()) : new Tally(tally.right(), tally.wrong() + 1));
        }
      }
    }
  }

  private static List<Reading> speaking(List<Reading> group) {
    List<Reading> speaking = new ArrayList<>();
    for (Reading reading : group) {
      if (reading.stance() == Stance.SIGHTING || reading.stance() == Stance.DENIAL) {
        speaking.add(reading);
      }
    }
    return speaking;
  }
}
