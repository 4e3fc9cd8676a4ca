package watchword.core.bulletin;

import java.time.Instant;
import java.util.Optional;
import watchword.core.kind.Kind;
import watchword.core.time.Span;

/// The public content of a bulletin. Its words come from templates, but for the note.
///
/// @param thread the id of the first bulletin of this history; the same in every later one
/// @param version 1 for the first bulletin of a thread
/// @param area empty where the place may not be told
/// @param window coarse time within which it was seen
/// @param likelihood empty where no probability is told (NOT_CONFIRMED, RETRACTED …)
/// @param note a member's own sentence, or empty; it shares no five words in a row with a report
public record Notice(
    BulletinId id,
    BulletinId thread,
    int version,
    Status status,
    Kind kind,
    Optional<Area> area,
    Span window,
    Instant published,
    Instant expires,
    Optional<Likelihood> likelihood,
    Basis basis,
    String note) {

  public Notice {
    if (version < 1) {
      throw new IllegalArgumentException("a version is below 1");
    }
    if (expires.isBefore(published)) {
      throw new IllegalArgumentException("a bulletin expires before it is published");
    }
  }
}
