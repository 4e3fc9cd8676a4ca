package watchword.core.assessment;

import java.util.Set;
import watchword.core.place.Place;

/// Which incidents an indicator sees by itself: kinds, within an area.
///
/// @param kinds ids of the catalogue
/// @param centre with its uncertainty as the radius, metres
public record Watch(Set<String> kinds, Place centre) {
  public Watch {
    kinds = Set.copyOf(kinds);
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("a watch names no kind");
    }
  }

  boolean sees(Watched incident) {
    return kinds.contains(incident.kind()) && centre.distanceMetres(incident.place()) <= centre.uncertaintyMetres();
  }
}
