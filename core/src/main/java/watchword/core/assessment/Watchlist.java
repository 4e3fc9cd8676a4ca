package watchword.core.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchword.core.assessment.Indicator.Look;
import watchword.core.time.Span;

/// A question's indicators at a time: what feeds them, and where nothing was seen whether that tells anything.
///
/// Absence is evidence only if somebody looked within the half-life, at a time when the network was not cut, and nothing of it was seen within the
/// half-life before that is relied on for half or more. Otherwise it is only silence.
///
/// @param evidence what was given, what indicators saw by themselves, and absences that count
/// @param states one for each indicator, in order
public record Watchlist(List<Evidence> evidence, List<State> states) {

  private static final double HALF = .5;

  /// Where an indicator stands.
  public enum Standing {
    SEEN,
    LOOKED_AND_NOT_SEEN,
    NOBODY_LOOKED,
    LOOKED_TOO_LONG_AGO,
    NETWORK_CUT
  }

  /// How an indicator stands, and when it was last looked for.
  ///
  /// @param lastLooked the last look of all, whether or not it counts
  public record State(Indicator indicator, Standing standing, Optional<Instant> lastLooked) {}

  public Watchlist {
    evidence = List.copyOf(evidence);
    states = List.copyOf(states);
  }

  /// What feeds the indicators at a time.
  ///
  /// @param given evidence that people entered
  /// @param incidents that watches look at
  /// @param cuts when the network was cut
  /// @throws IllegalArgumentException if evidence names an indicator that there is not, or a justification is fed by anything but statements
  public static Watchlist of(List<Indicator> indicators, List<Evidence> given, List<Watched> incidents, List<Span> cuts, Instant asOf) {
    requireKnown(indicators, given);
    List<Evidence> evidence = new ArrayList<>(given);
    List<State> states = new ArrayList<>();
    for (Indicator indicator : indicators) {
      evidence.addAll(seen(indicator, incidents));
    }
    List<Evidence> sightings = List.copyOf(evidence);
    for (Indicator indicator : indicators) {
      Optional<Look> last = indicator.looks().stream().filter(look -> !look.when().isAfter(asOf)).max(Comparator.comparing(Look::when));
      Optional<Look> uncut = indicator.looks().stream().filter(look -> !look.when().isAfter(asOf) && !cut(look, cuts))
          .max(Comparator.comparing(Look::when));
      Standing standing = standing(indicator, sightings, last, uncut, asOf);
      states.add(new State(indicator, standing, last.map(Look::when)));
      if (standing == Standing.LOOKED_AND_NOT_SEEN) {
        Look look = uncut.orElseThrow();
        evidence.add(new Evidence.OfAbsence(indicator.item("not:" + indicator.id(), "not seen: " + indicator.text(), look.origin(), look.when())));
      }
    }
    return new Watchlist(evidence, states);
  }

  private static List<Evidence> seen(Indicator indicator, List<Watched> incidents) {
    return indicator.watch().map(watch -> incidents.stream().filter(watch::sees).<Evidence>map(incident -> new Evidence.OfIncident(
        indicator.item(Evidence.OfIncident.id(indicator.id(), incident.id()), incident.kind() + ", " + indicator.text(), incident.origin(), incident.when()),
            incident.probability()))
        .toList()).orElse(List.of());
  }

  private static Standing standing(Indicator indicator, List<Evidence> sightings, Optional<Look> last, Optional<Look> uncut, Instant asOf) {
    Instant since = asOf.minus(indicator.halfLife());
    if (sightings.stream().anyMatch(one -> one.item().indicator().equals(Optional.of(indicator.id())) && tells(one)
        && !one.item().when().isBefore(since) && !one.item().when().isAfter(asOf))) {
      return Standing.SEEN;
    }
    if (last.isEmpty()) {
      return Standing.NOBODY_LOOKED;
    }
    if (uncut.isPresent() && !uncut.get().when().isBefore(since)) {
      return Standing.LOOKED_AND_NOT_SEEN;
    }
    return last.get().when().isBefore(since) ? Standing.LOOKED_TOO_LONG_AGO : Standing.NETWORK_CUT;
  }

  /// What is relied on for less than half does not undo a look; a denial is no sighting.
  private static boolean tells(Evidence evidence) {
    return evidence.reliability() >= HALF && !(evidence instanceof Evidence.OfStatement said && said.denied());
  }

  private static boolean cut(Look look, List<Span> cuts) {
    return cuts.stream().anyMatch(span -> !look.when().isBefore(span.earliest()) && !look.when().isAfter(span.latest()));
  }

  private static void requireKnown(List<Indicator> indicators, List<Evidence> given) {
    Set<String> known = new HashSet<>();
    Set<String> justifications = new HashSet<>();
    for (Indicator indicator : indicators) {
      if (!known.add(indicator.id())) {
        throw new IllegalArgumentException("indicator " + indicator.id() + " stands twice");
      }
      if (indicator.justification()) {
        justifications.add(indicator.id());
      }
    }
    for (Evidence one : given) {
      String indicator = one.item().indicator().orElse("");
      if (!indicator.isEmpty() && !known.contains(indicator)) {
        throw new IllegalArgumentException("evidence " + one.item().id() + " names an indicator that there is not: " + indicator);
      }
      if (justifications.contains(indicator) != (one instanceof Evidence.OfSpeaking)) {
        throw new IllegalArgumentException("evidence " + one.item().id() + ": a justification is fed by what was said, and nothing else is");
      }
    }
  }
}
