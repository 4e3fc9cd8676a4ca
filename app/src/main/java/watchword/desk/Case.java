package watchword.desk;

import java.util.List;
import java.util.Optional;
import watchword.core.bulletin.Notice;
import watchword.core.corroboration.Corroboration;
import watchword.core.corroboration.Finding;
import watchword.core.decision.Decision;
import watchword.core.incident.Incident;

/// An incident as the desk sees it now: what it holds, what was done about it, what was said.
///
/// @param findings members' checks that name most of its reports
/// @param published the newest bulletin of its thread
/// @param review why what is published should be taken back; only a member does it
/// @param wishes standing wishes to publish it, not yet gone out
/// @param closed whether it is frozen
/// @param series all incidents of its series, itself among them, in the order in which they began; empty where it is in none
public record Case(
    Incident incident,
    Corroboration corroboration,
    List<Finding> findings,
    Optional<Notice> published,
    Optional<Decision.Withdraw> review,
    List<Entry.Wished> wishes,
    Optional<Entry.PutAside> aside,
    boolean closed,
    List<Incident> series) {

  public Case {
    findings = List.copyOf(findings);
    wishes = List.copyOf(wishes);
    series = List.copyOf(series);
  }
}
