package watchword.core.corroboration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.core.report.Channel;
import watchword.core.report.Reading;

/// Notices what a planted wave looks like. It raises a flag for a person and lowers nothing.
final class Waves {

  /// Fewer reports are no wave.
  private static final int LEAST = 4;

  private static final double MANY = 0.4;

  private Waves() {}

  static Optional<String> reason(List<Reading> readings, List<OriginGroup> origins, Experience experience) {
    if (readings.size() < LEAST) {
      return Optional.empty();
    }
    List<String> reasons = new ArrayList<>();
    long foretelling = readings.stream().filter(Reading::foretells).count();
    if (foretelling >= MANY * readings.size()) {
      reasons.add("an hour-precise claim about the future");
    }
    int copies = readings.size() - origins.size();
    if (copies >= MANY * readings.size()) {
      reasons.add("%d of %d reports repeat the words of others".formatted(copies, readings.size()));
    }
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    if (readings.stream().allMatch(reading -> reading.channel() == Channel.SEALED && experience.track(reading).judged() == 0)) {
      reasons.add("all from senders without a record");
    }
    return Optional.of(String.join("; ", reasons));
  }
}
