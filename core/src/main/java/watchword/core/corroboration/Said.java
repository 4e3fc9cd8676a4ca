package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import watchword.core.kind.Kind;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;

/// What there is to add up, whatever it is worth: who goes back to whom, and by which report a source is heard that speaks more than once.
record Said(Origins origins, LastWords words) {

  /// A report that comes twice is one report.
  ///
  /// @param readings in order
  /// @param proven sources whose words are always compared
  static Said of(List<Reading> readings, Kind kind, Predicate<Reading> proven) {
    Seen<ReportId> ids = new Seen<>(readings.size());
    Seen<SourceKey> sources = new Seen<>(readings.size());
    Set<SourceKey> again = new HashSet<>();
    Origins origins = new Origins();
    List<Reading> each = new ArrayList<>(readings.size());
    for (Reading reading : readings) {
      if (ids.add(reading.id())) {
        each.add(reading);
        origins.place(reading, proven);
        if (!sources.add(reading.source())) {
          again.add(reading.source());
        }
      }
    }
    return new Said(origins, LastWords.of(again.isEmpty() ? List.of() : each.stream().filter(reading -> again.contains(reading.source())).toList(), kind));
  }

  /// Whether a report is the one its source is heard by.
  boolean counts(Reading reading) {
    return words.heard(reading);
  }

  /// Whether a report is one of several by a source that came to say the opposite.
  boolean turned(Reading reading) {
    return words.turned(reading);
  }

  /// Whether a group is an observation of its own: not the further words of a source that is heard by others, nor copies of what was taken back.
  boolean own(List<Reading> group) {
    Reading first = group.getFirst();
    return group.stream().anyMatch(reading -> (first.stance() == Stance.QUESTION || reading.source().equals(first.source())) && counts(reading));
  }
}
