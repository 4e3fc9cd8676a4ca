package watchword.core.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import watchword.core.kind.Kind;
import watchword.core.kind.Shape;
import watchword.core.place.Place;
import watchword.core.report.Reading;
import watchword.core.time.Span;

/// An incident from its readings: kind by majority, place weighed by precision, time without the outliers.
///
/// Public for mergers, so that the incidents of each are summed up alike.
public final class Summary {

  /// Of four readings or more, the earliest and the latest fifth do not set the span: a wrong hour is a common slip.
  private static final double TRIMMED = 0.2;

  private static final double LEAST_METRES = 100;

  private Summary() {}

  /// Returns the incident that readings of one happening make.
  ///
  /// @param placed readings that made the incident
  /// @param vague readings assigned to it afterwards
  public static Incident of(List<Reading> placed, List<Reading> vague) {
    List<Reading> all = Stream.concat(placed.stream(), vague.stream()).sorted(Reading.ORDER).toList();
    List<Reading> telling = placed.isEmpty() ? all : placed;
    List<Reading> seen = telling.stream().filter(reading -> reading.stance().witnessed()).toList();
    List<Reading> witnesses = seen.isEmpty() ? telling : seen;
    Kind kind = kind(witnesses);
    return new Incident(id(all), kind, place(witnesses), span(kind, witnesses), all);
  }

  /// Returns the id such an incident has, without summing it up.
  ///
  /// @param readings in order
  public static IncidentId id(List<Reading> readings) {
    return IncidentId.of(readings.getFirst().id());
  }

  private static Kind kind(List<Reading> readings) {
    Map<String, Integer> votes = new TreeMap<>();
    readings.forEach(reading -> votes.merge(reading.kind().id(), 1, Integer::sum));
    String winner = votes.entrySet().stream().max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey())).orElseThrow().getKey();
    return readings.stream().map(Reading::kind).filter(kind -> kind.id().equals(winner)).findFirst().orElseThrow();
  }

  private static Optional<Place> place(List<Reading> readings) {
    List<Place> places = readings.stream().flatMap(reading -> reading.place().stream()).toList();
    if (places.isEmpty()) {
      return Optional.empty();
    }
    double precision = 0;
    double latitude = 0;
    double longitude = 0;
    Place origin = places.getFirst();
    for (Place place : places) {
      double weight = 1 / (place.uncertaintyMetres() * place.uncertaintyMetres());
      precision += weight;
      latitude += weight * place.latitude();
      longitude += weight * aside(origin.longitude(), place.longitude());
    }
    Place mean = new Place(latitude / precision, wrapped(longitude / precision), LEAST_METRES, "");
    double spread = 0;
    for (Place place : places) {
      double weight = 1 / (place.uncertaintyMetres() * place.uncertaintyMetres());
      double distance = mean.distanceMetres(place);
      spread += weight * distance * distance;
    }
    double uncertainty = StrictMath.sqrt(spread / precision + 1 / precision);
    return Optional.of(new Place(mean.latitude(), mean.longitude(), Math.max(LEAST_METRES, uncertainty), ""));
  }

  /// The longitude that lies within 180 degrees of the origin's, so that a mean across the antimeridian is right.
  private static double aside(double origin, double longitude) {
    double difference = longitude - origin;
    return difference > 180 ? longitude - 360 : difference < -180 ? longitude + 360 : longitude;
  }

  private static double wrapped(double longitude) {
    return longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
  }

  private static Span span(Kind kind, List<Reading> readings) {
    List<Instant> starts = new ArrayList<>(readings.stream().map(reading -> reading.when().earliest()).sorted().toList());
    List<Instant> ends = new ArrayList<>(readings.stream().map(reading -> reading.when().latest()).sorted().toList());
    int trimmed = kind.shape() == Shape.STATE ? 0 : (int) (TRIMMED * readings.size());
    Instant start = starts.get(trimmed);
    Instant end = ends.get(ends.size() - 1 - trimmed);
    return end.isBefore(start) ? new Span(starts.getFirst(), ends.getLast()) : new Span(start, end);
  }
}
