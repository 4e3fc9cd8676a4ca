package watchword.core.corroboration;

import watchword.core.corroboration.SourceRecords.Tally;
import watchword.core.report.Reading;

/// What one report adds to the log-odds, from its source's record and its class.
///
/// A source without verdicts has the rates of its class (Beta prior); each verdict moves it. The ratio is clipped, so that no record outweighs a finding.
final class SourceRates {

  private static final double CLIP = 3;

  /// Being told counts a third of having seen; a question counts nothing.
  private static final double HEARSAY = 0.33;

  /// Not seeing is weaker than seeing: a witness may stand in the wrong street.
  private static final double DENIAL = 0.8;

  private SourceRates() {}

  static double logRatio(Reading reading, Tally tally) {
    double ratio = Math.max(-CLIP, Math.min(CLIP, StrictMath.log(right(reading, tally) / wrong(tally))));
    return switch (reading.stance()) {
      case SIGHTING -> ratio;
      case HEARSAY -> HEARSAY * ratio;
      case DENIAL -> -DENIAL * ratio;
      case QUESTION -> 0;
    };
  }

  static String words(Reading reading, Tally tally) {
    String how = switch (reading.stance()) {
      case SIGHTING -> "saw it";
      case HEARSAY -> "was told";
      case DENIAL -> "is there and sees nothing";
      case QUESTION -> "asks whether it is true";
    };
    String who = switch (reading.channel()) {
      case SEALED -> "sealed report";
      case OBSERVER -> "enrolled observer";
      case PUBLIC -> "public source";
      case PARTNER -> "partner desk";
      case BY_HAND -> "entered by a member";
    };
    return tally.judged() == 0 ? who + ", " + how : "%s, %s, %d of %d earlier reports right".formatted(who, how, tally.right(), tally.judged());
  }

  private static double right(Reading reading, Tally tally) {
    return tally.right() + switch (reading.channel()) {
      case SEALED -> 1.8;
      case OBSERVER -> 4;
      case PUBLIC, PARTNER -> 2.5;
      case BY_HAND -> 2;
    };
  }

  private static double wrong(Tally tally) {
    return tally.wrong() + 1;
  }
}
