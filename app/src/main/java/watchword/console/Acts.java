package watchword.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.Verdict;
import watchword.core.incident.IncidentId;
import watchword.core.report.ReportId;
import watchword.desk.Case;
import watchword.desk.Desk;

/// Turns forms into acts at the desk; each ends with one sentence on the page it leads to.
record Acts(Room room) {

  private static final long MOST_ASIDE_MINUTES = 1_440;

  /// A note adds a sentence to a bulletin; it is not one.
  static final int LONGEST_NOTE = 400;

  void find(Context ctx) {
    Fields fields = new Fields(ctx);
    Finding.Method method = fields.choice(Finding.Method.class, "method");
    Finding.Outcome outcome = fields.choice(Finding.Outcome.class, "outcome");
    room.desk().find(member(ctx), current(ctx, fields.id()), method, outcome, room.now());
    back(ctx, Flash.done("Noted: you %s (%s).".formatted(Say.outcome(outcome), Say.method(method))));
  }

  void judge(Context ctx) {
    Fields fields = new Fields(ctx);
    Verdict.Truth truth = fields.choice(Verdict.Truth.class, "truth");
    room.desk().judge(member(ctx), current(ctx, fields.id()), truth, room.now());
    back(ctx, Flash.done("Noted: you %s. The records of its sources follow; nothing is published by this.".formatted(Say.verdict(truth))));
  }

  void same(Context ctx) {
    Fields fields = new Fields(ctx);
    Pair pair = pair(ctx, fields);
    room.desk().same(member(ctx), pair.one(), pair.other(), room.now());
    back(ctx, Flash.done("The two incidents are one."));
  }

  void different(Context ctx) {
    Fields fields = new Fields(ctx);
    Pair pair = pair(ctx, fields);
    room.desk().different(member(ctx), pair.one(), pair.other(), room.now());
    back(ctx, Flash.done("Noted: they are not the same, and stay apart."));
  }

  void joinSeries(Context ctx) {
    Fields fields = new Fields(ctx);
    Pair pair = pair(ctx, fields);
    if (room.desk().sight(member(ctx)).get(pair.one(), room.now()).series().stream().anyMatch(incident -> incident.id().equals(pair.other()))) {
      back(ctx, Flash.kept("They are in one series already. Nothing was done."));
      return;
    }
    room.desk().joinSeries(member(ctx), pair.one(), pair.other(), room.now());
    int all = room.desk().sight(member(ctx)).get(pair.one(), room.now()).series().size();
    back(ctx, Flash.done("Linked: a series of %d. Each stays an incident of its own, and nothing is published by this.".formatted(all)));
  }

  void leaveSeries(Context ctx) {
    Fields fields = new Fields(ctx);
    Case one = room.desk().sight(member(ctx)).get(current(ctx, fields.id()), room.now());
    if (one.series().isEmpty()) {
      back(ctx, Flash.kept("It is in no series. Nothing was done."));
      return;
    }
    room.desk().leaveSeries(member(ctx), one.incident().id(), room.now());
    back(ctx, Flash.done(one.series().size() > 2 ? "Taken out. The others stay a series." : "Taken out. The two are no series any more."));
  }

  /// Two incidents that somebody compared.
  private record Pair(IncidentId one, IncidentId other) {}

  private Pair pair(Context ctx, Fields fields) {
    Pair pair = new Pair(current(ctx, fields.id()), current(ctx, new IncidentId(fields.get("other"))));
    if (pair.one().equals(pair.other())) {
      throw new RefusedException(400, "The two are one incident already. Nothing was done: choose another one.");
    }
    return pair;
  }

  /// An earlier report may have renamed an incident while its page was open: the act is meant for what it became.
  private IncidentId current(Context ctx, IncidentId id) {
    return room.holding(member(ctx), id).map(one -> one.incident().id()).orElse(id);
  }

  void split(Context ctx) {
    Fields fields = new Fields(ctx);
    Case one = room.desk().sight(member(ctx)).get(current(ctx, fields.id()), room.now());
    Set<ReportId> out = fields.list("report").stream().filter(id -> !id.isEmpty()).map(ReportId::new).collect(Collectors.toCollection(HashSet::new));
    out.retainAll(Set.copyOf(one.incident().reports()));
    if (out.isEmpty() || out.size() == one.incident().reports().size()) {
      back(ctx, Flash.kept("Nothing was done: tick some of the reports, and not all of them."));
      return;
    }
    room.desk().split(member(ctx), one.incident().id(), out, room.now());
    back(ctx, Flash.done(QueueView.count(out.size(), "report") + " taken out."));
  }

