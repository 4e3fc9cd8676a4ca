package watchword.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.Notice;
import watchword.core.corroboration.Corroboration;
import watchword.core.corroboration.Evidence;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.Precedent;
import watchword.core.corroboration.Verdict;
import watchword.core.decision.Decision;
import watchword.core.incident.Incident;
import watchword.core.incident.IncidentId;
import watchword.core.incident.Merged;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.text.WordWeights;
import watchword.core.text.Words;

/// What follows from the casebook: incidents, their weight, and which acts belong to which.
///
/// Acts name reports. After readings merge anew an act belongs to the incident that holds most of the reports it names; if none does, it is left for a person.
final class Derived {

  /// A wish that is so old lapses, as an incident without an act does.
  static final Duration LAPSE = Duration.ofDays(14);

  private final Casebook casebook;
  private final Models models;
  private final Optional<Derived> whole;
  private Optional<Followed> followed = Optional.empty();
  private Optional<Merge> merge = Optional.empty();
  private final Learnt learnt;
  private Optional<Map<IncidentId, List<Incident>>> series = Optional.empty();
  private Optional<OwnRecord> ownRecord = Optional.empty();
  private Optional<Map<IncidentId, Precedent>> precedents = Optional.empty();
  private int state;

  /// The incidents of one state of the casebook.
  ///
  /// @param frozen closed incidents
  /// @param holder which incident holds a report, as long as that state lasts
  private record Merge(Merged merged, List<Incident> frozen, Function<ReportId, Optional<IncidentId>> holder) {
    Stream<Incident> all() {
      return Stream.concat(merged.incidents().stream(), frozen.stream());
    }
  }

  Derived(Casebook casebook, Models models) {
    this(casebook, models, Optional.empty());
  }

  private Derived(Casebook casebook, Models models, Optional<Derived> whole) {
    this.casebook = casebook;
    this.models = models;
    this.whole = whole;
    this.learnt = new Learnt(casebook);
  }

  /// The same incidents as a member sees them whose keys open less: readings, acts and weights are those of the narrower casebook.
  Derived seenBy(Casebook narrower) {
    return new Derived(narrower, models, Optional.of(this));
  }

  /// Drops what an entry makes stale.
  void changed(Entry entry) {
    boolean merges = entry instanceof Entry.Arrived || entry instanceof Entry.PhotoCame || entry instanceof Entry.Linked || entry instanceof Entry.WordsCut || entry instanceof Entry.Closed || entry instanceof Entry.Forgot;
    boolean weighs = entry instanceof Entry.Judged || entry instanceof Entry.Enrolled;
    if (merges) {
      merge = Optional.empty();
      followed.ifPresent(merging -> merging.follow(entry));
    }
    if (merges || entry instanceof Entry.JoinedSeries || entry instanceof Entry.LeftSeries) {
      series = Optional.empty();
    }
    if (merges || weighs) {
      state++;
      precedents = Optional.empty();
    }
    learnt.follow(entry);
    if (weighs || entry instanceof Entry.Closed || entry instanceof Entry.Forgot) {
      ownRecord = Optional.empty();
    }
  }

  /// Another number whenever incidents, or what was judged of them, may have become others.
  int state() {
    return state;
  }

  /// Every incident, closed or not; nothing is weighed.
  List<Incident> incidents() {
    return merge().all().toList();
  }

