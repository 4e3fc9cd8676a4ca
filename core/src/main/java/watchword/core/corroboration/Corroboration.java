package watchword.core.corroboration;

import java.util.List;
import java.util.Optional;
import watchword.core.claim.Interval;

/// How far the reports support an incident, and why.
///
/// @param lines add up to logit(probability), to 1e-9
/// @param provenSupports independent supports that count as proven, findings included
/// @param wave why the reports look like a planted wave, or empty; it is a flag and never lowers the probability
/// @param ifOneMoreProven the probability one more proven independent source would give
public record Corroboration(
    double probability,
    Interval interval,
    List<Line> lines,
    List<OriginGroup> origins,
    int provenSupports,
    Admiralty grade,
    Optional<String> wave,
    double ifOneMoreProven) {

  public Corroboration {
    lines = List.copyOf(lines);
    origins = List.copyOf(origins);
  }

  /// Independent observations that support the incident.
  public long supportingOrigins() {
    return origins.stream().filter(OriginGroup::supports).count();
  }

  /// Independent observations that speak against it.
  public long denyingOrigins() {
    return origins.stream().filter(origin -> origin.says() && origin.denies()).count();
  }
}
