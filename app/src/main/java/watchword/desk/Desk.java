package watchword.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.SourceRecords;
import watchword.core.corroboration.Verdict;
import watchword.core.decision.Decision;
import watchword.core.decision.Policy;
import watchword.core.decision.Release;
import watchword.core.decision.Wish;
import watchword.core.incident.IncidentId;
import watchword.core.kind.Rule;
import watchword.core.place.Gazetteer;
import watchword.core.report.MediaHash;
import watchword.core.report.Reader;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;

/// The one door to the casebook: reports come in, members act, bulletins go out.
///
/// Every act becomes an entry before it counts. Incidents and their weights are derived from the entries when they are asked for. Safe for several threads.
public final class Desk {

  /// An incident without a report or an act for so long is closed by the desk.
  private static final Duration SILENT = Duration.ofDays(14);

  private final Ledger ledger;
  private final Bodies bodies;
  private final Models models;
  private final Policy policy;
  private final Release release;
  private final Reader reader;
  private final Casebook casebook = new Casebook();
  private final Derived derived;
  private final Sights sights;
  private final Dispatch dispatch;
  private final Retention retention;
  private final Showing showing;
  private final Letters letters;
  private final Questions questions;
  private final Counts counts;

  /// What came of an act.
  public sealed interface Outcome {
    /// The bulletin goes out at the time it bears.
    record Done(Bulletin bulletin) implements Outcome {}

    /// Noted; these reasons stand against it now, and it goes out by itself if they fall away.
    record Waiting(List<String> reasons, Optional<Instant> until) implements Outcome {
      public Waiting {
        reasons = List.copyOf(reasons);
      }
    }

    record Refused(String reason) implements Outcome {}
  }

  /// What a desk needs beside its ledger and bodies.
  public record Setup(Models models, Policy policy, Gazetteer gazetteer, ZoneOffset zone, Supplier<BulletinId> bulletinIds) {}

  public Desk(Ledger ledger, Bodies bodies, Setup setup) {
    this.ledger = ledger;
    this.bodies = bodies;
    this.models = setup.models();
    this.policy = setup.policy();
    this.release = new Release(setup.gazetteer(), setup.policy());
    this.reader = new Reader(setup.gazetteer(), setup.zone());
    boolean whole = ledger.whole();
    Set<String> before = bodies.held();
    this.sights = new Sights(ledger, casebook, models);
    this.derived = sights.whole();
    this.dispatch = new Dispatch(casebook, models.decider(), release, setup.bulletinIds(), this::note);
    this.showing = new Showing(this, casebook, bodies, ledger, this::note);
    this.retention = new Retention(whole, casebook, bodies, before, this::note);
    this.questions = new Questions(new Questions.Lent(this, sights, casebook, ledger, setup.bulletinIds(), this::note));
    this.counts = new Counts(this, sights, setup.gazetteer(), setup.zone(), this::note);
    this.letters = new Letters(new Letters.Lent(this, casebook, sights::casebook, bodies, setup.gazetteer(), setup.zone(), this::note, retention));
  }

  /// Takes a report in, once; returns false for one the desk has.
  ///
  /// @param author the member who entered it, or `desk`
  public boolean receive(Report report, String mailbox, String author, Instant now) {
    return receive(report, mailbox, 0, author, now);
  }

  /// Takes in a report of this lane, whose members alone may be shown its words.
  public synchronized boolean receive(Report report, String mailbox, int lane, String author, Instant now) {
    if (casebook.knows(report.id())) {
      return false;
    }
    boolean unwanted = casebook.correspondence().isDestroyed(Correspondence.tag(mailbox), now);
    if (!unwanted) {
      bodies.put(report.id(), lane, report.text());
    }
    note(author, new Entry.Arrived(now, reader.read(letters.known(report, mailbox), now), mailbox));
    if (unwanted) {
      forget(List.of(report.id()), now);
    }
    return true;
  }

  /// Standing questions and what the desk knows of them.
  public Questions questions() {
    return questions;
  }

  /// What passes between members and senders after a report.
  public Letters letters() {
    return letters;
  }

  /// What is counted a day, and what rings.
  public Counts counts() {
    return counts;
  }

  /// Takes in a photo of this lane, once; returns false for one the desk has or had. The report that names it may come before or after.
  public synchronized boolean receive(Photo photo, int lane, Instant now) {
    if (casebook.has(photo.name()) || casebook.isGone(photo.name())) {
      return false;
    }
    bodies.put(photo.name(), lane, photo.bytes());
    note(DESK, new Entry.PhotoCame(now, photo.name(), photo.picture()));
    return true;
  }

  /// Enrols a source with what it was worth before.
  public synchronized void enrol(String member, SourceKey source, SourceRecords.Tally tally, Instant now) {
    note(member, new Entry.Enrolled(now, source, tally));
  }

