package watchword.core.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchword.core.bulletin.Status;

/// What the rules say to a member who wants to publish.
public sealed interface Decision {

  /// May be published with this status, and stands for so long.
  ///
  /// @param atOnce leaves now; otherwise on the next tick
  record Publish(Status status, Duration expiry, boolean atOnce, boolean districtOnly) implements Decision {}

  /// May not, for these reasons; where only time is missing, from when it may.
  record Hold(List<String> reasons, Optional<Instant> until) implements Decision {
    public Hold {
      reasons = List.copyOf(reasons);
    }
  }

  /// What is published no longer holds, for these reasons; a member takes it back, nothing else does.
  record Withdraw(List<String> reasons) implements Decision {
    public Withdraw {
      reasons = List.copyOf(reasons);
    }
  }
}
