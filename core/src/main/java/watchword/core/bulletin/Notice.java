package watchword.core.bulletin;

import java.time.Instant;
import java.util.Optional;
import watchword.core.time.Span;

/// The public content of a bulletin. Its words come from templates, but for the note and what a judgement says.
///
/// @param thread the id of the first bulletin of this history; the same in every later one
/// @param version 1 for the first bulletin of a thread
/// @param window coarse time within which it was seen; of a judgement, the days its question asks about
/// @param likelihood empty where no probability is told (NOT_CONFIRMED, RETRACTED …)
/// @param note a member's own sentence, or empty; it shares no five words in a row with a report
public record Notice(
    BulletinId id,
    BulletinId thread,
    int version,
    Status status,
    Subject subject,
    Span window,
    Instant published,
    Instant expires,
    Optional<Likelihood> likelihood,
    String note) {

  public Notice {
    if (version < 1) {
      throw new IllegalArgumentException("a version is below 1");
    }
    if (expires.isBefore(published)) {
      throw new IllegalArgumentException("a bulletin expires before it is published");
    }
    if (status != Status.RETRACTED && (status == Status.JUDGED) != subject instanceof Subject.Judged) {
      throw new IllegalArgumentException("a bulletin with the status " + status + " is about something else");
    }
    if (status == Status.JUDGED && likelihood.isEmpty()) {
      throw new IllegalArgumentException("a judgement says no likelihood");
    }
  }

  /// What happens, where the bulletin is about that.
  public Optional<Subject.Happening> happening() {
    return subject instanceof Subject.Happening happening ? Optional.of(happening) : Optional.empty();
  }
}