  /// Those of which the newest verdict says that they did not happen.
  Set<IncidentId> refuted() {
    return judged(merge()).entrySet().stream().filter(past -> !past.getValue().so()).map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  List<Case> cases(Instant asOf) {
    Merge now = merge();
    List<Case> cases = new ArrayList<>();
    now.merged().incidents().forEach(incident -> cases.add(one(now, incident, false, asOf)));
    now.frozen().forEach(incident -> cases.add(one(now, incident, true, asOf)));
    return cases;
  }

  /// The incident that holds a report now, closed or not; no other is weighed.
  Optional<Case> holding(ReportId report, Instant asOf) {
    return merge().holder().apply(report).flatMap(id -> find(id, asOf)).filter(one -> one.incident().reports().contains(report));
  }

  Case get(IncidentId id, Instant asOf) {
    return find(id, asOf).orElseThrow(() -> new NoSuchElementException("no incident " + id + "; it may have been joined with another"));
  }

  Optional<Case> find(IncidentId id, Instant asOf) {
    Merge now = merge();
    for (Incident incident : now.merged().incidents()) {
      if (incident.id().equals(id)) {
        return Optional.of(one(now, incident, false, asOf));
      }
    }
    return now.frozen().stream().filter(incident -> incident.id().equals(id)).findFirst().map(incident -> one(now, incident, true, asOf));
  }

  Doubts doubts(Instant asOf) {
    Merge now = merge();
    List<List<ReportId>> split = new ArrayList<>();
    for (Finding finding : casebook.findings()) {
      if (holders(now, finding.reports()).size() > 1) {
        split.add(finding.reports());
      }
    }
    return new Doubts(now.merged().possiblySame(), split);
  }

  /// The verdicts that name most of the reports of an incident.
  List<Verdict> verdicts(Incident incident) {
    Merge now = merge();
    return casebook.verdicts().stream().filter(verdict -> belongs(now, verdict.reports(), incident)).toList();
  }

  OwnRecord ownRecord() {
    if (ownRecord.isEmpty()) {
      ownRecord = Optional.of(OwnRecord.of(casebook, models.weigher()));
    }
    return ownRecord.get();
  }

  /// What may belong to one series with an incident and is not in it, likeliest first.
  List<Incident> alike(Incident incident) {
    Merge now = merge();
    Set<IncidentId> with = series(now).getOrDefault(incident.id(), List.of()).stream().map(Incident::id).collect(Collectors.toSet());
    return SeriesLinks.offered(incident, now.all().filter(other -> !with.contains(other.id())));
  }

  private Map<IncidentId, List<Incident>> series(Merge now) {
    if (series.isEmpty()) {
      series = Optional.of(SeriesLinks.among(casebook.series(), now.all(), now.holder()));
    }
    return series.get();
  }

  /// When the incident last had a report or an act.
  Instant silentSince(Case one) {
    Instant last = one.incident().readings().stream().map(reading -> casebook.arrival(reading.id()).at()).max(Instant::compareTo).orElseThrow();
    Stream<Instant> acts = Stream.of(
            one.findings().stream().map(Finding::at),
            one.wishes().stream().map(Entry.Wished::at),
            one.aside().stream().map(Entry.PutAside::until),
            one.published().stream().map(Notice::published))
        .flatMap(times -> times);
    return Stream.concat(Stream.of(last), acts).max(Instant::compareTo).orElseThrow();
  }

  /// Word counts of whole hours that are past and not yet fixed.
  List<WordWeights.Cut> uncutHours(Instant now) {
    long current = Math.floorDiv(now.getEpochSecond(), WordWeights.HOUR_SECONDS);
    long cutTo = casebook.cuts().stream().mapToLong(WordWeights.Cut::hour).max().orElse(Long.MIN_VALUE);
    Map<Long, List<Words>> hours = new TreeMap<>();
    for (Casebook.Arrival arrival : casebook.arrivals()) {
      long hour = Math.floorDiv(arrival.reading().when().earliest().getEpochSecond(), WordWeights.HOUR_SECONDS);
      if (hour > cutTo && hour < current) {
        hours.computeIfAbsent(hour, h -> new ArrayList<>()).add(arrival.reading().words());
      }
    }
    return hours.entrySet().stream().map(hour -> WordWeights.Cut.of(hour.getKey(), hour.getValue())).toList();
  }

  private Merge merge() {
    if (merge.isEmpty() && whole.isPresent()) {
      merge = Optional.of(retold(whole.get().merge()));
    }
    if (merge.isEmpty()) {
      Followed live = followed.orElseGet(() -> new Followed(casebook, models.merger().begin()));
      followed = Optional.of(live);
      List<Incident> frozen = frozen();
      Map<ReportId, IncidentId> closed = new HashMap<>();
      frozen.forEach(incident -> incident.reports().forEach(id -> closed.put(id, incident.id())));
      merge = Optional.of(new Merge(live.merged(), frozen, id -> Optional.ofNullable(closed.get(id)).or(() -> live.holder(id))));
    }
    return merge.get();
  }

  private Merge retold(Merge wide) {
    Merged merged = new Merged(wide.merged().incidents().stream().map(this::retold).toList(), wide.merged().possiblySame());
    return new Merge(merged, wide.frozen().stream().map(this::retold).toList(), wide.holder());
  }

  private Incident retold(Incident incident) {
    List<Reading> readings = incident.readings().stream().map(this::known).sorted(Reading.ORDER).toList();
    if (readings.equals(incident.readings())) {
      return incident;
    }
    Incident told = Incident.of(readings);
    return new Incident(incident.id(), incident.kind(), told.place(), told.when(), told.readings());
  }

  /// What this casebook does not know at all is told as little as a newcomer is told.
  private Reading known(Reading reading) {
    return casebook.knows(reading.id()) ? casebook.arrival(reading.id()).reading() : Precision.publicOnly(reading);
  }

  private Map<IncidentId, Precedent> judged(Merge now) {
    if (precedents.isEmpty()) {
      precedents = Optional.of(Precedents.among(casebook.verdicts(), now.all(), now.holder()));
    }
    return precedents.get();
  }

  private List<Precedent> precedents(Merge now, Incident of) {
    return judged(now).entrySet().stream().filter(past -> !past.getKey().equals(of.id())).map(Map.Entry::getValue).toList();
  }

  /// A closed incident is its reports and nothing else, whatever merging would say of them now.
  private List<Incident> frozen() {
    List<Incident> frozen = new ArrayList<>();
    for (Entry.Closed closing : casebook.closed()) {
      List<Reading> readings = closing.reports().stream().map(id -> casebook.arrival(id).reading()).sorted(Reading.ORDER).toList();
      frozen.add(Incident.of(readings));
    }
    return frozen;
  }

  private Case one(Merge now, Incident incident, boolean closed, Instant asOf) {
    List<Finding> findings = casebook.findings().stream().filter(finding -> belongs(now, finding.reports(), incident)).toList();
    Corroboration corroboration = models.weigher().weigh(incident, new Evidence(learnt.experience(), findings, precedents(now, incident)), asOf);
    Optional<Notice> published = published(now, incident).map(Entry.Published::bulletin).map(Bulletin::notice);
    List<Entry.Wished> wishes = casebook.wishes().stream()
        .filter(wish -> wish.at().plus(LAPSE).isAfter(asOf))
        .filter(wish -> belongs(now, wish.reports(), incident))
        .toList();
    Optional<Entry.PutAside> aside = casebook.aside().stream().filter(put -> belongs(now, put.reports(), incident)).reduce((first, second) -> second);
    return new Case(
        incident,
        corroboration,
        findings,
        published,
        review(incident, published, corroboration, asOf),
        wishes,
        aside,
        closed,
        series(now).getOrDefault(incident.id(), List.of()));
  }

  /// Whether what is published still holds rests on all that the desk knows, whoever looks.
  private Optional<Decision.Withdraw> review(Incident incident, Optional<Notice> published, Corroboration corroboration, Instant asOf) {
    if (whole.isPresent()) {
      return whole.get().find(incident.id(), asOf).flatMap(Case::review);
    }
    return published.flatMap(notice -> models.decider().review(corroboration, notice.status()));
  }

  private Optional<Entry.Published> published(Merge now, Incident incident) {
    return casebook.threads().stream().map(List::getLast).filter(newest -> belongs(now, newest.reports(), incident)).reduce((first, second) -> second);
  }

  private static boolean belongs(Merge now, Collection<ReportId> reports, Incident incident) {
    long held = reports.stream().filter(id -> now.holder().apply(id).filter(incident.id()::equals).isPresent()).count();
    return 2 * held > reports.size();
  }

  private static Set<IncidentId> holders(Merge now, Collection<ReportId> reports) {
    Set<IncidentId> holders = new HashSet<>();
    reports.forEach(id -> now.holder().apply(id).ifPresent(holders::add));
    return holders;
  }
}
