package watchword.archive;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import watchword.core.incident.Constraints;
import watchword.core.incident.Incident;
import watchword.core.incident.Merger;
import watchword.core.place.Gazetteer;
import watchword.core.report.Reader;
import watchword.core.report.Reading;
import watchword.core.report.ReportId;
import watchword.core.text.WordWeights;
import watchword.core.text.Words;

/// An archive's reports as incidents: read, weigh words, merge.
public final class ArchiveMerge {

  private final Map<ReportId, ArchivedReport> reports;
  private final WordWeights weights;
  private final List<Incident> incidents;

  private ArchiveMerge(Map<ReportId, ArchivedReport> reports, WordWeights weights, List<Incident> incidents) {
    this.reports = reports;
    this.weights = weights;
    this.incidents = List.copyOf(incidents);
  }

  public static ArchiveMerge of(Archive archive, Merger merger) {
    // Nobody knows when a row came, so no clock matters here.
    Reader reader = new Reader(Gazetteer.EMPTY, ZoneOffset.UTC);
    Map<ReportId, ArchivedReport> reports = new HashMap<>();
    archive.reports().forEach(one -> reports.put(one.report().id(), one));
    // A report is read by itself, so all cores may read.
    List<Reading> readings = archive.reports().parallelStream().map(one -> reader.read(one.report())).sorted(Reading.ORDER).toList();
    WordWeights weights = weights(readings);
    return new ArchiveMerge(reports, weights, merger.merge(readings, Constraints.NONE, weights).incidents());
  }

  /// In the order of their first reports.
  public List<Incident> incidents() {
    return incidents;
  }

  /// The word weights the merger was given.
  public WordWeights weights() {
    return weights;
  }

  /// Every report as it was read.
  public List<Reading> readings() {
    return incidents.stream().flatMap(incident -> incident.readings().stream()).toList();
  }

  /// The incident that holds a report.
  public Optional<Incident> find(String id) {
    return incidents.stream().filter(incident -> reading(incident, id).isPresent()).findFirst();
  }

  /// A report of an incident, as it was read.
  public static Optional<Reading> reading(Incident incident, String id) {
    return incident.readings().stream().filter(reading -> reading.id().value().equals(id)).findFirst();
  }

  public int reportCount() {
    return reports.size();
  }

  /// The incidents of most reports, the largest first, the earlier first where equal.
  public List<Incident> largest(int count) {
    return incidents.stream().sorted(Comparator.comparingInt(incident -> -incident.readings().size())).limit(count).toList();
  }

  /// An incident is named by its first report.
  public static ReportId name(Incident incident) {
    return incident.readings().getFirst().id();
  }

  /// The place of an incident by name, where any of its reports says one.
  public static Optional<String> placeName(Incident incident) {
    return incident.readings().stream()
        .flatMap(reading -> reading.place().stream())
        .map(place -> place.name())
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  /// Whether a point of the artificial sheet went into the incident, so that its coordinates mean nothing.
  boolean placedByName(Incident incident) {
    return incident.reports().stream().anyMatch(id -> archived(id).name().isPresent());
  }

  ArchivedReport archived(ReportId id) {
    ArchivedReport report = reports.get(id);
    if (report == null) {
      throw new IllegalArgumentException("the merger made up a report");
    }
    return report;
  }

  /// Compares with the truth column, over the rows that have it filled.
  public ClusterScore score() {
    Map<ReportId, String> truth = new HashMap<>();
    Map<ReportId, String> found = new HashMap<>();
    for (Incident incident : incidents) {
      for (ReportId id : incident.reports()) {
        archived(id).truth().ifPresent(label -> {
          truth.put(id, label);
          found.put(id, name(incident).value());
        });
      }
    }
    return ClusterScore.of(truth, found);
  }

  private static WordWeights weights(List<Reading> readings) {
    Map<Long, List<Words>> byHour = new TreeMap<>();
    for (Reading reading : readings) {
      long hour = Math.floorDiv(reading.when().earliest().getEpochSecond(), WordWeights.HOUR_SECONDS);
      byHour.computeIfAbsent(hour, h -> new ArrayList<>()).add(reading.words());
    }
    List<WordWeights.Cut> cuts = new ArrayList<>();
    byHour.forEach((hour, texts) -> cuts.add(WordWeights.Cut.of(hour, texts)));
    return WordWeights.of(cuts);
  }
}
