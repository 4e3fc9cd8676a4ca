package watchword.drill;

import static watchword.core.bulletin.Likelihood.LIKELY;
import static watchword.core.bulletin.Likelihood.ROUGHLY_EVEN;
import static watchword.core.bulletin.Likelihood.UNLIKELY;
import static watchword.core.bulletin.Likelihood.VERY_UNLIKELY;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchword.core.assessment.Domain;
import watchword.core.assessment.Expectation;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Watch;
import watchword.core.bulletin.Likelihood;
import watchword.core.place.Place;

/// What a drill's people expect to see before units cross tonight. Judgement, written before any evening was played; half-lives of hours, as an evening's are.
final class BorderSigns {

  static final String JUSTIFICATION = "they-would-attack";
  static final String ANNOUNCED = "announced";

  /// Who can look for what. Nobody is at the railway or in the woods.
  static final Map<String, String> OBSERVERS = Map.of("troops", "the border posts", "columns", "the watch on the roads");

  /// The middle of the border and of the roads to it, with the country's south around.
  private static final Place SOUTH = new Place(51.45, -33.3, 110_000, "Kunsa");

  static final List<Indicator> ALL = List.of(
      sign("troops", Domain.FORCES, "troops at the border", LIKELY, VERY_UNLIKELY, 180, "troops-at-border"),
      sign("columns", Domain.FORCES, "columns in the south", ROUGHLY_EVEN, VERY_UNLIKELY, 90, "column"),
      sign("trains", Domain.LOGISTICS, "military trains in the south", ROUGHLY_EVEN, VERY_UNLIKELY, 120, "military-train"),
      sign("camps", Domain.FORCES, "camps in the south", UNLIKELY, VERY_UNLIKELY, 180, "camp"),
      new Indicator(ANNOUNCED, Domain.INFORMATION, "an attack is announced for an hour", words(UNLIKELY, VERY_UNLIKELY), Duration.ofHours(3),
          false, Optional.empty(), List.of()),
      new Indicator(JUSTIFICATION, Domain.INFORMATION, "it is said that Lorne was about to attack", words(LIKELY, UNLIKELY), Duration.ofHours(3),
          true, Optional.empty(), List.of()));

  private BorderSigns() {}

  static Indicator of(String id) {
    return ALL.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> new IllegalStateException("there is no sign " + id));
  }

  private static Indicator sign(String id, Domain domain, String text, Likelihood crossed, Likelihood none, int halfLifeMinutes, String kind) {
    return new Indicator(id, domain, text, words(crossed, none), Duration.ofMinutes(halfLifeMinutes), false, Optional.of(new Watch(Set.of(kind), SOUTH)), List.of());
  }

  private static Expectation words(Likelihood crossed, Likelihood none) {
    return new Expectation(List.of(crossed, none));
  }
}
