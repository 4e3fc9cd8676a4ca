package watchword.core.count;

import java.time.LocalDate;

/// A report as it is counted.
///
/// @param sender whoever it comes from, as far as that can be linked
public record CountedReport(KindInArea subject, LocalDate day, String sender) {}
