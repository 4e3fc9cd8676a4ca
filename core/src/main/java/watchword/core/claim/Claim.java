package watchword.core.claim;

/// What one source says of one item.
public record Claim(String item, String source, String value) {}
