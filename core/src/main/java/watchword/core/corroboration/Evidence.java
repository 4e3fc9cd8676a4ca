package watchword.core.corroboration;

import java.util.List;

/// What the desk knows beside the reports of an incident.
///
/// @param findings those that name a report of the incident
public record Evidence(Experience experience, List<Finding> findings) {
  public Evidence {
    findings = List.copyOf(findings);
  }
}
