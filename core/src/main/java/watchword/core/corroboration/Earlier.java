package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.core.report.Reading;

/// Supports so far by sources the desk knows again: what later ones may repeat in words of their own (spec/credibility.md, 2.4).
final class Earlier {

  /// Beyond so many a copy is one voice of a crowd anyway, and who comes late is compared with fifty, not with all.
  private static final int MOST = 50;

  private final List<Reading> supports = new ArrayList<>();
  private final Experience experience;
  private final double day;

  Earlier(Experience experience, double day) {
    this.experience = experience;
    this.day = day;
  }

  void add(Reading reading) {
    if (supports.size() < MOST && !Origins.denies(reading)) {
      supports.add(reading);
    }
  }

  /// Whom a support may repeat. Who denies is alone against the rest, and copies nobody.
  Optional<Copying> repeatedBy(Reading reading) {
    return supports.isEmpty() || Origins.denies(reading) || experience.track(reading).spoke().isEmpty()
        ? Optional.empty()
        : Copying.among(supports, reading, experience, Math.max(experience.alike(), experience.counts(reading, day).slip()));
  }
}
