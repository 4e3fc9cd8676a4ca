package watchword.core.corroboration;

import java.time.Instant;
import java.util.List;
import watchword.core.report.ReportId;

/// A member's own check of an incident, signed in the journal.
///
/// @param member a pseudonym
/// @param reports those the incident held when the member looked
public record Finding(String member, Method method, Outcome outcome, Instant at, List<ReportId> reports) {

  public Finding {
    reports = List.copyOf(reports);
  }

  public enum Method {
    PHOTO_LOCATED,
    TIMETABLE,
    SATELLITE,
    CALL,
    OTHER
  }

  public enum Outcome {
    /// The check shows it.
    FOUND,
    /// The check reached its place and shows nothing of it.
    NOT_FOUND,
    /// Nobody answered, no picture: says nothing.
    UNREACHABLE
  }
}
