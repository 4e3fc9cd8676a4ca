package watchword.drill;

import java.time.Instant;
import java.util.Optional;
import watchword.core.report.Report;
import watchword.core.report.ReportId;

/// One report on its way, with what the desk must never learn.
///
/// @param marker a word of its text that stands nowhere else, to be looked for in public bytes; about every third report has one
/// @param copyOf the report whose words it passes on
public record Sending(Instant at, Report report, Truth truth, Optional<String> marker, Optional<ReportId> copyOf) {}
