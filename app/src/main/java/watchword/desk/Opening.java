package watchword.desk;

import java.time.Instant;
import java.util.Optional;
import watchword.core.kind.Kinds;
import watchword.seal.FormatException;

/// Takes inner files of the inbox into the casebook.
///
/// A file may be removed from the inbox when it came to anything but [Came#LOCKED].
public final class Opening {

  private final Office office;
  private final Desk desk;
  private final ReportFormat format;
  private final Optional<TestReports> tests;

  /// What became of a file.
  public enum Came {
    /// A report the desk did not have.
    NEW,
    /// A photo the desk did not have; it may wait for the report that names it.
    PHOTO,
    /// A report or photo the desk had.
    KNOWN,
    /// One of the desk's own test reports, back through the public door; it is none of the casebook's.
    TEST,
    /// Neither report nor photo: another content, or none.
    UNREADABLE,
    /// No unlocked member holds its key, or the key is destroyed.
    LOCKED
  }

  /// A desk that sends itself no test reports, as a drill's.
  public Opening(Office office, Desk desk, Kinds kinds) {
    this(office, desk, kinds, Optional.empty());
  }

  /// @param tests by which the desk knows its own
  public Opening(Office office, Desk desk, Kinds kinds, Optional<TestReports> tests) {
    this.tests = tests;
    this.office = office;
    this.desk = desk;
    this.format = new ReportFormat(kinds);
  }

  public Came take(byte[] inner, int lane, Instant now) {
    try {
      Optional<byte[]> content = office.open(inner, lane);
      if (content.isEmpty()) {
        return Came.LOCKED;
      }
      if (Photo.isOne(content.get())) {
        return desk.receive(Photo.read(content.get()), lane, now) ? Came.PHOTO : Came.KNOWN;
      }
      if (Continuation.is(content.get())) {
        return desk.letters().receive(Continuation.read(content.get()), lane, now) ? Came.NEW : Came.KNOWN;
      }
      ReportFormat.Opened opened = format.read(content.get());
      if (tests.isPresent() && tests.get().isOne(opened.mailbox())) {
        boolean _ = tests.get().cameBack(opened.report().id(), now);
        return Came.TEST;
      }
      return desk.receive(opened.report(), opened.mailbox().spelling(), lane, Desk.DESK, now) ? Came.NEW : Came.KNOWN;
    } catch (FormatException e) {
      return Came.UNREADABLE;
    }
  }
}
