package watchword.core.corroboration;

import java.util.List;
import watchword.core.claim.Interval;
import watchword.core.corroboration.SourceRecords.Tally;
import watchword.core.incident.Incident;
import watchword.core.report.Channel;
import watchword.core.report.Reading;

/// Which sources count as proven, and the Admiralty grade of an incident.
final class Grading {

  /// Three verdicts make a record, if most were right.
  private static final int RECORD = 3;

  private static final double RECORD_SHARE = 0.7;

  /// Fewer verdicts than this cannot grade a source.
  private static final int GRADED = 5;

  /// A wider interval cannot be judged.
  private static final double TOO_WIDE = 0.5;

  private Grading() {}

  /// Whether the source has earned the word: someone the desk knows again, with a record.
  static boolean proven(Reading reading, SourceRecords records) {
    Tally tally = records.of(reading.source());
    return reading.channel() != Channel.SEALED
        && reading.channel() != Channel.BY_HAND
        && tally.judged() >= RECORD
        && share(tally) >= RECORD_SHARE;
  }

  static Admiralty grade(Incident incident, SourceRecords records, double probability, Interval interval, List<OriginGroup> origins) {
    char letter = 'F';
    for (Reading reading : incident.readings()) {
      if (!Origins.denies(reading)) {
        letter = (char) Math.min(letter, letter(records.of(reading.source())));
      }
    }
    long supports = origins.stream().filter(origin -> !origin.denies()).count();
    return new Admiralty(letter, number(probability, interval, supports));
  }

  private static char letter(Tally tally) {
    if (tally.judged() < GRADED) {
      return 'F';
    }
    double share = share(tally);
    return share >= 0.95 && tally.judged() >= 20 ? 'A' : share >= 0.8 ? 'B' : share >= 0.6 ? 'C' : share >= 0.4 ? 'D' : 'E';
  }

  private static int number(double probability, Interval interval, long supports) {
    if (interval.width() > TOO_WIDE || supports < 2) {
      return 6;
    }
    return probability >= 0.95 ? 1 : probability >= 0.75 ? 2 : probability >= 0.45 ? 3 : probability >= 0.2 ? 4 : 5;
  }

  private static double share(Tally tally) {
    return (double) tally.right() / tally.judged();
  }
}
