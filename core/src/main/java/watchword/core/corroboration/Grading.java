package watchword.core.corroboration;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import watchword.core.claim.Interval;
import watchword.core.incident.Incident;
import watchword.core.report.Reading;
import watchword.core.report.SourceKey;

/// The Admiralty grade of an incident: the letter of its best independent supporter, and a number that does not lean on that source's record.
final class Grading {

  /// Fewer verdicts than this cannot grade a source.
  private static final int GRADED = 5;

  /// A wider interval cannot be judged.
  private static final double TOO_WIDE = 0.5;

  /// The number of what cannot be judged.
  private static final int UNJUDGED = 6;

  private final Incident incident;
  private final Experience experience;
  private final List<OriginGroup> origins;

  Grading(Incident incident, Experience experience, List<OriginGroup> origins) {
    this.incident = incident;
    this.experience = experience;
    this.origins = origins;
  }

  /// How likely, and how surely that is known.
  record Likely(double probability, Interval interval) {}

  /// @param withoutRecord what it would be if a source had no record
  Admiralty grade(Likely likely, Function<SourceKey, Likely> withoutRecord) {
    char letter = 'F';
    Optional<SourceKey> best = Optional.empty();
    for (Reading reading : incident.readings()) {
      char of = Origins.denies(reading) ? 'F' : letter(experience.track(reading));
      if (of < letter) {
        letter = of;
        best = Optional.of(reading.source());
      }
    }
    long supports = origins.stream().filter(OriginGroup::supports).count();
    return new Admiralty(letter, supports < 2 ? UNJUDGED : number(best.map(withoutRecord).orElse(likely), best.isPresent()));
  }

  private static char letter(Track track) {
    if (track.judged() < GRADED) {
      return 'F';
    }
    double share = (double) track.right() / track.judged();
    return share >= 0.95 && track.judged() >= 20 ? 'A' : share >= 0.8 ? 'B' : share >= 0.6 ? 'C' : share >= 0.4 ? 'D' : 'E';
  }

  /// @param graded whether one of the supports is that of a graded source, which then does not count among the others
  private int number(Likely likely, boolean graded) {
    long proven = origins.stream().filter(origin -> origin.supports() && origin.proven()).count();
    if (likely.interval().width() > TOO_WIDE) {
      return UNJUDGED;
    }
    double probability = likely.probability();
    boolean confirmed = probability >= 0.95 && proven - (graded ? 1 : 0) >= 2;
    return confirmed ? 1 : probability >= 0.75 ? 2 : probability >= 0.45 ? 3 : probability >= 0.2 ? 4 : 5;
  }
}