  void aside(Context ctx) {
    Fields fields = new Fields(ctx);
    String minutes = fields.get("minutes");
    if (!minutes.matches("[1-9][0-9]{0,3}") || Long.parseLong(minutes) > MOST_ASIDE_MINUTES) {
      throw new RefusedException(400, "An incident is put aside for a day at most. Nothing was done.");
    }
    Instant until = room.now().plus(Duration.ofMinutes(Long.parseLong(minutes)));
    room.desk().putAside(member(ctx), current(ctx, fields.id()), until, room.now());
    Door.sitting(ctx).say(Flash.done("Put aside until " + room.time().near(until, room.now()) + "."));
    ctx.redirect(Link.tab(fields.tab()), HttpStatus.SEE_OTHER);
  }

  void publish(Context ctx) {
    Fields fields = new Fields(ctx);
    Status status = fields.choice(Status.class, "status");
    String note = note(ctx);
    Case one = room.desk().sight(member(ctx)).get(current(ctx, fields.id()), room.now());
    boolean claims = status == Status.CONFIRMED || status == Status.UNCONFIRMED;
    String could = fields.find("could").orElse("");
    if (claims && PublishView.asksHowMany(one) && !Set.of("tens", "many").contains(could)) {
      Door.sitting(ctx).keep(new Draft(one.incident().id(), status, note));
      back(ctx, Flash.kept(could.equals("few")
          ? "Not published: where only a handful could have seen it, whoever told you can be guessed. Wait for more origins."
          : "Not published: say first how many people could have seen it."));
      return;
    }
    Desk.Outcome outcome = room.desk().publish(member(ctx), one.incident().id(), status, note, room.now());
    if (outcome instanceof Desk.Outcome.Refused) {
      Door.sitting(ctx).keep(new Draft(one.incident().id(), status, note));
    }
    back(ctx, said(outcome, status));
  }

  /// Refused where it is too long: a bulletin without the note its member wrote would be another bulletin.
  private static String note(Context ctx) {
    String note = Optional.ofNullable(ctx.formParam("note")).orElse("").strip();
    if (note.length() > LONGEST_NOTE) {
      throw new RefusedException(400, "The note is longer than %d characters. Nothing was published: go back and shorten it.".formatted(LONGEST_NOTE));
    }
    return note;
  }

  private Flash said(Desk.Outcome outcome, Status status) {
    return switch (outcome) {
      case Desk.Outcome.Done done -> done.bulletin().notice().published().isAfter(room.now())
          ? Flash.done("%s goes out at %s.".formatted(Say.status(status), room.time().near(done.bulletin().notice().published(), room.now())))
          : Flash.done("%s is out.".formatted(Say.status(status)));
      case Desk.Outcome.Waiting waiting -> Flash.kept("Your wish is kept; it goes out by itself once this falls away: %s%s.".formatted(
          String.join("; ", waiting.reasons()), waiting.until().map(until -> ", until " + room.time().near(until, room.now())).orElse("")));
      case Desk.Outcome.Refused refused -> Flash.kept("Not published: " + refused.reason() + ".");
    };
  }

  void withdraw(Context ctx) {
    Fields fields = new Fields(ctx);
    Desk.Outcome outcome = room.desk().withdraw(member(ctx), new BulletinId(fields.get("thread")), room.now());
    Flash flash = outcome instanceof Desk.Outcome.Refused refused ? Flash.kept("Not withdrawn: " + refused.reason() + ".") : Flash.done("Withdrawn. Readers are told so as loudly as they were told it.");
    if (fields.find("id").isPresent()) {
      back(ctx, flash);
    } else {
      Door.sitting(ctx).say(flash);
      ctx.redirect("/published", HttpStatus.SEE_OTHER);
    }
  }

  void close(Context ctx) {
    Fields fields = new Fields(ctx);
    room.desk().close(member(ctx), current(ctx, fields.id()), room.now());
    Door.sitting(ctx).say(Flash.done("Closed. Later reports make a new incident."));
    ctx.redirect(Link.tab(fields.tab()), HttpStatus.SEE_OTHER);
  }

  /// The newest notice of every thread, newest first.
  static List<Notice> threads(Desk desk, Instant now) {
    return desk.bulletins(now).stream()
        .map(Bulletin::notice)
        .collect(Collectors.toMap(Notice::thread, notice -> notice, (first, second) -> second))
        .values().stream()
        .sorted((one, other) -> other.published().compareTo(one.published()))
        .toList();
  }

  private static String member(Context ctx) {
    return Door.sitting(ctx).member();
  }

  private static void back(Context ctx, Flash flash) {
    Fields fields = new Fields(ctx);
    Door.sitting(ctx).say(flash);
    ctx.redirect(Link.incident(fields.id(), fields.tab()), HttpStatus.SEE_OTHER);
  }
}
