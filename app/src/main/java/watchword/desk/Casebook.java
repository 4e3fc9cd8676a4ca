package watchword.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.corroboration.Finding;
import watchword.core.corroboration.SourceRecords.Tally;
import watchword.core.corroboration.Verdict;
import watchword.core.incident.Constraints;
import watchword.core.incident.Pair;
import watchword.core.report.MediaHash;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.text.WordWeights;

/// The state that the journal's entries fold into.
///
/// Folding is the only way to change it, so a replay gives the same state. Nothing derived is kept here.
final class Casebook {

  private final Map<ReportId, Arrival> arrivals = new LinkedHashMap<>();
  private final Map<SourceKey, Tally> enrolled = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final Set<Pair> same = new LinkedHashSet<>();
  private final Set<Pair> different = new LinkedHashSet<>();
  private final SeriesLinks series = new SeriesLinks();
  private final Correspondence correspondence = new Correspondence();
  private final List<Entry.Wished> wishes = new ArrayList<>();
  private final List<Entry.PutAside> aside = new ArrayList<>();
  private final Map<BulletinId, List<Entry.Published>> threads = new LinkedHashMap<>();
  private final List<WordWeights.Cut> cuts = new ArrayList<>();
  private final List<Entry.Closed> closed = new ArrayList<>();
  private final Set<ReportId> closedReports = new HashSet<>();
  private final Set<ReportId> forgotten = new HashSet<>();
  private final List<Entry.Handled> handled = new ArrayList<>();
  private final Album album = new Album();
  private final Reads reads = new Reads();
  private final QuestionBook questions = new QuestionBook();
  private final List<Entry.Checked> corrections = new ArrayList<>();

  /// A report's reading and when it came.
  ///
  /// @param told as it was read, naming its photos
  /// @param reading with the pictures that came
  record Arrival(Instant at, Reading told, Reading reading, String mailbox) {}

  void apply(Entry entry) {
    correspondence.apply(entry);
    switch (entry) {
      case Entry.Arrived arrived -> arrive(arrived);
      case Entry.PhotoCame photo -> come(photo);
      case Entry.PhotosDropped dropped -> album.drop(dropped.photos());
      case Entry.Enrolled enrolment -> enrolled.put(enrolment.source(), enrolment.tally());
      case Entry.Found found -> findings.add(found.finding());
      case Entry.Judged judged -> judge(judged.verdict());
      case Entry.Linked linked -> link(linked);
      case Entry.JoinedSeries joined -> series.join(new SeriesLinks.Link(joined.reports(), joined.with()));
      case Entry.LeftSeries left -> series.leave(left.reports());
      case Entry.PutAside put -> aside.add(put);
      case Entry.Wished wished -> wishes.add(wished);
      case Entry.Published published -> publish(published);
      case Entry.Shown _, Entry.Asked _, Entry.Agreed _, Entry.Stopped _, Entry.AskedTooMuch _ -> reads.apply(entry);
      case Entry.Questioned step -> questions.apply(step);
      case Entry.Checked checked -> corrections.add(checked);
      case Entry.WordsCut words -> cuts.add(words.cut());
      case Entry.Closed closing -> close(closing);
      case Entry.Handled word -> handled.add(word);
      case Entry.Forgot forgot -> forget(forgot.reports());
      case Entry.Replied _, Entry.Continued _, Entry.TimeConfirmed _, Entry.TestMissed _, Entry.Voted _ -> {
        // correspondence; the desk's clock and door, which tell nothing of what happened
      }
    }
  }

  private void arrive(Entry.Arrived arrived) {
    Reading told = arrived.reading();
    if (!arrivals.containsKey(told.id())) {
      album.name(told);
      arrivals.put(told.id(), new Arrival(arrived.at(), told, album.seen(told), arrived.mailbox()));
    }
  }

  private void come(Entry.PhotoCame photo) {
    album.come(photo);
    album.naming(photo.photo()).ifPresent(id -> arrivals.computeIfPresent(
        id, (_, arrival) -> new Arrival(arrival.at(), arrival.told(), album.seen(arrival.told()), arrival.mailbox())));
  }

  /// The newest verdict on the same reports holds, whoever gave it: two members who agree teach no more than one.
  private void judge(Verdict verdict) {
    verdicts.removeIf(earlier -> earlier.reports().equals(verdict.reports()));
    verdicts.add(verdict);
  }

  /// A bulletin settles the wishes for its incident; only CONFIRMED may still follow UNCONFIRMED.
  private void publish(Entry.Published published) {
    Notice notice = published.bulletin().notice();
    List<Entry.Published> thread = threads.computeIfAbsent(notice.thread(), id -> new ArrayList<>());
    if (published.bulletin() instanceof Bulletin.Cancel) {
      withdraw(thread, published);
    } else {
      thread.add(published);
    }
    threads.remove(notice.thread(), List.of());
    Set<ReportId> told = Set.copyOf(published.reports());
    wishes.removeIf(wish -> wish.reports().stream().anyMatch(told::contains)
        && !(notice.status() == Status.UNCONFIRMED && wish.status() == Status.CONFIRMED));
  }

