package watchword.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import watchword.core.bulletin.Area;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.bulletin.Subject;
import watchword.core.kind.Language;

/// What the desk stands by now as GeoJSON: each area a circle around its town or district, never a point of a report.
///
/// Every title begins with the status, so that a map that shows nothing else does not turn "no sign" into its opposite.
final class NowMap {

  static final String NAME = "now.geojson";
  static final String COUNTRY = "country.geojson";

  /// Enough for a circle to look round at any zoom a coarse area is read at.
  private static final int CORNERS = 48;

  /// About ten metres: finer would only lengthen the file.
  private static final double DECIMALS = 1e4;

  /// Mean Earth radius, metres (IUGG).
  private static final double EARTH_RADIUS = 6_371_008.8;

  private static final double LAST_LONGITUDE = 180;
  private static final double LAST_LATITUDE = 89;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Edition edition;

  private NowMap(Edition edition) {
    this.edition = edition;
  }

  static String write(Edition edition) {
    return new NowMap(edition).write();
  }

  private String write() {
    Instant now = edition.input().published();
    ObjectNode map = JSON.objectNode();
    map.put("type", "FeatureCollection");
    map.put("desk", edition.input().desk());
    map.put("published", now.toString());
    map.put("expires", edition.input().expires().toString());
    ArrayNode features = map.putArray("features");
    for (History history : edition.histories()) {
      if (Reach.NOW.holds(history, now)) {
        features.add(feature(history.latest()));
      }
    }
    return Json.write(map);
  }

  private ObjectNode feature(Notice notice) {
    ObjectNode feature = JSON.objectNode();
    feature.put("type", "Feature");
    feature.put("id", Urn.of("feature", notice.thread().value(), Integer.toString(notice.version())));
    feature.set("geometry", area(notice).<JsonNode>map(NowMap::geometry).orElseGet(JSON::nullNode));
    ObjectNode properties = feature.putObject("properties");
    properties.put("thread", notice.thread().value());
    properties.put("version", notice.version());
    properties.put("status", notice.status().name());
    notice.happening().ifPresent(told -> properties.put("kind", told.kind().id()));
    properties.put("title", Visible.of(edition.wording().title(notice)));
    properties.put("url", BulletinPage.name(notice));
    ObjectNode headline = properties.putObject("headline");
    for (Language language : edition.input().languages()) {
      headline.put(language.code(), Visible.of(new Wording(Words.of(language), edition.input().zone()).title(notice)));
    }
    properties.putArray("window").add(notice.window().earliest().toString()).add(notice.window().latest().toString());
    properties.put("published", notice.published().toString());
    properties.put("expires", notice.expires().toString());
    area(properties, notice);
    judged(properties, notice);
    likelihood(properties, notice);
    return feature;
  }

  private static Optional<Area> area(Notice notice) {
    return notice.happening().flatMap(Subject.Happening::area);
  }

  /// What was withdrawn says its sentence no more.
  private void judged(ObjectNode properties, Notice notice) {
    if (notice.subject() instanceof Subject.Judged judged) {
      properties.put("by", judged.by().toString());
      if (notice.status() != Status.RETRACTED) {
        properties.put("sentence", Visible.of(edition.words().own(judged.sentence())));
      }
    }
  }

  private static void area(ObjectNode properties, Notice notice) {
    area(notice).ifPresent(area -> {
      properties.put("area", Visible.of(area.name()));
      properties.put("extent", area.extent().name());
      properties.putArray("centre").add(rounded(area.longitude())).add(rounded(area.latitude()));
      properties.put("radiusMetres", area.radiusMetres());
    });
  }

  /// In per cent; absent where none is told.
  private static void likelihood(ObjectNode properties, Notice notice) {
    if (notice.status() != Status.RETRACTED) {
      notice.likelihood().ifPresent(
          word -> properties.putArray("likelihoodPercent").add(word.fromPercent()).add(word.toPercent()));
    }
  }

  /// A circle as a polygon; a point where a circle would cross the date line or a pole, which RFC 7946 does not draw.
  private static ObjectNode geometry(Area area) {
    ObjectNode geometry = JSON.objectNode();
    double degrees = StrictMath.toDegrees(area.radiusMetres() / EARTH_RADIUS);
    double stretch = 1 / StrictMath.cos(StrictMath.toRadians(Math.min(LAST_LATITUDE, Math.abs(area.latitude()))));
    if (Math.abs(area.latitude()) + degrees > LAST_LATITUDE || Math.abs(area.longitude()) + degrees * stretch > LAST_LONGITUDE) {
      geometry.put("type", "Point");
      geometry.putArray("coordinates").add(rounded(area.longitude())).add(rounded(area.latitude()));
      return geometry;
    }
    geometry.put("type", "Polygon");
    ArrayNode ring = geometry.putArray("coordinates").addArray();
    for (int corner = 0; corner <= CORNERS; corner++) {
      // Against the clock, as RFC 7946 asks; the last corner is the first.
      double angle = 2 * Math.PI * (corner % CORNERS) / CORNERS;
      ring.addArray()
          .add(rounded(area.longitude() + degrees * stretch * StrictMath.cos(angle)))
          .add(rounded(area.latitude() + degrees * StrictMath.sin(angle)));
    }
    return geometry;
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * DECIMALS) / DECIMALS;
  }
}
