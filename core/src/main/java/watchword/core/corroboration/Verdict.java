package watchword.core.corroboration;

import java.time.Instant;
import java.util.List;
import watchword.core.report.ReportId;

/// A member's judgement that an incident was real or not.
///
/// @param reports those the incident held when the member judged
public record Verdict(String member, Truth truth, Instant at, List<ReportId> reports) {

  public Verdict {
    reports = List.copyOf(reports);
  }

  public enum Truth {
    CONFIRMED,
    REFUTED,
    UNVERIFIABLE
  }
}