  /// What waits for its hour never goes out; where readers were told nothing, there is nothing to take back.
  private static void withdraw(List<Entry.Published> thread, Entry.Published cancel) {
    thread.removeIf(version -> version.bulletin().notice().published().isAfter(cancel.bulletin().notice().published()));
    if (!thread.isEmpty()) {
      thread.add(cancel);
    }
  }

  /// The newest word on a pair holds.
  private void link(Entry.Linked linked) {
    for (ReportId one : linked.one()) {
      for (ReportId other : linked.other()) {
        if (!one.equals(other)) {
          Pair pair = Pair.of(one, other);
          (linked.same() ? different : same).remove(pair);
          (linked.same() ? same : different).add(pair);
        }
      }
    }
  }

  private void close(Entry.Closed closing) {
    closed.add(closing);
    closedReports.addAll(closing.reports());
  }

  private void forget(List<ReportId> reports) {
    reports.stream().filter(arrivals::containsKey).forEach(forgotten::add); // the others are letters whose report never came
    for (ReportId id : reports) {
      arrivals.computeIfPresent(id, (_, arrival) -> {
        album.drop(photosOf(arrival));
        Reading rest = Precision.publicOnly(arrival.told());
        return new Arrival(Precision.hour(arrival.at()), rest, rest, "");
      });
    }
  }

  /// What passed with senders.
  Correspondence correspondence() {
    return correspondence;
  }

  /// The photos that this report was the first to name.
  List<MediaHash> photosOf(Arrival arrival) {
    return arrival.told().media().stream().filter(photo -> album.naming(photo).filter(arrival.told().id()::equals).isPresent()).toList();
  }

  /// Whether a photo was dropped, or named by a report that is forgotten.
  boolean isGone(MediaHash photo) {
    return album.isGone(photo);
  }

  boolean has(MediaHash photo) {
    return album.has(photo);
  }

  Optional<ReportId> naming(MediaHash photo) {
    return album.naming(photo);
  }

  /// Photos that came before this time and that no report names.
  List<MediaHash> unnamedPhotos(Instant before) {
    return album.unnamed(before);
  }

  Collection<Entry.PhotoCame> photos() {
    return Collections.unmodifiableCollection(album.all());
  }

  boolean knows(ReportId id) {
    return arrivals.containsKey(id);
  }

  Collection<Arrival> arrivals() {
    return Collections.unmodifiableCollection(arrivals.values());
  }

  Arrival arrival(ReportId id) {
    Arrival arrival = arrivals.get(id);
    if (arrival == null) {
      throw new IllegalArgumentException("no report " + id);
    }
    return arrival;
  }

  /// Whether a reading still merges.
  boolean isOpen(ReportId id) {
    return arrivals.containsKey(id) && !closedReports.contains(id);
  }

  /// Readings that still merge.
  List<Reading> open() {
    return arrivals.values().stream().map(Arrival::reading).filter(reading -> !closedReports.contains(reading.id())).toList();
  }

  Constraints constraints() {
    return new Constraints(same, different);
  }

  /// What members linked as a series, in the order of their acts.
  Set<SeriesLinks.Link> series() {
    return series.all();
  }

  List<WordWeights.Cut> cuts() {
    return Collections.unmodifiableList(cuts);
  }

  List<Finding> findings() {
    return Collections.unmodifiableList(findings);
  }

  List<Verdict> verdicts() {
    return Collections.unmodifiableList(verdicts);
  }

  Map<SourceKey, Tally> enrolled() {
    return Collections.unmodifiableMap(enrolled);
  }

  List<Entry.Wished> wishes() {
    return Collections.unmodifiableList(wishes);
  }

  List<Entry.PutAside> aside() {
    return Collections.unmodifiableList(aside);
  }

  /// Every thread's bulletins, oldest first.
  Collection<List<Entry.Published>> threads() {
    return Collections.unmodifiableCollection(threads.values());
  }

  List<Bulletin> bulletins() {
    return threads.values().stream().flatMap(List::stream).map(Entry.Published::bulletin).toList();
  }

  List<Entry.Closed> closed() {
    return Collections.unmodifiableList(closed);
  }

  /// What members said of alarms of counts, oldest first.
  List<Entry.Handled> handled() {
    return Collections.unmodifiableList(handled);
  }

  Set<ReportId> forgotten() {
    return Collections.unmodifiableSet(forgotten);
  }

  QuestionBook questions() {
    return questions;
  }

  /// What members decided about suggested statements, oldest first.
  List<Entry.Checked> corrections() {
    return Collections.unmodifiableList(corrections);
  }

  /// What members were shown, and what they asked to be shown.
  Reads reads() {
    return reads;
  }
}
