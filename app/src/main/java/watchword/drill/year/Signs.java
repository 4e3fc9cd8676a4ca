package watchword.drill.year;

import static watchword.core.bulletin.Likelihood.LIKELY;
import static watchword.core.bulletin.Likelihood.UNLIKELY;
import static watchword.core.bulletin.Likelihood.VERY_LIKELY;
import static watchword.core.bulletin.Likelihood.VERY_UNLIKELY;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchword.core.assessment.Domain;
import watchword.core.assessment.Expectation;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Indicator.Look;
import watchword.core.assessment.Watch;
import watchword.core.bulletin.Likelihood;
import watchword.core.place.Place;

/// What an editor expects to see before an attack, in words written before the country that is played here.
///
/// Words and half-lives of five signs are those of docs/example/question, of the announcement those of docs/example/false-alarms-2022, unchanged;
/// a test holds them to it. Movements, which neither has, were given the words of rail and the half-life of a week. None of them knows `Nature`.
final class Signs {

  static final String RAIL = "rail";
  static final String FUEL = "fuel";
  static final String HOSPITALS = "field-hospitals";
  static final String MOVEMENTS = "movements";
  static final String RESERVISTS = "reservists";
  static final String JUSTIFICATION = "they-would-attack";
  static final String ANNOUNCED = "announced";

  /// The stretch of border in question, as the worked example draws it.
  static final Place BORDER = new Place(51.4, -33.9, 90_000, "");

  private Signs() {}

  /// The indicators of a question, and who looked for each and saw nothing.
  ///
  /// @param looks by the id of a sign
  static List<Indicator> indicators(Looks looks) {
    return List.of(
        sign(RAIL, Domain.LOGISTICS, "military trains to the border", VERY_LIKELY, UNLIKELY, 14, Set.of("military-train"), looks),
        sign(FUEL, Domain.LOGISTICS, "fuel brought forward to the border", LIKELY, VERY_UNLIKELY, 10, Set.of(), looks),
        sign(HOSPITALS, Domain.MEDICAL, "field hospitals near the border", LIKELY, VERY_UNLIKELY, 21, Set.of("field-hospital"), looks),
        sign(MOVEMENTS, Domain.FORCES, "columns and camps at the border", VERY_LIKELY, UNLIKELY, 7,
            Set.of("column", "camp", "troops-at-border"), looks),
        sign(RESERVISTS, Domain.FORCES, "reservists called up", LIKELY, UNLIKELY, 30, Set.of(), looks),
        sign(ANNOUNCED, Domain.INFORMATION, "an attack is announced for an hour", UNLIKELY, VERY_UNLIKELY, 7, Set.of(), looks),
        new Indicator(JUSTIFICATION, Domain.INFORMATION, "it is said that Lorne was about to attack", words(LIKELY, UNLIKELY),
            Duration.ofDays(30), true, Optional.empty(), List.of()));
  }

  /// Who looked for a sign and saw nothing.
  @FunctionalInterface
  interface Looks {
    List<Look> of(String sign);
  }

  private static Indicator sign(
      String id, Domain domain, String text, Likelihood attack, Likelihood none, int halfLifeDays, Set<String> kinds, Looks looks) {
    Optional<Watch> watch = kinds.isEmpty() ? Optional.empty() : Optional.of(new Watch(kinds, BORDER));
    return new Indicator(id, domain, text, words(attack, none), Duration.ofDays(halfLifeDays), false, watch, looks.of(id));
  }

  private static Expectation words(Likelihood attack, Likelihood none) {
    return new Expectation(List.of(attack, none));
  }
}
