package watchword.core.kind;

/// The event and sub-event type of the ACLED codebook that a kind corresponds to.
public record Acled(String eventType, String subEventType) {}
