package watchword.archive;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import watchword.core.place.Place;

/// Rows of a GeoJSON FeatureCollection: a feature's properties are its columns, and its geometry is its place.
///
/// A point is a pin; whatever has more positions is their middle with a radius that covers them all. A feature that
/// cannot be used says so by its number and the others follow; where the text stops being JSON, reading ends with a
/// row that says so.
final class GeoJsonRows implements Rows {

  static final String LATITUDE = "geometry.latitude";
  static final String LONGITUDE = "geometry.longitude";
  static final String RADIUS = "geometry.radius_metres";
  private static final String ID = "feature.id";

  private final JsonParser json;
  private final Ahead rows;
  private long number;
  private boolean ended;

  /// @param json before the first token of a FeatureCollection
  GeoJsonRows(JsonParser json) throws IOException {
    this.json = json;
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME && !json.currentName().equals("features")) {
      json.nextToken();
      json.skipChildren();
    }
    json.nextToken();
    this.rows = new Ahead(new Ahead.Source() {
      @Override
      public Optional<Row> read() throws IOException {
        return feature();
      }

      @Override
      public void close() throws IOException {
        json.close();
      }
    });
  }

  @Override
  public Set<String> columns() {
    return rows.columns();
  }

  @Override
  public Optional<Row> next() throws IOException {
    return rows.next();
  }

  private Optional<Row> feature() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    number++;
    try {
      JsonToken token = json.nextToken();
      if (token == JsonToken.START_OBJECT) {
        return Optional.of(read());
      }
      ended = token == JsonToken.END_ARRAY;
      json.skipChildren();
      return ended ? Optional.empty() : Optional.of(new Row.Unreadable(number, "", "not a feature"));
    } catch (JacksonException e) {
      ended = true;
      return Optional.of(new Row.Unreadable(number, "", JsonDocument.broken(e)));
    }
  }

  private Row read() throws IOException {
    Map<String, String> cells = new LinkedHashMap<>();
    Optional<Positions> positions = Optional.empty();
    String type = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      switch (key) {
        case "type" -> type = JsonDocument.text(json);
        case "id" -> cells.put(ID, JsonDocument.text(json));
        case "geometry" -> positions = Optional.of(Positions.read(json));
        case "properties" -> {
          if (value == JsonToken.START_OBJECT) {
            JsonLinesRows.flatten("", JsonDocument.JSON.readTree(json), cells);
          }
        }
        default -> {}
      }
      json.skipChildren();
    }
    cells.values().removeIf(String::isEmpty);
    if (!type.equals("Feature")) {
      return new Row.Unreadable(number, JsonDocument.raw(cells), "not a feature");
    }
    Optional<String> fault = positions.flatMap(Positions::fault);
    if (fault.isPresent()) {
      return new Row.Unreadable(number, JsonDocument.raw(cells), fault.get());
    }
    positions.filter(some -> !some.isEmpty()).ifPresent(some -> place(some, cells));
    return new Row.Read(number, JsonDocument.raw(cells), cells);
  }

  /// A point is as sure as its own properties say, where they do.
  private static void place(Positions positions, Map<String, String> cells) {
    Place middle = positions.middle();
    cells.put(LATITUDE, plain(middle.latitude()));
    cells.put(LONGITUDE, plain(middle.longitude()));
    Optional<String> stated = Layouts.PRECISION.stream().filter(cells::containsKey).findFirst().map(cells::get);
    if (positions.isPoint()) {
      stated.ifPresent(metres -> cells.put(RADIUS, metres));
    } else {
      cells.put(RADIUS, plain(middle.uncertaintyMetres()));
    }
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /// The columns of a file of features: what is known by its name, with the geometry as the place and the feature's
  /// own id.
  static Columns columns(Columns guessed) {
    return new Columns(
        guessed.id().or(() -> Optional.of(ID)), guessed.time(), guessed.end(),
        Optional.of(LATITUDE), Optional.of(LONGITUDE), guessed.place(), guessed.kind(), guessed.text(), guessed.source(), Optional.of(RADIUS));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
