package watchword.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.decision.Decision;
import watchword.core.incident.IncidentId;
import watchword.core.incident.PossiblySame;
import watchword.desk.Case;
import watchword.desk.Desk;

/// The open incidents as one member sees them now, the neediest first.
record Queue(List<Item> items, List<PossiblySame> possiblySame) {

  /// What being published with makes an incident ready; the rest is said on a member's own initiative.
  private static final List<Status> READY = List.of(Status.CONFIRMED, Status.UNCONFIRMED, Status.REFUTED);

  Queue {
    items = List.copyOf(items);
    possiblySame = List.copyOf(possiblySame);
  }

  /// @param tab which of the first four tabs it stands in
  record Item(Case one, Tab tab, boolean possiblySame) {

    IncidentId id() {
      return one.incident().id();
    }

    boolean in(Tab asked) {
      return switch (asked) {
        case SAME -> possiblySame;
        case TAKE_BACK -> one.review().isPresent();
        case WAVE -> one.corroboration().wave().isPresent();
        default -> tab == asked;
      };
    }
  }

  static Queue of(Desk desk, String member, Instant now) {
    List<PossiblySame> pairs = desk.doubts(now).possiblySame();
    Set<IncidentId> doubted = new HashSet<>();
    pairs.forEach(pair -> {
      doubted.add(pair.first());
      doubted.add(pair.second());
    });
    List<Item> items = new ArrayList<>();
    for (Case one : desk.sight(member).queue(now)) {
      boolean judged = !desk.sight(member).verdicts(one).isEmpty();
      items.add(new Item(one, tab(one, desk.options(one, member, now), judged), doubted.contains(one.incident().id())));
    }
    return new Queue(items, pairs);
  }

  private static Tab tab(Case one, Map<Status, Decision> options, boolean judged) {
    Optional<Status> out = one.published().map(Notice::status);
    if (one.review().isPresent()) {
      return Tab.VERIFY;
    }
    if (!one.wishes().isEmpty()) {
      return Tab.WAITING;
    }
    boolean ready = READY.stream().anyMatch(status -> options.get(status) instanceof Decision.Publish && out.filter(told -> covers(told, status)).isEmpty());
    if (ready) {
      return Tab.READY;
    }
    return out.isPresent() || judged ? Tab.DONE : Tab.VERIFY;
  }

  /// Whether saying the one leaves nothing to gain from the other.
  private static boolean covers(Status told, Status status) {
    return told == status || told == Status.RETRACTED || (told == Status.CONFIRMED && status == Status.UNCONFIRMED);
  }

  List<Item> in(Tab tab) {
    return items.stream().filter(item -> item.in(tab)).toList();
  }

  Optional<Item> find(IncidentId id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  /// The incidents that may be the same as this one, likeliest first.
  List<PossiblySame> rivals(IncidentId id) {
    return possiblySame.stream()
        .filter(pair -> pair.first().equals(id) || pair.second().equals(id))
        .sorted((one, other) -> Double.compare(other.score(), one.score()))
        .toList();
  }
}
