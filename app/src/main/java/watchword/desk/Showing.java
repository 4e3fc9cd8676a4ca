package watchword.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import watchword.core.decision.Policy;
import watchword.core.report.MediaHash;
import watchword.core.report.ReportId;
import watchword.desk.Bodies.Access;
import watchword.desk.Reads.Asking;
import watchword.seal.Epoch;

/// Showing a member what reports say: noted, counted against a day's quota, and in some cases only by a second member's word.
///
/// Every other report is a line. There is no way around this class to a report's words: console and commands ask here. How much a member asks for counts, not how
/// much is shown, so that asking in vain is seen too.
public final class Showing {

  private final Object lock;
  private final Casebook casebook;
  private final Bodies bodies;
  private final Ledger ledger;
  private final BiConsumer<String, Entry> note;

  /// Why a second member's word is needed.
  public enum Why {
    /// More at once than a person reads before acting.
    IN_BULK,
    /// A report of a lane the member does not hold.
    ACROSS_LANES,
    /// It came longer ago than the desk's work reaches back.
    OLDER_DAYS
  }

  /// What came of asking.
  public sealed interface Answer {
    /// These may be shown; words are empty where no key of the member's opens them.
    record Shown(Map<ReportId, Optional<String>> words) implements Answer {
      public Shown {
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
      }
    }

    /// It waits for another member's word, or, where nobody could give it, until a time.
    record Waiting(Set<Why> why, Optional<Instant> until) implements Answer {
      public Waiting {
        why = Set.copyOf(why);
      }
    }

    /// Not today, or not at all; one sentence.
    record Refused(String reason) implements Answer {}
  }

  /// What came of asking for a photo.
  ///
  /// @param answer as for the words of its report
  /// @param picture empty also where it did not come, or no key of the member's opens it
  public record Pictured(Answer answer, Optional<byte[]> picture) {}

  /// What waits for another's word.
  ///
  /// @param until when it may be shown although nobody agreed, where nobody could
  /// @param mayAgree whether the member who looks could
  public record Standing(String asker, Instant at, List<ReportId> reports, Optional<Instant> until, boolean mayAgree) {
    public Standing {
      reports = List.copyOf(reports);
    }
  }

  Showing(Object lock, Casebook casebook, Bodies bodies, Ledger ledger, BiConsumer<String, Entry> note) {
    this.lock = lock;
    this.casebook = casebook;
    this.bodies = bodies;
    this.ledger = ledger;
    this.note = note;
  }

  /// Shows a member the words of these reports, or says what stands against it.
  public Answer show(String member, List<ReportId> reports, Instant now) {
    synchronized (lock) {
      reports.forEach(this::came);
      List<ReportId> held = reports.stream().distinct().filter(id -> bodies.access(id, member) != Access.NONE).toList();
      Set<ReportId> known = casebook.reads().shown(member, Epoch.of(now));
      List<ReportId> fresh = held.stream().filter(id -> !known.contains(id)).toList();
      Optional<Answer> against = fresh.isEmpty() ? Optional.empty() : against(member, fresh, now);
      if (against.isPresent()) {
        return against.get();
      }
      Map<ReportId, Optional<String>> words = new LinkedHashMap<>();
      for (ReportId id : reports.stream().distinct().toList()) {
        Optional<String> told = open(member, id, now, key -> bodies.open(id, key));
        if (told.isPresent() && !known.contains(id)) {
          note.accept(member, new Entry.Shown(now, member, id));
        }
        words.put(id, told);
      }
      return new Answer.Shown(words);
    }
  }

  /// Shows a member a photo of a report where the rules let them be shown its words: it is one act, and one report of the day's quota.
  Pictured photo(String member, ReportId report, MediaHash photo, Instant now) {
    synchronized (lock) {
      Answer answer = show(member, List.of(report), now);
      Optional<byte[]> picture = answer instanceof Answer.Shown ? open(member, report, now, key -> bodies.open(photo, key)) : Optional.empty();
      if (picture.isPresent() && !casebook.reads().shown(member, Epoch.of(now)).contains(report)) {
        note.accept(member, new Entry.Shown(now, member, report)); // its words opened by none of these keys
      }
      return new Pictured(answer, picture);
    }
  }

  /// When the day that a quota counts ends.
  public static Instant midnight(Instant now) {
    return Epoch.of(now).plusDays(1).begin();
  }

  /// How many more reports a member may ask for today.
  public int left(String member, Instant now) {
    synchronized (lock) {
      return Math.max(0, Policy.SHOWN_A_DAY - casebook.reads().askedFor(member, Epoch.of(now)).size());
    }
  }

  /// Lets another member be shown what they asked for; empty, or why not.
  public Optional<String> agree(String member, String asker, List<ReportId> reports, Instant now) {
    synchronized (lock) {
      if (standing(member, now).stream().noneMatch(one -> one.mayAgree() && one.asker().equals(asker) && one.reports().equals(reports))) {
        return Optional.of("nothing of " + asker + "'s waits that your word would count for: it takes another editor, one for seven days");
      }
      note.accept(member, new Entry.Agreed(now, member, asker, reports));
      return Optional.empty();
    }
  }

  /// Puts an end to what somebody asked for, agreed to or not; any member may. False where it is over already.
  public boolean stop(String member, String asker, List<ReportId> reports, Instant now) {
    synchronized (lock) {
      boolean stands = casebook.reads().askings().stream().anyMatch(asking -> asking.isOf(asker, reports) && asking.stopped().isEmpty());
      if (stands) {
        note.accept(member, new Entry.Stopped(now, member, asker, reports));
      }
      return stands;
    }
  }

