package watchword.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
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

  DeskTime time() {
    return new DeskTime(config.zone());
  }

  Say say() {
    return new Say(config.gazetteer(), time());
  }
}
