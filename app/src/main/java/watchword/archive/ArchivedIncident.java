package watchword.archive;

import java.util.List;
import java.util.Optional;
import watchword.core.incident.Incident;
import watchword.core.report.ReportId;

/// An incident with what the archive knows of its reports beyond.
///
/// @param origins one for each of the incident's readings
public record ArchivedIncident(Incident incident, List<Origin> origins) {

  public ArchivedIncident {
    if (origins.size() != incident.readings().size()) {
      throw new IllegalArgumentException("not every reading has an origin");
    }
    origins = List.copyOf(origins);
  }

  /// An incident is named by its first report.
  public ReportId name() {
    return incident.readings().getFirst().id();
  }

  /// The place by name, where any of the reports says one.
  public Optional<String> placeName() {
    return incident.readings().stream()
        .flatMap(reading -> reading.place().stream())
        .map(place -> place.name())
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  /// Whether a point of the artificial sheet went into the incident, so that its coordinates mean nothing.
  boolean placedByName() {
    return origins.stream().anyMatch(Origin::named);
  }

  /// The files its reports stand in, sorted.
  List<String> files() {
    return origins.stream().map(Origin::file).distinct().sorted().toList();
  }
}
