package watchword.core.corroboration;

import java.util.List;

/// What the desk knows beside the reports of an incident.
///
/// @param findings those that name a report of the incident
/// @param precedents incidents judged before it; only the wave flag looks at them
public record Evidence(Experience experience, List<Finding> findings, List<Precedent> precedents) {
  public Evidence {
    findings = List.copyOf(findings);
    precedents = List.copyOf(precedents);
  }

  /// Evidence of a desk that has judged nothing like it.
  public Evidence(Experience experience, List<Finding> findings) {
    this(experience, findings, List.of());
  }
}
