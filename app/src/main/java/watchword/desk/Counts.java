package watchword.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import watchword.core.corroboration.OriginGroup;
import watchword.core.count.Alarm;
import watchword.core.count.CountWatch;
import watchword.core.count.CountedIncident;
import watchword.core.count.CountedReport;
import watchword.core.count.DailyCounts;
import watchword.core.count.KindInArea;
import watchword.core.count.Measure;
import watchword.core.count.Tallies;
import watchword.core.incident.Incident;
import watchword.core.incident.IncidentId;
import watchword.core.place.Gazetteer;
import watchword.core.place.Place;
import watchword.core.place.Town;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.report.Stance;

/// Incidents, reports and senders a day, by kind and area, and which of these counts ring (spec/assessment.md, "Counts at the desk").
///
/// A report counts on the day it tells of, by the desk's zone, or on the day it came if that is earlier. Day and area are taken at the precision that
/// forgetting leaves, so that no count of the past moves when a report is forgotten. Safe for several threads, under the desk's own lock.
public final class Counts {

  /// What every page shows of it is so old at most.
  private static final Duration FRESH = Duration.ofMinutes(1);

  /// An area is named after a town of so many inhabitants, as incidents are.
  private static final long INHABITANTS = 1_000;

  private final Object lock;
  private final Sights sights;
  private final Gazetteer gazetteer;
  private final ZoneOffset zone;
  private final BiConsumer<String, Entry> note;
  private final Map<String, Kept> kept = new HashMap<>();
  private final Map<Place, String> areas = new HashMap<>();

  /// How many of the reports on the strongest days of its alarms repeat another.
  public record Copies(int reports, int copies) {}

  /// Reports of one incident on the strongest days of an alarm.
  ///
  /// @param alone whether the incident has no other report: then it repeats none, and the incident, which is dear, is not weighed
  private record Told(Set<ReportId> reports, boolean alone) {}

  private record Kept(int state, Instant at, CountWatch watch, Map<KindInArea, Map<IncidentId, Told>> told) {}

  Counts(Object lock, Sights sights, Gazetteer gazetteer, ZoneOffset zone, BiConsumer<String, Entry> note) {
    this.lock = lock;
    this.sights = sights;
    this.gazetteer = gazetteer;
    this.zone = zone;
    this.note = note;
  }

  /// All counts as this member's own keys show them.
  public CountWatch watch(String member, Instant now) {
    synchronized (lock) {
      Optional<Kept> known = known(member, now).filter(one -> one.state() == sights.of(member).state());
      return known.orElseGet(() -> count(member, now)).watch();
    }
  }

  /// How many subjects have an alarm of which nobody said what it was; a minute old at most.
  public int unhandled(String member, Instant now) {
    synchronized (lock) {
      Kept last = known(member, now).filter(one -> one.at().plus(FRESH).isAfter(now)).orElseGet(() -> count(member, now));
      return (int) last.watch().watched().stream()
          .filter(one -> one.alarms().entrySet().stream().anyMatch(alarm -> said(member, one.subject(), alarm.getKey(), alarm.getValue()).isEmpty()))
          .count();
    }
  }

  /// What was said of an alarm, oldest first; the last word holds.
  public List<Entry.Handled> said(String member, KindInArea subject, Measure measure, Alarm alarm) {
    synchronized (lock) {
      return sights.casebook(member).handled().stream()
          .filter(word -> word.measure() == measure && word.kind().equals(subject.kind()) && word.area().equals(subject.area()) && alarm.holds(word.day()))
          .toList();
    }
  }

  /// What was said of all alarms, oldest first.
  public List<Entry.Handled> said(String member) {
    synchronized (lock) {
      return List.copyOf(sights.casebook(member).handled());
    }
  }

  /// Notes what the alarms of a subject were, an entry each; returns those that there are.
  ///
  /// @param measures those that the member was shown
  /// @param words at most [#longestNote()] characters
  public Set<Measure> handle(String member, KindInArea subject, Set<Measure> measures, Entry.Cause cause, String words, Instant now) {
    synchronized (lock) {
      Set<Measure> done = EnumSet.noneOf(Measure.class);
      for (DailyCounts one : watch(member, now).watched()) {
        one.alarms().forEach((measure, alarm) -> {
          if (one.subject().equals(subject) && measures.contains(measure)) {
            note.accept(member, new Entry.Handled(now, member, measure, subject.kind(), subject.area(), alarm.strongest(), cause, words));
            done.add(measure);
          }
        });
      }
      return done;
    }
  }

  public static int longestNote() {
    return Entry.Handled.LONGEST_NOTE;
  }

  /// How many of a subject's reports on the strongest days of its alarms repeat another.
  public Copies copies(String member, KindInArea subject, Instant now) {
    synchronized (lock) {
      watch(member, now);
      Derived derived = sights.of(member);
      Map<IncidentId, Told> told = known(member, now).map(one -> one.told().getOrDefault(subject, Map.of())).orElse(Map.of());
      int reports = told.values().stream().mapToInt(one -> one.reports().size()).sum();
      int firsts = told.entrySet().stream().mapToInt(one -> firsts(derived, one.getKey(), one.getValue(), now)).sum();
      return new Copies(reports, reports - firsts);
    }
  }

