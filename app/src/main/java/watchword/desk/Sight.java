package watchword.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import watchword.core.corroboration.Diagonal;
import watchword.core.corroboration.Verdict;
import watchword.core.incident.Incident;
import watchword.core.incident.IncidentId;
import watchword.core.report.ReportId;

/// The desk as a member's own keys show it: of what came before the member, lines at public precision.
///
/// Pages for members ask through it alone. Safe for several threads.
public final class Sight {

  private final Object lock;
  private final Sights sights;
  private final String member;

  /// @param lock the desk, whose acts change what is seen
  Sight(Object lock, Sights sights, String member) {
    this.lock = lock;
    this.sights = sights;
    this.member = member;
  }

  /// The open incidents, the neediest first; what should be taken back cannot be put aside.
  public List<Case> queue(Instant asOf) {
    synchronized (lock) {
      return Need.queue(derived().cases(asOf), asOf);
    }
  }

  /// Every incident the public was told of, closed or not.
  public List<Case> told(Instant asOf) {
    synchronized (lock) {
      return derived().cases(asOf).stream().filter(one -> one.published().isPresent()).toList();
    }
  }

  /// An incident by its name.
  ///
  /// @throws java.util.NoSuchElementException if no incident bears this name, or none any more
  public Case get(IncidentId id, Instant asOf) {
    synchronized (lock) {
      return derived().get(id, asOf);
    }
  }

  /// The incident that holds a report now, closed or not.
  public Optional<Case> holding(ReportId report, Instant asOf) {
    synchronized (lock) {
      return derived().holding(report, asOf);
    }
  }

  /// The members' verdicts on an incident, oldest first.
  public List<Verdict> verdicts(Case one) {
    synchronized (lock) {
      return derived().verdicts(one.incident());
    }
  }

  /// What the desk said before its verdicts and what they were.
  public OwnRecord ownRecord() {
    synchronized (lock) {
      return derived().ownRecord();
    }
  }

  /// How the grades of all incidents, closed ones too, stand now.
  public Diagonal grades(Instant asOf) {
    synchronized (lock) {
      return Diagonal.of(derived().cases(asOf).stream().map(one -> one.corroboration().grade()).toList());
    }
  }

  /// For each photo that a report names, whether it came.
  public List<Boolean> photos(ReportId id) {
    synchronized (lock) {
      Casebook own = sights.casebook(member);
      return own.knows(id) ? own.photosOf(own.arrival(id)).stream().map(own::has).toList() : List.of();
    }
  }

  /// Incidents that the member may want to link with this one, likeliest first; nothing is noted.
  public List<Incident> alike(Case one) {
    synchronized (lock) {
      return derived().alike(one.incident());
    }
  }

  private Derived derived() {
    return sights.of(member);
  }
}
