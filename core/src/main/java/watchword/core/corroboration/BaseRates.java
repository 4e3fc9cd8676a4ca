package watchword.core.corroboration;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import watchword.core.kind.Kind;
import watchword.core.place.Place;

/// Of judged incidents, how many were so: of a kind in a region, drawn to the kind's, these to all, and these to what is usual (spec/credibility.md, 5.1).
final class BaseRates {

  static final BaseRates NONE = new BaseRates(Held.NONE, Map.of(), Map.of());

  /// Before any verdict: of what reaches a desk unasked, about two in five turn out to be so.
  private static final double USUAL = LogOddsWeigher.logit(0.4);

  /// So many judged incidents stand before each rate.
  private static final double DRAWN = 10;

  /// A region moves the odds of its kind by a factor of e at most: else whoever plants lies there until they are refuted closes it for the true.
  private static final double REGIONAL = 1;

  private final Held all;
  private final Map<Kind, Held> kinds;
  private final Map<There, Held> regions;

  private record There(Kind kind, Region region) {}

  private BaseRates(Held all, Map<Kind, Held> kinds, Map<There, Held> regions) {
    this.all = all;
    this.kinds = kinds;
    this.regions = regions;
  }

  BaseRates plus(Kind kind, Optional<Place> place, boolean so, double day) {
    Map<Kind, Held> nextKinds = new HashMap<>(kinds);
    nextKinds.put(kind, kinds.getOrDefault(kind, Held.NONE).plus(so, day));
    Map<There, Held> nextRegions = new HashMap<>(regions);
    place.map(there -> new There(kind, Region.of(there))).ifPresent(there -> nextRegions.put(there, regions.getOrDefault(there, Held.NONE).plus(so, day)));
    return new BaseRates(all.plus(so, day), nextKinds, nextRegions);
  }

  /// The log-odds of such an incident before any report of it.
  ///
  /// Each rate is drawn to that of the others, its own verdicts left out: counted at every level, ten verdicts would outweigh what is usual by seven to one.
  double prior(Kind kind, Optional<Place> place) {
    Held ofKind = kinds.getOrDefault(kind, Held.NONE);
    double others = all.without(ofKind).logOdds(USUAL, DRAWN);
    double anywhere = ofKind.logOdds(others, DRAWN);
    Held here = place.map(at -> regions.getOrDefault(new There(kind, Region.of(at)), Held.NONE)).orElse(Held.NONE);
    double there = here.logOdds(ofKind.without(here).logOdds(others, DRAWN), DRAWN);
    return Math.clamp(there, anywhere - REGIONAL, anywhere + REGIONAL);
  }
}
