package watchword.core.corroboration;

import watchword.core.claim.Estimate;

/// What the reports of an incident say of one figure: the likeliest value, and how likely it is.
///
/// @param name the figure's, or [#WHEN]
/// @param estimate its value is one that was told: a count, a heading in degrees (one of eight), or minutes since
/// 1970 in UTC
/// @param voices independent ones that told it at all
public record Attribute(String name, Estimate estimate, int voices) {

  /// When exactly.
  public static final String WHEN = "when";

  public long value() {
    return Long.parseLong(estimate.value());
  }
}
