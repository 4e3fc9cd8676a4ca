package watchword.member;

import java.time.Duration;
import java.time.Instant;

/// A member whose part in the desk rests: keys of today and of what comes are taken, those of before wait for the end.
///
/// @param since to the minute
/// @param by who suspended them
public record Suspension(Member member, Instant since, Pseudonym by) {

  /// How long a revocation waits, visibly, for someone to agree or to stop it.
  public static final Duration WAIT = Duration.ofHours(24);

  /// Returns when it becomes a revocation although nobody else agreed.
  public Instant end() {
    return since.plus(WAIT);
  }
}
