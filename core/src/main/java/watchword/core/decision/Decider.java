package watchword.core.decision;

import java.time.Instant;
import watchword.core.corroboration.Corroboration;
import watchword.core.incident.Incident;

/// Holds a wish against the rules: the third of the three models a desk may replace.
public interface Decider {

  Decision decide(Incident incident, Corroboration corroboration, Wish wish, Instant asOf);
}
