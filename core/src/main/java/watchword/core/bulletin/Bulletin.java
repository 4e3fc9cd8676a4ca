package watchword.core.bulletin;

/// What the public is told, by the message types of CAP: alert, update, cancel.
public sealed interface Bulletin {

  Notice notice();

  /// The first word on a happening.
  record Alert(Notice notice) implements Bulletin {}

  /// Takes the place of an earlier bulletin of its thread.
  record Update(Notice notice, BulletinId replaces) implements Bulletin {}

  /// Withdraws the thread; a retraction is told as loudly as what it takes back.
  record Cancel(Notice notice, BulletinId replaces) implements Bulletin {}
}
