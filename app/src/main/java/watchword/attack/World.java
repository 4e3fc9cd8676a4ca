package watchword.attack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The world of the benchmark, fixed number by number (spec/credibility.md, 6).
///
/// @param events in order of time
/// @param crowd who spoke of them, and may speak of more
record World(List<Event> events, Crowd crowd) {

  static final int EVENTS = 1_000;

  /// A verdict comes when so many more events have happened.
  static final int VERDICT_LAG = 20;

  /// Before so many events nothing is scored: methods that learn may have learnt something.
  static final int SCORED_FROM = 300;

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  /// Twenty events a day, so that a verdict takes a day.
  private static final Duration BETWEEN = Duration.ofMinutes(72);

  private static final double TRUE = 0.5;
  private static final double PLANTED = 0.2;
  private static final double CONFUSING = 0.12;
  private static final double JUDGED = 0.35;
  private static final double JUDGED_WRONGLY = 0.02;
  private static final int SPEAKERS = 250;

  /// @param planted whether a fifth of the events is planted, or none: attacks never seen
  /// @param poisoned share of verdicts on planted events that say they are so, beside the usual errors
  static World seeded(long seed, boolean planted, double poisoned) {
    Chance chance = new Chance(seed);
    Crowd crowd = new Crowd(speakers(chance.split()), chance.split());
    Chance fate = chance.split();
    List<Event> events = new ArrayList<>();
    for (int number = 0; number < EVENTS; number++) {
      boolean attacked = fate.of(PLANTED) && planted;
      boolean so = fate.of(TRUE) && !attacked;
      boolean confusing = fate.of(CONFUSING) && !attacked && !so;
      Making attack = List.of(Making.TEMPLATE, Making.PARAPHRASE, Making.PATIENT).get(fate.below(3));
      Making making = attacked ? attack : confusing ? Making.CONFUSING : Making.ORGANIC;
      boolean wrong = fate.of(JUDGED_WRONGLY) || (fate.of(poisoned) && attacked);
      Optional<Boolean> verdict = fate.of(JUDGED) ? Optional.of(so != wrong) : Optional.empty();
      events.add(crowd.tells(number, so, making, verdict));
    }
    return new World(List.copyOf(events), crowd);
  }

  static Instant at(int number) {
    return START.plus(BETWEEN.multipliedBy(number));
  }

  /// Whose probability counts: those late enough that nobody judges.
  List<Event> scored() {
    return events.stream().filter(event -> event.number() >= SCORED_FROM && event.verdict().isEmpty()).toList();
  }

  private static List<Speaker> speakers(Chance chance) {
    List<Speaker> speakers = new ArrayList<>();
    for (int i = 0; i < SPEAKERS; i++) {
      speakers.add(new Speaker("source-" + i, chance.zipf(1.6, 40), chance.beta(9, 2), chance.beta(2, 6)));
    }
    return List.copyOf(speakers);
  }
}
