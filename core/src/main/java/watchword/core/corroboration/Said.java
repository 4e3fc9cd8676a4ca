package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;

/// What there is to add up, whatever it is worth: who goes back to whom, and which sources speak more than once.
///
/// @param again sources that reported more than once
/// @param contradicting of these, sources that both support and deny
record Said(Origins origins, Set<SourceKey> again, Set<SourceKey> contradicting) {

  /// A report that comes twice is one report.
  ///
  /// @param readings in order
  /// @param proven sources whose words are always compared
  static Said of(List<Reading> readings, Predicate<Reading> proven) {
    Seen<ReportId> ids = new Seen<>(readings.size());
    List<Reading> each = readings.stream().filter(reading -> ids.add(reading.id())).toList();
    Seen<SourceKey> sources = new Seen<>(each.size());
    Set<SourceKey> again = new HashSet<>();
    each.stream().map(Reading::source).filter(source -> !sources.add(source)).forEach(again::add);
    return new Said(Origins.among(each, proven), again, contradicting(each, again));
  }

  private static Set<SourceKey> contradicting(List<Reading> readings, Set<SourceKey> again) {
    Set<SourceKey> denying = new HashSet<>();
    Set<SourceKey> supporting = new HashSet<>();
    for (Reading reading : again.isEmpty() ? new ArrayList<Reading>() : readings) {
      if (reading.stance() != Stance.QUESTION && again.contains(reading.source())) {
        (Origins.denies(reading) ? denying : supporting).add(reading.source());
      }
    }
    denying.retainAll(supporting);
    return denying;
  }

  /// Whether a source may be heard in more than one place.
  boolean again(SourceKey source) {
    return !again.isEmpty() && again.contains(source);
  }

  boolean contradicting(SourceKey source) {
    return !contradicting.isEmpty() && contradicting.contains(source);
  }
}
