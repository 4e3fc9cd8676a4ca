package watchword.core.corroboration;

import java.util.List;
import watchword.core.report.ReportId;

/// One reason and what it adds to the log-odds.
///
/// @param logOdds natural logarithm; positive speaks for the incident
/// @param words what an editor reads; never a word of a report
/// @param reports those the line speaks of
public record Line(double logOdds, Reason reason, String words, List<ReportId> reports) {

  public Line {
    reports = List.copyOf(reports);
  }

  /// What kind of reason a line gives.
  public enum Reason {
    PRIOR,
    PROVEN,
    UNPROVEN,
    COPY,
    DENIAL,
    FINDING,
    BOUND,
    CALIBRATION,
    RULE
  }
}
