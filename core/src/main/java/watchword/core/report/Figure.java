package watchword.core.report;

/// A number in a report, by the field of the kind it fills.
public record Figure(String name, long value) {}
