package watchword.core.incident;

/// Two incidents that may be one; a person decides.
///
/// @param score log-odds that they are one
public record PossiblySame(IncidentId first, IncidentId second, double score) {}
