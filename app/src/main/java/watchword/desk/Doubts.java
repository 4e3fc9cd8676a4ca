package watchword.desk;

import java.util.List;
import watchword.core.incident.PossiblySame;
import watchword.core.report.ReportId;

/// What only a person can settle.
///
/// @param possiblySame pairs of incidents that may be one
/// @param split reports of acts whose incident fell apart since
public record Doubts(List<PossiblySame> possiblySame, List<List<ReportId>> split) {
  public Doubts {
    possiblySame = List.copyOf(possiblySame);
    split = List.copyOf(split);
  }
}
