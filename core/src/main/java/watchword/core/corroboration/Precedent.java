package watchword.core.corroboration;

import java.util.Optional;
import watchword.core.incident.Incident;
import watchword.core.kind.Kind;
import watchword.core.place.Place;
import watchword.core.time.Span;

/// An incident that was judged before, as far as a later wave may repeat it or lean on it.
///
/// @param foretold whether its reports claimed something for a later hour
/// @param so whether it turned out to be so
public record Precedent(Kind kind, Optional<Place> place, Span when, boolean foretold, boolean so) {

  public static Precedent of(Incident incident, boolean so) {
    return new Precedent(incident.kind(), incident.place(), incident.when(), Waves.foretold(incident.readings()), so);
  }
}
