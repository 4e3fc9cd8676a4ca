package watchword.desk;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.decision.Decider;
import watchword.core.decision.Decision;
import watchword.core.decision.Policy;
import watchword.core.decision.Release;
import watchword.core.decision.Wish;
import watchword.core.incident.Incident;
import watchword.core.text.Words;
import watchword.desk.Desk.Outcome;

/// Carries members' wishes out: asks the rules, and notes the bulletin that leaves.
///
/// @param note appends an entry in somebody's name
record Dispatch(Casebook casebook, Decider decider, Release release, Supplier<BulletinId> bulletinIds, BiConsumer<String, Entry> note) {

  Outcome carryOut(Case one, Status status, Instant now) {
    Set<String> members = new HashSet<>();
    String words = "";
    for (Entry.Wished wish : one.wishes()) {
      if (wish.status() == status) {
        members.add(wish.member());
        words = wish.note();
      }
    }
    Decision decision = decider.decide(one.incident(), one.corroboration(), new Wish(status, members), now);
    return switch (decision) {
      case Decision.Publish publish -> send(one, publish, words, now);
      case Decision.Hold hold -> new Outcome.Waiting(hold.reasons(), hold.until());
      case Decision.Withdraw withdraw -> new Outcome.Refused(String.join("; ", withdraw.reasons()));
    };
  }

  private Outcome send(Case one, Decision.Publish publish, String note, Instant now) {
    Incident incident = one.incident();
    List<Words> words = casebook.arrivals().stream().map(arrival -> arrival.reading().words()).toList();
    // What was withdrawn stays withdrawn: a new word on it is a new thread.
    Optional<Notice> previous = one.published().filter(notice -> notice.status() != Status.RETRACTED);
    // A thread keeps its kind, and with it whether it may leave between ticks.
    boolean atOnce = publish.atOnce() && previous.flatMap(Notice::happening).map(told -> told.kind().rule().dangerToLife()).orElse(true);
    Instant leaves = atOnce ? now : nextTick(now);
    // No version overtakes the one it replaces, which may still wait for its quarter of an hour.
    Instant out = previous.map(Notice::published).filter(leaves::isBefore).orElse(leaves);
    Release.Draft draft = new Release.Draft(bulletinIds.get(), note, words, out);
    return switch (release.bulletin(incident, one.corroboration(), publish, previous, draft)) {
      case Release.Outcome.Released released -> {
        this.note.accept(Desk.DESK, new Entry.Published(now, released.bulletin(), incident.reports()));
        yield new Outcome.Done(released.bulletin());
      }
      case Release.Outcome.Refused refused -> new Outcome.Refused(refused.reason());
    };
  }

  /// Takes back what was published, at once.
  Outcome withdraw(String member, BulletinId thread, Instant now) {
    for (List<Entry.Published> history : casebook.threads()) {
      Entry.Published newest = history.getLast();
      if (newest.bulletin().notice().thread().equals(thread)) {
        if (newest.bulletin() instanceof Bulletin.Cancel) {
          return new Outcome.Refused("it is withdrawn already");
        }
        Bulletin.Cancel cancel = Release.withdrawal(lastOut(history, now).bulletin().notice(), bulletinIds.get(), now);
        note.accept(member, new Entry.Published(now, cancel, newest.reports()));
        return new Outcome.Done(cancel);
      }
    }
    return new Outcome.Refused("no bulletin has that id");
  }

  /// What readers were told last; the first version where nothing is out yet.
  private static Entry.Published lastOut(List<Entry.Published> history, Instant now) {
    return history.stream().filter(one -> !one.bulletin().notice().published().isAfter(now)).reduce((first, second) -> second).orElse(history.getFirst());
  }

  /// When what is no danger to life leaves.
  static Instant nextTick(Instant now) {
    long tick = Policy.TICK.toSeconds();
    return Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond() - 1, tick) + 1) * tick);
  }
}