  /// Reports on the strongest days of alarms, by the incidents that hold them.
  private Map<KindInArea, Map<IncidentId, Told>> told(Derived derived, Casebook casebook, CountWatch watch) {
    Map<KindInArea, DailyCounts> rang = new HashMap<>();
    watch.watched().stream().filter(one -> !one.alarms().isEmpty()).forEach(one -> rang.put(one.subject(), one));
    Map<KindInArea, Map<IncidentId, Told>> told = new HashMap<>();
    for (Incident incident : rang.isEmpty() ? List.<Incident>of() : derived.incidents()) {
      for (Reading reading : incident.readings()) {
        KindInArea subject = subject(reading);
        Optional.ofNullable(rang.get(subject)).filter(one -> rang(one, day(casebook, reading))).ifPresent(one -> told
            .computeIfAbsent(subject, key -> new HashMap<>()).computeIfAbsent(incident.id(), key -> new Told(new HashSet<>(), incident.readings().size() == 1))
            .reports().add(reading.id()));
      }
    }
    return told;
  }

  private static boolean rang(DailyCounts watched, LocalDate day) {
    return watched.alarms().values().stream().anyMatch(alarm -> !day.isAfter(alarm.strongest()) && day.isAfter(alarm.strongest().minusDays(alarm.days())));
  }

  private static int firsts(Derived derived, IncidentId id, Told told, Instant now) {
    return told.alone() ? 1 : (int) derived.find(id, now).stream()
        .flatMap(one -> one.corroboration().origins().stream())
        .map(OriginGroup::reports)
        .filter(origin -> told.reports().contains(origin.getFirst()))
        .count();
  }

  private Optional<Kept> known(String member, Instant now) {
    return Optional.ofNullable(kept.get(member)).filter(one -> one.watch().today().equals(day(now)));
  }

  private Kept count(String member, Instant now) {
    Derived derived = sights.of(member);
    Casebook casebook = sights.casebook(member);
    CountWatch watch = CountWatch.of(tallies(derived, casebook, day(now)));
    Kept counted = new Kept(derived.state(), now, watch, told(derived, casebook, watch));
    kept.put(member, counted);
    return counted;
  }

  private Tallies tallies(Derived derived, Casebook casebook, LocalDate today) {
    Set<IncidentId> refuted = derived.refuted();
    List<CountedIncident> happenings = new ArrayList<>();
    List<CountedReport> accounts = new ArrayList<>();
    for (Incident incident : derived.incidents()) {
      incident.readings().forEach(reading -> accounts.add(new CountedReport(subject(reading), day(casebook, reading), sender(reading))));
      Optional<LocalDate> began = incident.readings().stream().filter(Counts::tells).map(reading -> day(casebook, reading)).min(LocalDate::compareTo);
      if (began.isPresent() && !refuted.contains(incident.id())) {
        happenings.add(new CountedIncident(new KindInArea(incident.kind(), area(incident.readings())), began.get()));
      }
    }
    LocalDate first = casebook.arrivals().stream().map(arrival -> day(arrival.at())).min(LocalDate::compareTo).filter(day -> day.isBefore(today)).orElse(today);
    return Tallies.of(first, today, happenings, accounts);
  }

  /// Whether it says that something happens: a denial or a question says it not.
  private static boolean tells(Reading reading) {
    return reading.stance() != Stance.DENIAL && reading.stance() != Stance.QUESTION;
  }

  /// Once a report is forgotten nobody knows whose it was: each counts as a sender of its own.
  private static String sender(Reading reading) {
    return Precision.isCoarse(reading) ? "report " + reading.id() : "source " + reading.source();
  }

  private LocalDate day(Instant at) {
    return at.atOffset(zone).toLocalDate();
  }

  private LocalDate day(Casebook casebook, Reading reading) {
    LocalDate told = day(Precision.hour(reading.when().earliest()));
    if (!casebook.knows(reading.id())) {
      return told;
    }
    LocalDate came = day(casebook.arrival(reading.id()).at());
    return came.isBefore(told) ? came : told;
  }

  private KindInArea subject(Reading reading) {
    return new KindInArea(reading.kind(), reading.place().map(this::area).orElse(""));
  }

  /// Where most of them say it is; of two areas with as many the first by name.
  private String area(List<Reading> readings) {
    Map<String, Integer> areas = new TreeMap<>();
    readings.forEach(reading -> reading.place().ifPresent(place -> areas.merge(area(place), 1, Integer::sum)));
    int most = areas.values().stream().max(Integer::compareTo).orElse(0);
    return areas.entrySet().stream().filter(area -> area.getValue() == most).map(Map.Entry::getKey).findFirst().orElse("");
  }

  /// The district of the nearest town, or the town where no list tells districts.
  private String area(Place place) {
    Place coarse = Precision.coarse(place);
    Place cell = new Place(coarse.latitude(), coarse.longitude(), 1, "");
    return areas.computeIfAbsent(cell, at -> gazetteer.nearest(at, INHABITANTS).or(() -> gazetteer.nearest(at, 0)).map(Counts::area).orElse(""));
  }

  private static String area(Town town) {
    return town.district().isEmpty() ? town.name() : town.district();
  }
}
