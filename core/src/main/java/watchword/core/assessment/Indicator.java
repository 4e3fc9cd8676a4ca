package watchword.core.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A sign that would be seen if a hypothesis were true, and when somebody last looked for it.
///
/// @param halfLife how long a sighting, or a look that saw nothing, goes on telling something
/// @param justification whether it is that something is said at all: what an adversary says to justify itself ("they were about to attack us"), a
///     rumour that goes round; it is fed by statements alone, and that they were made is what counts
/// @param watch incidents that feed it unasked
/// @param looks when somebody looked and saw nothing, in any order
public record Indicator(
    String id, Domain domain, String text, Expectation expectation, Duration halfLife, boolean justification, Optional<Watch> watch,
        List<Look> looks) {

  /// A sign that tells something for longer is a fact of the country, and belongs to the base rate.
  private static final Duration LONGEST = Duration.ofDays(3_650);

  /// Somebody looked for it and did not see it.
  ///
  /// @param origin who or what looked
  public record Look(Instant when, String origin) {
    public Look {
      Checks.said(origin, "who looked");
    }
  }

  public Indicator {
    Checks.said(id, "the id of an indicator");
    Checks.said(text, "the text of an indicator");
    if (halfLife.isNegative() || halfLife.isZero()) {
      throw new IllegalArgumentException("the half-life of indicator " + id + " is not above 0");
    }
    if (halfLife.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("the half-life of indicator " + id + " is longer than ten years");
    }
    if (justification && watch.isPresent()) {
      throw new IllegalArgumentException("indicator " + id + " is a justification and watches incidents; it is fed by statements");
    }
    looks = List.copyOf(looks);
  }

  Item item(String evidence, String said, String origin, Instant when) {
    return new Item(evidence, said, origin, when, expectation, Optional.of(id), Optional.of(halfLife));
  }
}
