package watchword.console;

import java.time.Instant;
import java.util.Optional;

/// One unlocked browser: its member, its token against forged forms, and when it last acted.
final class Sitting {

  private final Session session;
  private final String token;
  private Instant lastAct;
  private Optional<Flash> flash = Optional.empty();

  Sitting(Session session, String token, Instant now) {
    this.session = session;
    this.token = token;
    this.lastAct = now;
  }

  Session session() {
    return session;
  }

  String member() {
    return session.member();
  }

  /// Stands in every form of this sitting and nowhere else.
  String token() {
    return token;
  }

  synchronized Instant lastAct() {
    return lastAct;
  }

  synchronized void acted(Instant now) {
    lastAct = now;
  }

  synchronized void say(Flash next) {
    flash = Optional.of(next);
  }

  /// What is to be said, once.
  synchronized Optional<Flash> said() {
    Optional<Flash> now = flash;
    flash = Optional.empty();
    return now;
  }
}
