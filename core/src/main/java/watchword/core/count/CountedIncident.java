package watchword.core.count;

import java.time.LocalDate;

/// An incident as it is counted.
///
/// @param day on which it began
public record CountedIncident(KindInArea subject, LocalDate day) {}