  /// What the desk shows this member; whatever is not asked for through it is for the desk's own work.
  public Sight sight(String member) {
    return new Sight(this, sights, member);
  }

  /// The open incidents, the neediest first; what should be taken back cannot be put aside.
  public synchronized List<Case> queue(Instant asOf) {
    return Need.queue(derived.cases(asOf), asOf);
  }

  public synchronized Case get(IncidentId id, Instant asOf) {
    return derived.get(id, asOf);
  }

  public synchronized Doubts doubts(Instant asOf) {
    return derived.doubts(asOf);
  }

  /// What would come of publishing with each status, if these members asked.
  public synchronized Map<Status, Decision> options(IncidentId id, Set<String> members, Instant asOf) {
    Case one = get(id, asOf);
    Map<Status, Decision> options = new LinkedHashMap<>();
    for (Status status : Wish.STATUSES) {
      options.put(status, models.decider().decide(one.incident(), one.corroboration(), new Wish(status, members), asOf));
    }
    return options;
  }

  /// What would come of publishing with each status, if this member joined those who wish it.
  public synchronized Map<Status, Decision> options(Case seen, String member, Instant asOf) {
    Case one = sights.whole(seen, asOf);
    Map<Status, Decision> options = new LinkedHashMap<>();
    for (Status status : Wish.STATUSES) {
      Set<String> members = new HashSet<>(Set.of(member));
      one.wishes().stream().filter(wish -> wish.status() == status).forEach(wish -> members.add(wish.member()));
      options.put(status, models.decider().decide(one.incident(), one.corroboration(), new Wish(status, members), asOf));
    }
    return options;
  }

  /// What the public would be told with a status, a member's note aside; nothing goes out.
  ///
  /// A held decision is shown as if what it waits for had come. Empty for kinds that are never published.
  public synchronized Optional<Notice> preview(Case seen, Status status, Decision decision, Instant asOf) {
    Case one = sights.whole(seen, asOf);
    Rule rule = policy.rule(one.incident().kind());
    Instant coarseUntil = one.incident().when().latest().plusSeconds(3_600L * rule.districtOnlyHours());
    Decision.Publish publish = decision instanceof Decision.Publish allowed ? allowed : new Decision.Publish(status, Duration.ZERO, false, asOf.isBefore(coarseUntil));
    Release.Draft draft = new Release.Draft(new BulletinId("preview"), "", List.of(), asOf);
    return !rule.never() && release.bulletin(one.incident(), one.corroboration(), publish, one.published(), draft) instanceof Release.Outcome.Released released
        ? Optional.of(released.bulletin().notice())
        : Optional.empty();
  }

  /// The incident that holds a report now, closed or not.
  public synchronized Optional<Case> holding(ReportId report, Instant asOf) {
    return derived.holding(report, asOf);
  }

  /// The one way to what reports say.
  public Showing showing() {
    return showing;
  }

  /// Shows a member the words of a report; empty where no key of theirs opens them or something stands against it.
  public Optional<String> words(String member, ReportId id, Instant now) {
    return showing.show(member, List.of(id), now) instanceof Showing.Answer.Shown shown ? shown.words().getOrDefault(id, Optional.empty()) : Optional.empty();
  }

  /// Shows a member a photo of a report as [Showing] shows its words; where it did not come, nothing was asked for and nothing is noted.
  ///
  /// @param number from 0, as [Sight#photos] counts
  public synchronized Showing.Pictured photo(String member, ReportId id, int number, Instant now) {
    Casebook own = sights.casebook(member);
    List<MediaHash> photos = own.knows(id) ? own.photosOf(own.arrival(id)) : List.of();
    return number >= 0 && number < photos.size() && own.has(photos.get(number))
        ? showing.photo(member, id, photos.get(number), now)
        : new Showing.Pictured(new Showing.Answer.Shown(Map.of()), Optional.empty());
  }

  public synchronized void find(String member, IncidentId id, Finding.Method method, Finding.Outcome outcome, Instant now) {
    note(member, new Entry.Found(new Finding(member, method, outcome, now, get(id, now).incident().reports())));
  }

  public synchronized void judge(String member, IncidentId id, Verdict.Truth truth, Instant now) {
    note(member, new Entry.Judged(new Verdict(member, truth, now, get(id, now).incident().reports())));
  }

  /// Joins two incidents for good.
  public synchronized void same(String member, IncidentId one, IncidentId other, Instant now) {
    note(member, new Entry.Linked(now, member, true, List.of(get(one, now).incident().reports().getFirst()), List.of(get(other, now).incident().reports().getFirst())));
  }

  /// Keeps two incidents apart for good.
  public synchronized void different(String member, IncidentId one, IncidentId other, Instant now) {
    note(member, new Entry.Linked(now, member, false, get(one, now).incident().reports(), get(other, now).incident().reports()));
  }

