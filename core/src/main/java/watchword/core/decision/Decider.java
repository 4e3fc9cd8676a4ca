package watchword.core.decision;

import java.time.Instant;
import java.util.Optional;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Corroboration;
import watchword.core.incident.Incident;

/// Holds a wish against the rules: the third of the three models a desk may replace.
public interface Decider {

  /// What the rules say to members who want to publish the incident.
  Decision decide(Incident incident, Corroboration corroboration, Wish wish, Instant asOf);

  /// Whether what was published with this status should be taken back now.
  Optional<Decision.Withdraw> review(Corroboration corroboration, Status published);
}
