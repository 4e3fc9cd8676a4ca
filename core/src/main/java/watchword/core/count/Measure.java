package watchword.core.count;

/// What is counted on a day.
public enum Measure {
  /// Happenings that began that day: activity.
  INCIDENTS,
  /// Reports of that day, copies among them: attention as much as activity.
  REPORTS,
  /// Sources of that day's reports, each once.
  SENDERS
}
