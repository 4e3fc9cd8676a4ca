package watchword.core.corroboration;

import java.util.List;
import watchword.core.report.ReportId;

/// Reports that go back to one observation: the first, then its copies.
///
/// @param says whether any of them is a report that its source is heard by; questions say nothing, nor does a source that comes again
/// @param proven whether its source has earned the word (DESIGN 5.9)
/// @param echoes which of them goes back to which, and why
public record OriginGroup(List<ReportId> reports, boolean says, boolean proven, boolean denies, List<Echo> echoes) {
  public OriginGroup {
    reports = List.copyOf(reports);
    echoes = List.copyOf(echoes);
  }

  /// A report that repeats another.
  public record Echo(ReportId report, ReportId of, Why why) {

    /// What the two have in common.
    public enum Why {
      SAME_WORDS,
      SAME_PHOTO
    }
  }
}
