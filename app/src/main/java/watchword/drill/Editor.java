package watchword.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.Verdict;
import watchword.core.decision.Decision;
import watchword.core.incident.IncidentId;
import watchword.core.report.ReportId;
import watchword.desk.Case;
import watchword.desk.Desk;

/// The desk's two people in a drill: they see what the console shows, check what they can, and publish what a check confirmed or the rules release.
///
/// The truth reaches them only through checks, which fail and err as real ones do.
public final class Editor {

  /// A place that could not be reached is tried again after so long.
  private static final Duration RETRY = Duration.ofMinutes(25);

  /// Checks that said something, after which an incident is left to the weighing.
  private static final int ENOUGH = 3;

  private static final double CLEAR = 0.20;

  private final Desk desk;
  private final List<String> members;
  private final Function<Collection<ReportId>, Finding.Outcome> checks;
  private final CheckBudget budget = new CheckBudget(CheckBudget.PER_HOUR);
  private final Map<IncidentId, Instant> tried = new HashMap<>();
  private int turn;

  /// @param members two pseudonyms
  /// @param checks what a check of an incident with these reports finds
  public Editor(Desk desk, List<String> members, Function<Collection<ReportId>, Finding.Outcome> checks) {
    if (members.size() != 2) {
      throw new IllegalArgumentException("a drill's desk has two members");
    }
    this.desk = desk;
    this.members = List.copyOf(members);
    this.checks = checks;
  }

  /// Works through the queue once.
  public void work(Instant now) {
    for (Case one : desk.queue(now)) {
      if (worthChecking(one, now) && budget.take(now)) {
        check(one, now);
      }
    }
    for (Case one : desk.queue(now)) {
      conclude(one, now);
    }
  }

  private boolean worthChecking(Case one, Instant now) {
    long telling = telling(one);
    boolean lately = tried.getOrDefault(one.incident().id(), Instant.MIN).isAfter(now.minus(RETRY));
    boolean settled = found(one) >= 2 || (found(one) == 0 && telling >= 2);
    return !lately && !settled && telling < ENOUGH;
  }

  private void check(Case one, Instant now) {
    tried.put(one.incident().id(), now);
    desk.find(members.get(turn++ % members.size()), one.incident().id(), Finding.Method.CALL, checks.apply(one.incident().reports()), now);
  }

  private void conclude(Case one, Instant now) {
    boolean claimed = one.published().map(Notice::status).filter(Editor::claims).isPresent();
    if (one.review().isPresent()) {
      withdraw(one, now);
    } else if (found(one) == 0 && telling(one) >= 2) {
      refute(one, claimed, now);
    } else if (found(one) >= 2 && one.published().map(Notice::status).filter(Status.CONFIRMED::equals).isEmpty()) {
      judge(one, Verdict.Truth.CONFIRMED, now);
      publish(one, Status.CONFIRMED, now);
      if (!claimed) {
        publish(one, Status.UNCONFIRMED, now);
      }
    } else if (!claimed && (found(one) > 0 || released(one, now))) {
      publish(one, Status.UNCONFIRMED, now);
    }
  }

  private void refute(Case one, boolean claimed, Instant now) {
    if (claimed) {
      withdraw(one, now);
    } else if (one.published().isEmpty() && one.corroboration().probability() <= CLEAR) {
      judge(one, Verdict.Truth.REFUTED, now);
      publish(one, Status.NOT_CONFIRMED, now);
    } else if (one.published().isEmpty() && one.corroboration().wave().isPresent()) {
      publish(one, Status.NOT_CONFIRMED, now);
    }
  }

  private void withdraw(Case one, Instant now) {
    desk.withdraw(members.getFirst(), one.published().orElseThrow().thread(), now);
  }

  private void judge(Case one, Verdict.Truth truth, Instant now) {
    desk.judge(members.getFirst(), one.incident().id(), truth, now);
  }

  /// Both ask, once; what must wait goes out by itself.
  private void publish(Case one, Status status, Instant now) {
    for (String member : members) {
      boolean asked = one.wishes().stream().anyMatch(wish -> wish.status() == status && wish.member().equals(member));
      boolean out = desk.get(one.incident().id(), now).published().map(Notice::status).filter(status::equals).isPresent();
      if (!asked && !out) {
        desk.publish(member, one.incident().id(), status, "", now);
      }
    }
  }

  private boolean released(Case one, Instant now) {
    return desk.options(one.incident().id(), Set.copyOf(members), now).get(Status.UNCONFIRMED) instanceof Decision.Publish;
  }

  private static boolean claims(Status status) {
    return status == Status.CONFIRMED || status == Status.UNCONFIRMED;
  }

  private static long found(Case one) {
    return one.findings().stream().filter(finding -> finding.outcome() == Finding.Outcome.FOUND).count();
  }

  private static long telling(Case one) {
    return one.findings().stream().filter(finding -> finding.outcome() != Finding.Outcome.UNREACHABLE).count();
  }
}
