package watchword.archive;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import watchword.core.place.Outline;

/// An outline as GeoJSON (RFC 7946): one feature of lines, or none where there is nothing to draw.
public final class OutlineJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private OutlineJson() {}

  public static String write(Outline outline) {
    ObjectNode collection = JSON.createObjectNode();
    collection.put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    if (!outline.lines().isEmpty()) {
      ObjectNode feature = features.addObject();
      feature.put("type", "Feature");
      feature.putObject("properties");
      ObjectNode geometry = feature.putObject("geometry");
      geometry.put("type", "MultiLineString");
      ArrayNode lines = geometry.putArray("coordinates");
      for (Outline.Line line : outline.lines()) {
        ArrayNode points = lines.addArray();
        line.points().forEach(point -> points.addArray().add(point.longitude()).add(point.latitude()));
      }
    }
    return collection.toString();
  }
}
