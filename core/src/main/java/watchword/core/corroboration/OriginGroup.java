package watchword.core.corroboration;

import java.util.List;
import watchword.core.report.ReportId;

/// Reports that go back to one observation: the first, then its copies.
///
/// @param proven whether its source has earned the word (DESIGN 5.9)
public record OriginGroup(List<ReportId> reports, boolean proven, boolean denies) {
  public OriginGroup {
    reports = List.copyOf(reports);
  }
}