  /// What waits, oldest first, as this member sees it.
  public List<Standing> standing(String member, Instant now) {
    synchronized (lock) {
      List<Standing> standing = new ArrayList<>();
      for (Asking asking : casebook.reads().askings()) {
        String asker = asking.asked().member();
        Optional<Set<String>> voices = ledger.voices(asker, now);
        boolean lapsed = !now.isBefore(lapse(asking));
        if (asking.waits() && !lapsed) {
          boolean mayAgree = !member.equals(asker) && voices.map(names -> names.contains(member)).orElse(true);
          standing.add(new Standing(asker, asking.asked().at(), asking.asked().reports(), until(asking, voices), mayAgree));
        }
      }
      return standing;
    }
  }

  /// Who asked for more than a day has, as the others are told: for two days, each day once.
  public List<Entry.AskedTooMuch> alarms(String member, Instant now) {
    synchronized (lock) {
      Instant since = Epoch.of(now).plusDays(-1).begin();
      return casebook.reads().tooMuch().stream().filter(one -> !one.member().equals(member) && !one.at().isBefore(since)).toList();
    }
  }

  private Optional<Answer> against(String member, List<ReportId> fresh, Instant now) {
    Set<ReportId> asked = new HashSet<>(casebook.reads().askedFor(member, Epoch.of(now)));
    int before = asked.size();
    asked.addAll(fresh);
    if (asked.size() > Policy.SHOWN_A_DAY) {
      alarm(member, now);
      return Optional.of(new Answer.Refused("of %d reports a day %d are left to you until midnight UTC, and this asks for %d more".formatted(
          Policy.SHOWN_A_DAY, Math.max(0, Policy.SHOWN_A_DAY - before), asked.size() - before)));
    }
    List<ReportId> uncovered = fresh.stream().filter(id -> leave(member, id, now).isEmpty()).toList();
    Set<Why> why = why(member, uncovered, now);
    return why.isEmpty() ? Optional.empty() : second(member, uncovered, why, now);
  }

  /// When a report came, or what its sender said later.
  private Instant came(ReportId id) {
    return casebook.correspondence().came(id).orElseGet(() -> casebook.arrival(id).at());
  }

  private boolean dangerToLife(ReportId id) {
    return !casebook.correspondence().knows(id) && casebook.arrival(id).reading().kind().rule().dangerToLife();
  }

  private Set<Why> why(String member, List<ReportId> reports, Instant now) {
    Set<Why> why = EnumSet.noneOf(Why.class);
    if (reports.size() > Policy.SHOWN_AT_ONCE) {
      why.add(Why.IN_BULK);
    }
    for (ReportId id : reports) {
      if (bodies.access(id, member) == Access.OTHER_LANE) {
        why.add(Why.ACROSS_LANES);
      }
      if (came(id).plus(Policy.SHOWN_ALONE_FOR).isBefore(now)) {
        why.add(Why.OLDER_DAYS);
      }
    }
    return why;
  }

  /// A second member's word is asked for; where nobody could give it the act waits, but not for danger to life.
  private Optional<Answer> second(String member, List<ReportId> reports, Set<Why> why, Instant now) {
    Optional<Set<String>> voices = ledger.voices(member, now);
    boolean nobody = voices.map(Set::isEmpty).orElse(false);
    if (nobody && why.contains(Why.ACROSS_LANES)) {
      return Optional.of(new Answer.Refused("you do not hold its lane, and there is nobody whose keys could open it for you"));
    }
    if (nobody && reports.stream().allMatch(this::dangerToLife)) {
      return Optional.empty();
    }
    Optional<Asking> asked = casebook.reads().askings().stream()
        .filter(asking -> asking.isOf(member, reports) && asking.waits() && now.isBefore(lapse(asking))).findFirst();
    if (asked.isEmpty()) {
      note.accept(member, new Entry.Asked(now, member, reports));
    }
    Instant since = asked.map(asking -> asking.asked().at()).orElse(now);
    return Optional.of(new Answer.Waiting(why, nobody ? Optional.of(since.plus(Policy.WAIT)) : Optional.empty()));
  }

  /// Leave to see a report that needed a second word: for a day after it was given, or after the wait of somebody who is alone.
  private Optional<Asking> leave(String member, ReportId report, Instant now) {
    Optional<Set<String>> voices = ledger.voices(member, now);
    return casebook.reads().askings().stream()
        .filter(asking -> asking.asked().member().equals(member) && asking.stopped().isEmpty() && asking.asked().reports().contains(report))
        .filter(asking -> asking.agreed().map(Entry.Agreed::at).or(() -> until(asking, voices))
            .filter(begin -> !now.isBefore(begin) && now.isBefore(begin.plus(Policy.WAIT))).isPresent())
        .findFirst();
  }

  private static Optional<Instant> until(Asking asking, Optional<Set<String>> voices) {
    return voices.filter(Set::isEmpty).map(_ -> asking.asked().at().plus(Policy.WAIT));
  }

  /// What nobody answered is over a day after its wait.
  private static Instant lapse(Asking asking) {
    return asking.asked().at().plus(Policy.WAIT.multipliedBy(2));
  }

  /// By the member's own keys; across lanes by the keys of who agreed, while they are unlocked.
  private <T> Optional<T> open(String member, ReportId id, Instant now, Function<String, Optional<T>> body) {
    return switch (bodies.access(id, member)) {
      case OWN -> body.apply(member);
      case OTHER_LANE -> leave(member, id, now).flatMap(Asking::agreed).flatMap(agreed -> body.apply(agreed.member()));
      case NONE -> Optional.empty();
    };
  }

  private void alarm(String member, Instant now) {
    Epoch today = Epoch.of(now);
    if (casebook.reads().tooMuch().stream().noneMatch(one -> one.member().equals(member) && Reads.on(today, one.at()))) {
      note.accept(member, new Entry.AskedTooMuch(now, member));
    }
  }
}
