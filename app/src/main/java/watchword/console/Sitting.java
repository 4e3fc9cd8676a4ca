package watchword.console;

import java.time.Instant;
import java.util.Optional;
import watchword.core.incident.IncidentId;

/// One unlocked browser: its member, its token against forged forms, and when it last acted.
final class Sitting {

  private final Session session;
  private final String token;
  private Instant lastAct;
  private Optional<Flash> flash = Optional.empty();
  private Optional<Draft> draft = Optional.empty();

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

  synchronized void keep(Draft next) {
    draft = Optional.of(next);
  }

  /// What was meant for this incident and not taken, once.
  synchronized Optional<Draft> draft(IncidentId incident) {
    Optional<Draft> now = draft.filter(one -> one.incident().equals(incident));
    draft = Optional.empty();
    return now;
  }

  /// What is to be said, once.
  synchronized Optional<Flash> said() {
    Optional<Flash> now = flash;
    flash = Optional.empty();
    return now;
  }
}