  /// Takes some reports out of an incident; they and the rest stay apart.
  public synchronized void split(String member, IncidentId id, Set<ReportId> out, Instant now) {
    List<ReportId> rest = new ArrayList<>(get(id, now).incident().reports());
    rest.removeAll(out);
    note(member, new Entry.Linked(now, member, false, List.copyOf(out), rest));
  }

  /// Judges what a member was shown of a wave; see [WaveVerdict].
  public synchronized WaveVerdict.Done judgeWave(String member, IncidentId id, WaveVerdict verdict, Instant now) {
    Case one = get(id, now);
    if (one.closed()) {
      return new WaveVerdict.Done(0, 0, 0);
    }
    verdict.entries(member, one.incident(), now).forEach(entry -> note(member, entry));
    return verdict.on(one.incident());
  }

  /// Links two incidents as a series; both stay what they are.
  public synchronized void joinSeries(String member, IncidentId one, IncidentId other, Instant now) {
    note(member, new Entry.JoinedSeries(now, member, get(one, now).incident().reports(), get(other, now).incident().reports()));
  }

  /// Takes an incident out of its series; the others stay one.
  public synchronized void leaveSeries(String member, IncidentId id, Instant now) {
    note(member, new Entry.LeftSeries(now, member, get(id, now).incident().reports()));
  }

  public synchronized void putAside(String member, IncidentId id, Instant until, Instant now) {
    note(member, new Entry.PutAside(now, member, get(id, now).incident().reports(), until));
  }

  /// Notes that a member wants the incident published so, and publishes it where the rules allow.
  public synchronized Outcome publish(String member, IncidentId id, Status status, String note, Instant now) {
    if (!Wish.STATUSES.contains(status)) {
      return new Outcome.Refused(
          status == Status.RETRACTED ? "withdraw what was published; that retracts it" : "a judgement answers a question; no incident is published as one");
    }
    Case one = get(id, now);
    note(member, new Entry.Wished(now, member, one.incident().reports(), status, note));
    return dispatch.carryOut(get(id, now), status, now);
  }

  /// Takes back what was published, at once.
  public synchronized Outcome withdraw(String member, BulletinId thread, Instant now) {
    return dispatch.withdraw(member, thread, now);
  }

  public synchronized void close(String member, IncidentId id, Instant now) {
    note(member, new Entry.Closed(now, Optional.of(member), get(id, now).incident().reports()));
  }

  /// What the desk does by itself: fixes word counts of past hours, publishes wishes the rules now allow, closes what is silent.
  ///
  /// @return bulletins that went out
  public synchronized List<Bulletin> tick(Instant now) {
    derived.uncutHours(now).forEach(cut -> note(DESK, new Entry.WordsCut(cut)));
    List<Bulletin> out = new ArrayList<>();
    for (Case one : derived.cases(now)) {
      // The strongest wish first: what it settles is not carried out as well.
      Set<Status> wished = new TreeSet<>();
      one.wishes().forEach(wish -> wished.add(wish.status()));
      for (Status status : wished) {
        Optional<Case> still = derived.find(one.incident().id(), now).filter(fresh -> fresh.wishes().stream().anyMatch(wish -> wish.status() == status));
        if (still.isPresent() && dispatch.carryOut(still.get(), status, now) instanceof Outcome.Done done) {
          out.add(done.bulletin());
        }
      }
      if (!one.closed() && derived.silentSince(one).plus(SILENT).isBefore(now)) {
        note(DESK, new Entry.Closed(now, Optional.empty(), one.incident().reports()));
      }
    }
    out.addAll(questions.tick(now));
    return out;
  }

  /// Forgets what is due: reports of incidents that were closed 30 days ago, what a sender wished destroyed, what nothing names; see [Retention].
  ///
  /// @return how many reports of closed incidents
  public synchronized int housekeeping(Instant now) {
    return retention.keepHouse(now);
  }

  /// Forgets the words and photos of closed reports, and all but a coarse line of what they said.
  public synchronized void forget(Collection<ReportId> reports, Instant now) {
    retention.forget(reports, now);
  }

  /// Every bulletin of every thread that is out by now, oldest thread first.
  public synchronized List<Bulletin> bulletins(Instant now) {
    return casebook.bulletins().stream().filter(bulletin -> !bulletin.notice().published().isAfter(now)).toList();
  }

  /// What went out, with the reports its incident held then, oldest thread first; for whoever keeps score.
  public synchronized List<Entry.Published> publications() {
    return casebook.threads().stream().flatMap(List::stream).toList();
  }

  public synchronized int reports() {
    return casebook.arrivals().size();
  }

  /// Who acts where no member does.
  public static final String DESK = "desk";

  private void note(String author, Entry entry) {
    ledger.append(author, entry);
    sights.apply(entry);
  }
}
