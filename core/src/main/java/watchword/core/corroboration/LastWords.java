package watchword.core.corroboration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import watchword.core.kind.Kind;
import watchword.core.kind.Shape;
import watchword.core.report.Reading;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;

/// By which report a source is heard that speaks of one thing more than once: the side it took last, and of that side the first it saw, else the first it
/// was told (spec/credibility.md, 1.3).
///
/// What is denied after it was seen is over where the kind lasts, and taken back where it does not.
final class LastWords {

  private final Map<SourceKey, Reading> last;
  private final Set<SourceKey> turned = new HashSet<>();

  private LastWords(Map<SourceKey, Reading> last) {
    this.last = last;
  }

  /// @param readings in order; those of sources that speak once may be left out
  static LastWords of(List<Reading> readings, Kind kind) {
    LastWords words = new LastWords(new HashMap<>());
    readings.stream().filter(reading -> reading.stance() != Stance.QUESTION).forEach(reading -> words.hear(reading, kind.shape() == Shape.STATE));
    return words;
  }

  private void hear(Reading reading, boolean lasts) {
    Reading before = last.getOrDefault(reading.source(), reading);
    boolean turns = Origins.denies(before) != Origins.denies(reading);
    if (turns && lasts && before.stance().witnessed()) {
      return;
    }
    if (turns) {
      turned.add(reading.source());
    }
    if (turns || (before.stance() == Stance.HEARSAY && reading.stance().witnessed())) {
      last.put(reading.source(), reading);
    } else {
      last.put(reading.source(), before);
    }
  }

  /// Whether a report is the one that its source is heard by.
  boolean heard(Reading reading) {
    return reading.stance() != Stance.QUESTION && (last.isEmpty() || last.getOrDefault(reading.source(), reading).id().equals(reading.id()));
  }

  /// Whether a report is one of several by a source that came to say the opposite.
  boolean turned(Reading reading) {
    return !turned.isEmpty() && reading.stance() != Stance.QUESTION && turned.contains(reading.source());
  }

  /// What an editor reads of a report that its source is not heard by.
  String silence(Reading reading) {
    boolean other = Origins.denies(last.getOrDefault(reading.source(), reading)) != Origins.denies(reading);
    return !other ? "the same source again" : turned(reading) ? "taken back by the same source" : "the same source says it is over";
  }
}
