package watchword.console;

import java.time.Instant;
import java.time.InstantSource;
import watchword.desk.Desk;

/// What every page and act needs: the desk, its clock, its words, and how pages are framed.
record Room(Desk desk, ConsoleConfig config, InstantSource clock, Sessions sessions) {

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
