package watchword.core.kind;

/// The words of the Common Alerting Protocol 1.2 for a kind.
public record Cap(String category, String urgency, String severity, String responseType) {}
