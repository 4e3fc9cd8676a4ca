package watchword.core.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What every piece of evidence has.
///
/// @param text one line for the desk; it is never public
/// @param origin the observation it goes back to: of one origin only the strongest counts
/// @param when it was so; later assessments know it, earlier ones do not
/// @param indicator the indicator it feeds, if one
/// @param halfLife after this long it counts half; empty for what does not grow old
public record Item(String id, String text, String origin, Instant when, Expectation expectation, Optional<String> indicator,
    Optional<Duration> halfLife) {
  public Item {
    Checks.said(id, "the id of evidence");
    Checks.said(text, "the text of evidence");
    Checks.said(origin, "the origin of evidence");
    if (halfLife.isPresent() && (halfLife.get().isNegative() || halfLife.get().isZero())) {
      throw new IllegalArgumentException("a half-life is not above 0");
    }
  }

  /// How much of it is left at this time, 1 when it is new.
  double left(Instant asOf) {
    return halfLife.map(half -> StrictMath.pow(.5, (double) Duration.between(when, asOf).toSeconds() / half.toSeconds())).orElse(1.0);
  }
}
