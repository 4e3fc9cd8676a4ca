package watchword.core.bulletin;

/// How the desk knows, in words that tell nothing of the number of reports.
public enum Basis {
  /// Two checks of members, or checks and proven sources, agree.
  CHECKED_TWICE,
  /// One check of a member.
  CHECKED_ONCE,
  /// Enrolled observers or named public sources with a record.
  PROVEN_SOURCES,
  /// Independent accounts that nobody has checked.
  UNPROVEN_ACCOUNTS,
  /// The desk asked and found nothing that supports it.
  NOTHING_SUPPORTS_IT
}
