package watchword.core.corroboration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.core.incident.Incident;
import watchword.core.place.Place;
import watchword.core.report.Reading;

/// Notices what a planted wave looks like. It raises a flag for a person and lowers nothing.
///
/// Three signs raise the flag: repeated words, a claim about a later hour, a claim that failed before. A true crowd shows the others as well, so they
/// stand beside the flag and never raise it (bench/results/2026-11-30-waves.md).
final class Waves {

  /// Fewer reports are no wave.
  static final int LEAST = 4;

  /// Two in five foretell. In the drill nine in ten of a planted claim's reports do, of a true incident's none.
  static final double MANY = 0.4;

  /// As many repeat as tell. True news is passed on too: above two in five, one true incident in ten was flagged in the drill.
  static final double REPEATED = 0.5;

  /// Two or three forwards are what any news gets.
  static final int COPIES = 4;

  /// Half of the reports within so long are a burst; a crowd that saw something needs longer to tell it.
  static final Duration BURST = Duration.ofMinutes(10);

  static final double IN_BURST = 0.5;

  /// A date slides within days: the desk itself closes what was silent for so long.
  private static final Duration SLIDING = Duration.ofDays(14);

  /// The disc that merging takes unrelated happenings to be spread over. A claim of an attack names a town, its repetition the next one.
  private static final double SAME_CLAIM_METRES = 50_000;

  /// Something true of the same day and town makes a claim sound informed.
  private static final Duration CARRIED = Duration.ofDays(1);

  private static final double CARRIED_METRES = 10_000;

  private Waves() {}

  static Optional<String> reason(Incident incident, List<OriginGroup> origins, Evidence evidence) {
    List<Reading> readings = incident.readings();
    if (readings.size() < LEAST) {
      return Optional.empty();
    }
    List<String> reasons = new ArrayList<>();
    claim(readings).ifPresent(reasons::add);
    failedBefore(incident, evidence.precedents()).ifPresent(reasons::add);
    wording(readings, origins).ifPresent(reasons::add);
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    burst(readings).ifPresent(reasons::add);
    allNew(readings, evidence.experience()).ifPresent(reasons::add);
    JointAction.among(readings, evidence.experience()).ifPresent(reasons::add);
    carrier(incident, evidence.precedents()).ifPresent(reasons::add);
    return Optional.of(String.join("; ", reasons));
  }

  /// A claim about the future, to the hour: nobody can have seen it.
  static Optional<String> claim(List<Reading> readings) {
    long foretelling = readings.stream().filter(Reading::foretells).count();
    if (!foretold(readings)) {
      return Optional.empty();
    }
    boolean seen = readings.stream().anyMatch(reading -> !reading.media().isEmpty());
    return Optional.of("an hour-precise claim about the future in %d of %d reports%s".formatted(
        foretelling, readings.size(), seen ? "" : ", and nothing to see: no photo"));
  }

  static boolean foretold(List<Reading> readings) {
    return readings.stream().filter(Reading::foretells).count() >= MANY * readings.size();
  }

  /// The same claim was made before and refuted: its date slides.
  static Optional<String> failedBefore(Incident incident, List<Precedent> precedents) {
    if (!foretold(incident.readings())) {
      return Optional.empty();
    }
    long failed = precedents.stream()
        .filter(past -> past.foretold() && !past.so() && past.kind().likeness(incident.kind()) > 0)
        .filter(past -> before(past, incident, SLIDING) && near(past, incident, SAME_CLAIM_METRES, true))
        .count();
    return failed == 0 ? Optional.empty() : Optional.of("a date that slides: the same was foretold %s and did not come".formatted(failed == 1 ? "before" : failed + " times before"));
  }

  /// More is repeated than told.
  static Optional<String> wording(List<Reading> readings, List<OriginGroup> origins) {
    int copies = origins.stream().mapToInt(origin -> origin.reports().size() - 1).sum();
    return (copies >= COPIES && copies >= REPEATED * readings.size())
        ? Optional.of("%d of %d reports repeat the words of others".formatted(copies, readings.size()))
        : Optional.empty();
  }

  /// The most reports that begin within ten minutes.
  static Optional<String> burst(List<Reading> readings) {
    List<Instant> times = readings.stream().map(reading -> reading.when().earliest()).sorted().toList();
    int most = 0;
    for (int from = 0, to = 0; to < times.size(); to++) {
      while (times.get(to).isAfter(times.get(from).plus(BURST))) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return (most >= LEAST && most >= IN_BURST * times.size())
        ? Optional.of("a burst: %d of %d within %d minutes".formatted(most, times.size(), BURST.toMinutes()))
        : Optional.empty();
  }

  static Optional<String> allNew(List<Reading> readings, Experience experience) {
    return readings.stream().allMatch(reading -> experience.track(reading).judged() == 0)
        ? Optional.of("all from senders without a record")
        : Optional.empty();
  }

  /// Something small and true beside the claim carries it.
  static Optional<String> carrier(Incident incident, List<Precedent> precedents) {
    boolean carried = foretold(incident.readings()) && precedents.stream()
        .anyMatch(past -> past.so() && !past.foretold() && before(past, incident, CARRIED) && near(past, incident, CARRIED_METRES, false));
    return carried ? Optional.of("it leans on something true: an incident near it was confirmed that day") : Optional.empty();
  }

  private static boolean before(Precedent past, Incident incident, Duration within) {
    Instant began = past.when().earliest();
    return began.isBefore(incident.when().earliest()) && !began.plus(within).isBefore(incident.when().earliest());
  }

  private static boolean near(Precedent past, Incident incident, double metres, boolean placeless) {
    Optional<Place> here = incident.place();
    Optional<Place> there = past.place();
    return (here.isPresent() && there.isPresent()) ? here.get().distanceMetres(there.get()) <= metres : placeless;
  }
}
