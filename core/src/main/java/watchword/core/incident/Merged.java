package watchword.core.incident;

import java.util.List;

/// What merging makes of all readings.
///
/// @param incidents ordered by their first reading
/// @param possiblySame pairs for a person, surest first
public record Merged(List<Incident> incidents, List<PossiblySame> possiblySame) {
  public Merged {
    incidents = List.copyOf(incidents);
    possiblySame = List.copyOf(possiblySame);
  }
}
