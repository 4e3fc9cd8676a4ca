package watchword.core.corroboration;

import java.time.Instant;
import watchword.core.incident.Incident;

/// Weighs an incident: the second of the three models a desk may replace.
public interface Weigher {

  /// Returns how far the reports support the incident as of `asOf`.
  Corroboration weigh(Incident incident, Evidence evidence, Instant asOf);
}
