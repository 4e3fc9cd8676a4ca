package watchword.drill.year;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.core.assessment.Assessment;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Item;
import watchword.core.assessment.Question;
import watchword.core.assessment.Watched;
import watchword.core.assessment.Watchlist;
import watchword.core.time.Span;

/// All that ever reached the desk, and what the rules of assessment make of it at a time.
record Folder(List<Told> told, List<Span> cuts) {

  /// That several signs were looked for and not seen is one fact, that nothing is being prepared, and no proof of each other: one origin.
  /// As origins of their own they made peace too sure; chosen on other seeds than are scored (bench/results/2026-11-30-year.md).
  private static final String LOOKS = "nothing is being prepared";

  Folder {
    told = List.copyOf(told);
    cuts = List.copyOf(cuts);
  }

  static Folder of(long seed, Timeline timeline, Cuts cuts) {
    List<Told> told = new ArrayList<>(Witnesses.tell(seed, timeline, cuts));
    told.addAll(Speakers.tell(seed, timeline));
    return new Folder(told, cuts.spans());
  }

  /// Assesses by what was known then.
  ///
  /// @param since what is older told of a crossing that has come: it speaks for no other
  Assessment assess(Question question, BaseRate base, Instant since, Instant asOf) {
    List<Told> known = told.stream().filter(one -> !one.known().isAfter(asOf) && one.when().isAfter(since)).toList();
    List<Indicator> indicators = Signs.indicators(sign -> looks(known, sign));
    Map<String, Indicator> byId = new HashMap<>();
    indicators.forEach(one -> byId.put(one.id(), one));
    List<Evidence> given = new ArrayList<>();
    List<Watched> watched = new ArrayList<>();
    for (Told one : known) {
      Indicator indicator = Optional.ofNullable(byId.get(one.sign())).orElseThrow();
      switch (one) {
        case Told.Sighting seen when indicator.watch().isPresent() -> watched.add(watched(seen, indicator));
        case Told.Sighting seen -> given.add(new Evidence.OfDocument(item(seen.id(), seen, indicator), seen.support()));
        case Told.Statement said -> given.add(statement(said, indicator));
        case Told.Look _ -> { }
      }
    }
    Watchlist list = Watchlist.of(indicators, given, watched, cuts, asOf);
    return Assessment.of(question, base, list.evidence(), asOf);
  }

  private static List<Indicator.Look> looks(List<Told> known, String sign) {
    return known.stream().filter(Told.Look.class::isInstance).filter(one -> one.sign().equals(sign))
        .map(one -> new Indicator.Look(one.when(), LOOKS)).toList();
  }

  private static Watched watched(Told.Sighting seen, Indicator indicator) {
    String kind = indicator.watch().orElseThrow().kinds().stream().sorted().findFirst().orElseThrow();
    return new Watched(seen.id(), kind, Signs.BORDER, seen.when(), seen.support(), seen.origin());
  }

  private static Evidence statement(Told.Statement said, Indicator indicator) {
    Item item = item(said.id(), said, indicator);
    return indicator.justification() ? new Evidence.OfSpeaking(item) : new Evidence.OfStatement(item, said.hedge(), said.interested(), said.denied());
  }

  private static Item item(String id, Told told, Indicator indicator) {
    return new Item(id, indicator.text(), told.origin(), told.when(), indicator.expectation(), Optional.of(indicator.id()),
        Optional.of(indicator.halfLife()));
  }
}
