package watchword.drill;

import watchword.core.report.ReportId;

/// What became of a report that was sent.
public sealed interface Sent {

  /// The hub said that it has it on disk.
  ///
  /// @param report the id in the drill's world
  /// @param content the id the desk will give it: the hash of its content
  /// @param lane the lane it was sealed to
  /// @param photo whether the hub has its photo as well
  record Acknowledged(ReportId report, ReportId content, int lane, boolean photo) implements Sent {}

  /// The hub did not take it, however often it was asked; it may still have it where an answer was lost.
  record Refused(ReportId report, ReportId content) implements Sent {}
}
