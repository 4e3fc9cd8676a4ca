package watchword.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The casebook as the desk sees it, and as far as each member's own keys open it.
///
/// Which reports make one incident is the same for all; what they say, and who did what, is told to a newcomer by the snapshot that their keys open.
final class Sights {

  private final Ledger ledger;
  private final Casebook casebook;
  private final Derived whole;
  private final Models models;
  private final Map<String, Seen> narrower = new HashMap<>();

  /// A casebook and what follows from it.
  record Seen(Casebook casebook, Derived derived) {}

  Sights(Ledger ledger, Casebook casebook, Models models) {
    this.ledger = ledger;
    this.casebook = casebook;
    this.models = models;
    this.whole = new Derived(casebook, models);
    ledger.replay(casebook::apply);
  }

  /// All that the desk knows: what rules and merging rest on, whoever looks.
  Derived whole() {
    return whole;
  }

  Derived of(String member) {
    Optional<Seen> known = Optional.ofNullable(narrower.get(member));
    return known.map(Seen::derived).orElseGet(() -> ledger.sight(member).map(entries -> open(member, entries)).orElse(whole));
  }

  /// The casebook as far as this member's own keys open it.
  Casebook casebook(String member) {
    Derived _ = of(member);
    return Optional.ofNullable(narrower.get(member)).map(Seen::casebook).orElse(casebook);
  }

  private Derived open(String member, List<Entry> entries) {
    Casebook own = new Casebook();
    entries.forEach(own::apply);
    Seen seen = new Seen(own, whole.seenBy(own));
    narrower.put(member, seen);
    return seen.derived();
  }

  /// The same incident with all that the desk knows of it.
  Case whole(Case seen, Instant asOf) {
    return narrower.isEmpty() ? seen : whole.find(seen.incident().id(), asOf).orElse(seen);
  }

  /// All that the desk knew before a time: nothing that was entered since is in it, and nothing that was forgotten since is missing, as far as the journal still tells.
  Seen before(Instant time) {
    Casebook then = new Casebook();
    ledger.replay(entry -> {
      if (Authorship.at(entry).isBefore(time)) {
        then.apply(entry);
      }
    });
    return new Seen(then, new Derived(then, models));
  }

  void apply(Entry entry) {
    casebook.apply(entry);
    whole.changed(entry);
    narrower.values().forEach(seen -> {
      seen.casebook().apply(entry);
      seen.derived().changed(entry);
    });
  }
}
