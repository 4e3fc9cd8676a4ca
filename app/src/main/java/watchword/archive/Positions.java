package watchword.archive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import watchword.core.place.Place;

/// The positions of one GeoJSON geometry (RFC 7946), and the circle that covers them.
final class Positions {

  /// A coast in fine detail; whatever has more is no place of a report.
  static final int MOST = 1 << 16;

  private static final Set<String> TYPES =
      Set.of("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection");

  /// Reaches halfway round the world: then the shorter way crosses the antimeridian.
  private static final double HALF_ROUND = 180;

  private final List<double[]> found = new ArrayList<>();
  private Optional<String> fault = Optional.empty();

  private Positions() {}

  /// Reads a geometry from its first token to its last, good or bad; `null` has no positions.
  static Positions read(JsonParser json) throws IOException {
    Positions positions = new Positions();
    if (json.currentToken() == JsonToken.START_OBJECT) {
      positions.geometry(json);
      if (positions.found.isEmpty()) {
        positions.refuse("the geometry has no position");
      }
    } else if (json.currentToken() != JsonToken.VALUE_NULL) {
      positions.refuse("the geometry is not an object");
      json.skipChildren();
    }
    return positions;
  }

  /// Why the geometry cannot be used.
  Optional<String> fault() {
    return fault;
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  boolean isPoint() {
    return found.size() == 1;
  }

  /// The middle of all positions, as far off as the farthest of them; a point is known to a metre here.
  Place middle() {
    double south = found.stream().mapToDouble(at -> at[1]).min().orElseThrow();
    double north = found.stream().mapToDouble(at -> at[1]).max().orElseThrow();
    double west = found.stream().mapToDouble(at -> at[0]).min().orElseThrow();
    double east = found.stream().mapToDouble(at -> at[0]).max().orElseThrow();
    if (east - west > HALF_ROUND) {
      west = found.stream().mapToDouble(at -> at[0]).filter(x -> x >= 0).min().orElseThrow();
      east = 360 + found.stream().mapToDouble(at -> at[0]).filter(x -> x < 0).max().orElseThrow();
    }
    double longitude = (west + east) / 2;
    Place middle = new Place((south + north) / 2, longitude > HALF_ROUND ? longitude - 360 : longitude, 1, "");
    double radius = found.stream()
        .mapToDouble(at -> middle.distanceMetres(new Place(at[1], at[0], 1, ""))).max().orElseThrow();
    return new Place(middle.latitude(), middle.longitude(), Math.max(1, Math.ceil(radius)), "");
  }

  private void geometry(JsonParser json) throws IOException {
    String type = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      if (key.equals("type")) {
        type = JsonDocument.text(json);
        json.skipChildren();
      } else if (key.equals("coordinates") && value == JsonToken.START_ARRAY) {
        coordinates(json);
      } else if (key.equals("geometries") && value == JsonToken.START_ARRAY) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
          geometry(json);
        }
      } else {
        json.skipChildren();
      }
    }
    if (!TYPES.contains(type)) {
      refuse("the geometry is of no type that GeoJSON has");
    }
  }

  /// One position, or a list of such lists.
  private void coordinates(JsonParser json) throws IOException {
    List<Double> numbers = new ArrayList<>(3);
    boolean nested = false;
    for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
      if (token == JsonToken.START_ARRAY) {
        nested = true;
        coordinates(json);
      } else if (token.isNumeric() && numbers.size() < 3) {
        numbers.add(json.getDoubleValue());
      } else if (!token.isNumeric()) {
        refuse("a coordinate is not a number");
        json.skipChildren();
      }
    }
    if (!nested && numbers.size() >= 2) {
      position(numbers.get(0), numbers.get(1));
    } else if (numbers.size() == 1 || (nested && !numbers.isEmpty())) {
      refuse("a position is not a longitude and a latitude");
    }
  }

  private void position(double longitude, double latitude) {
    Optional<String> outside = RowReader.outsideTheWorld(latitude, longitude);
    outside.ifPresent(this::refuse);
    if (found.size() == MOST) {
      refuse("the geometry has more than " + MOST + " positions");
    } else if (outside.isEmpty()) {
      found.add(new double[] {longitude, latitude});
    }
  }

  private void refuse(String reason) {
    fault = fault.or(() -> Optional.of(reason));
  }
}
