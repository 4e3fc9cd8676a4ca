package watchword.member;

/// What a member may do.
public enum Role {
  /// Reads, judges, publishes, invites.
  EDITOR,
  /// Reads and notes, and has no vote.
  READER
}
