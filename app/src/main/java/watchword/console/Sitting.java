package watchword.console;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import watchword.core.incident.IncidentId;
import watchword.core.report.ReportId;

/// One unlocked browser: its member, its token against forged forms, and when it last acted.
final class Sitting {

  private final Session session;
  private final String token;
  private Instant lastAct;
  private Optional<Flash> flash = Optional.empty();
  private Optional<Draft> draft = Optional.empty();
  private Optional<Listed> listed = Optional.empty();

  private record Listed(IncidentId incident, Set<ReportId> reports) {}

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

  /// Keeps what a list of an incident's reports showed, until another is shown.
  synchronized void listed(IncidentId incident, Set<ReportId> reports) {
    listed = Optional.of(new Listed(incident, Set.copyOf(reports)));
  }

  /// What the list of this incident showed, if it was the last one.
  synchronized Optional<Set<ReportId>> listed(IncidentId incident) {
    return listed.filter(one -> one.incident().equals(incident)).map(Listed::reports);
  }

  /// What is to be said, once.
  synchronized Optional<Flash> said() {
    Optional<Flash> now = flash;
    flash = Optional.empty();
    return now;
  }
}
