package watchword.desk;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import watchword.core.report.MediaHash;
import watchword.core.report.ReportId;

/// The words of reports and their photos, each under a key of its own.
public interface Bodies {

  /// How a member's keys stand to the words of a report.
  enum Access {
    /// They open them.
    OWN,
    /// The member was here when they came, and holds another lane.
    OTHER_LANE,
    /// They came before the member, or are forgotten.
    NONE
  }

  /// Keeps words for who may read this lane; returns once they are safe.
  void put(ReportId id, int lane, String text);

  /// The lane whose members may read a body; empty once it is forgotten.
  Optional<Integer> lane(ReportId id);

  /// Opens words for the desk's own use; empty once forgotten, or where nobody unlocked may open them.
  Optional<String> open(ReportId id);

  /// Opens words to show them to a member; empty also where that member may not open them.
  Optional<String> open(ReportId id, String member);

  /// Says how a member who is unlocked stands to the words.
  Access access(ReportId id, String member);

  /// Keeps a picture for who may read this lane; returns once it is safe.
  void put(MediaHash photo, int lane, byte[] picture);

  /// Opens a picture to show it to a member; empty once forgotten, and where that member may not open it.
  Optional<byte[]> open(MediaHash photo, String member);

  /// Names what stands here now, for [#forgetAllBut] and nothing else.
  Set<String> held();

  /// Forgets those of `held` that are neither these words nor these pictures.
  void forgetAllBut(Collection<ReportId> ids, Collection<MediaHash> photos, Set<String> held);

  /// Deletes the keys; nothing opens these words and pictures again.
  void forget(Collection<ReportId> ids, Collection<MediaHash> photos);
}
