package watchword.core.merging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.core.incident.Constraints;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.text.WordWeights;

/// Gathers readings that come in order into those of identical words; what it keeps is one hour.
///
/// Groups leave in the order of their first readings. Reports a member has told apart stay by themselves.
final class Gathering {

  private final Set<ReportId> apart;
  private final Consumer<List<Reading>> groups;
  private final List<List<Reading>> ofThisHour = new ArrayList<>();
  private final Map<Twin, List<Reading>> twins = new HashMap<>();
  private long hour = Long.MIN_VALUE;

  Gathering(Constraints constraints, Consumer<List<Reading>> groups) {
    this.apart = constraints.different().stream()
        .flatMap(pair -> Stream.of(pair.first(), pair.second())).collect(Collectors.toSet());
    this.groups = groups;
  }

  /// Takes the next reading in order.
  void offer(Reading reading) {
    if (hour(reading) != hour) {
      end();
      hour = hour(reading);
    }
    Optional<Twin> twin = apart.contains(reading.id()) ? Optional.empty() : Twin.of(reading);
    Optional<List<Reading>> alike = twin.map(twins::get);
    if (alike.isPresent()) {
      alike.get().add(reading);
      return;
    }
    List<Reading> group = new ArrayList<>(1);
    group.add(reading);
    ofThisHour.add(group);
    twin.ifPresent(key -> twins.put(key, group));
  }

  /// Hands on what is still kept.
  void end() {
    ofThisHour.forEach(groups);
    ofThisHour.clear();
    twins.clear();
  }

  static long hour(Reading reading) {
    return Math.floorDiv(reading.when().earliest().getEpochSecond(), WordWeights.HOUR_SECONDS);
  }

  /// What readings of identical words share besides the hour: words, kind and a square of about a kilometre.
  record Twin(long wording, String kind, long row, long column) {

    /// Fewer words are too common to mean a copy.
    private static final int TELLING = 4;

    private static final double SQUARES_PER_DEGREE = 100;

    static Optional<Twin> of(Reading reading) {
      if (reading.words().count() < TELLING) {
        return Optional.empty();
      }
      long row = reading.place().map(place -> square(place.latitude())).orElse(Long.MIN_VALUE);
      long column = reading.place().map(place -> square(place.longitude())).orElse(Long.MIN_VALUE);
      return Optional.of(new Twin(reading.words().wording(), reading.kind().id(), row, column));
    }

    private static long square(double degrees) {
      return (long) Math.floor(degrees * SQUARES_PER_DEGREE);
    }
  }
}
