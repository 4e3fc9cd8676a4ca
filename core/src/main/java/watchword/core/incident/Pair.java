package watchword.core.incident;

import watchword.core.report.ReportId;

/// Two reports, the smaller id first.
public record Pair(ReportId first, ReportId second) {

  public Pair {
    if (first.compareTo(second) >= 0) {
      throw new IllegalArgumentException("a pair of reports is not in order");
    }
  }

  public static Pair of(ReportId a, ReportId b) {
    return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
  }
}
