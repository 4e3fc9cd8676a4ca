package watchword.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import watchword.core.incident.Incident;
import watchword.core.incident.IncidentId;
import watchword.desk.Case;
import watchword.desk.Desk;

/// What every page and act needs: the desk, its clock, its words, and how pages are framed.
record Room(Supplier<Optional<Desk>> unlocked, ConsoleConfig config, InstantSource clock, Sessions sessions) {

  /// The desk, while a member has it unlocked.
  Desk desk() {
    return unlocked.get().orElseThrow(LockedException::new);
  }

  Instant now() {
    return clock.instant();
  }

  /// The incident this name leads to, as the member's own keys show it: its first report may have joined others since.
  Optional<Case> holding(String member, IncidentId id) {
    return id.first().flatMap(first -> desk().sight(member).holding(first, now()));
  }

  /// An incident as one of several to choose from.
  String choice(Incident incident) {
    return say().title(incident) + ", " + time().span(Lined.of(incident).when(), now());
  }

  DeskTime time() {
    return new DeskTime(config.zone());
  }

  Say say() {
    return new Say(config.gazetteer(), time());
  }
}
