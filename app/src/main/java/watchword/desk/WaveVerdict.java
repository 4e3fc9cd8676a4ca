package watchword.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import watchword.core.corroboration.Verdict;
import watchword.core.incident.Incident;
import watchword.core.report.ReportId;

/// A wave judged in one act: what is genuine is lifted out first, and the rest of what was listed is refuted.
///
/// Only what its member had before them is judged. A report that came in between stays where merging puts it, unjudged.
///
/// @param listed what the member was shown
/// @param genuine those of them that tell of something real
public record WaveVerdict(Set<ReportId> listed, Set<ReportId> genuine) {

  public WaveVerdict {
    listed = Set.copyOf(listed);
    genuine = Set.copyOf(genuine);
  }

  /// What the act did.
  ///
  /// @param lifted reports that stand apart from now on
  /// @param refuted reports the verdict names; none where nothing was done
  /// @param unlisted reports of the incident that the member had not been shown
  public record Done(int lifted, int refuted, int unlisted) {}

  /// What it comes to for the incident as it is now.
  public Done on(Incident incident) {
    int rest = rest(incident).size();
    int unlisted = (int) incident.reports().stream().filter(id -> !listed.contains(id)).count();
    return rest == 0 ? new Done(0, 0, unlisted) : new Done(lifted(incident).size(), rest, unlisted);
  }

  /// The act as the journal keeps it: reports told apart, and a verdict.
  List<Entry> entries(String member, Incident incident, Instant now) {
    List<ReportId> lifted = lifted(incident);
    List<ReportId> rest = rest(incident);
    List<Entry> entries = new ArrayList<>();
    if (!rest.isEmpty()) {
      if (!lifted.isEmpty()) {
        entries.add(new Entry.Linked(now, member, false, lifted, rest));
      }
      entries.add(new Entry.Judged(new Verdict(member, Verdict.Truth.REFUTED, now, rest)));
    }
    return entries;
  }

  private List<ReportId> lifted(Incident incident) {
    return incident.reports().stream().filter(id -> listed.contains(id) && genuine.contains(id)).toList();
  }

  private List<ReportId> rest(Incident incident) {
    return incident.reports().stream().filter(id -> listed.contains(id) && !genuine.contains(id)).toList();
  }
}
