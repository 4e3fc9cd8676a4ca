package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.place.Place;
import watchword.core.report.Report;

class GeoJsonTest {

  @TempDir Path folder;

  @Test
  void a_feature_is_a_row_its_properties_the_columns_and_its_point_the_pin() throws IOException {
    Report report = Listed.reports(read("""
        {"type":"FeatureCollection","name":"fires","features":[
          {"type":"Feature","id":"f7","properties":{"time":"2026-01-02T10:00Z","kind":"fire","text":"barn burns","uncertainty_metres":250,"place":"Dal"},
           "geometry":{"type":"Point","coordinates":[-33.2,54.1,12]}}]}
        """)).getFirst().report();

    assertThat(report.id().value()).isEqualTo("f7");
    assertThat(report.place()).contains(new Place(54.1, -33.2, 250, "Dal"));
    assertThat(report.kind().id()).isEqualTo("fire");
    assertThat(report.text()).isEqualTo("barn burns");
    assertThat(report.when().earliest()).isEqualTo(Instant.parse("2026-01-02T10:00:00Z"));
  }

  @Test
  void a_line_or_an_area_is_its_middle_with_a_radius_that_covers_it() throws IOException {
    for (String geometry : List.of(
        "{\"type\":\"LineString\",\"coordinates\":[[10,50],[10.5,50.3],[11,51]]}",
        "{\"coordinates\":[[[10,50],[11,50],[11,51],[10,51],[10,50]],[[10.2,50.2],[10.4,50.2],[10.4,50.4],[10.2,50.2]]],\"type\":\"Polygon\"}",
        "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[10,50]},{\"type\":\"MultiPoint\",\"coordinates\":[[11,51]]}]}")) {
      Place place = Listed.reports(read(collection(feature(geometry)))).getFirst().report().place().orElseThrow();

      assertThat(place.latitude()).isEqualTo(50.5);
      assertThat(place.longitude()).isEqualTo(10.5);
      for (Place corner : List.of(new Place(50, 10, 1, ""), new Place(51, 11, 1, ""))) {
        assertThat(place.distanceMetres(corner)).isLessThanOrEqualTo(place.uncertaintyMetres());
      }
      assertThat(place.uncertaintyMetres()).isCloseTo(66_000, within(500.0));
    }
  }

  @Test
  void a_line_across_the_antimeridian_has_its_middle_there() throws IOException {
    Place place = Listed.reports(read(collection(feature("{\"type\":\"LineString\",\"coordinates\":[[179.5,0],[-179.3,0]]}")))).getFirst().report().place().orElseThrow();

    assertThat(place.longitude()).isCloseTo(-179.9, within(1e-9));
    assertThat(place.uncertaintyMetres()).isLessThan(70_000);
  }

  @Test
  void a_bad_feature_is_told_by_its_number_and_reason_and_the_others_stay() throws IOException {
    String many = IntStream.rangeClosed(0, Positions.MOST).mapToObj(i -> "[1,1]").collect(Collectors.joining(","));
    Archive archive = read(collection(
        feature("{\"type\":\"Point\",\"coordinates\":[1,2]}"),
        feature("{\"type\":\"Point\",\"coordinates\":[1,91.3]}"),
        feature("{\"type\":\"LineString\",\"coordinates\":[[1,2],[181,3]]}"),
        feature("{\"type\":\"Point\",\"coordinates\":[]}"),
        feature("{\"type\":\"Point\",\"coordinates\":[\"1\",\"2\"]}"),
        feature("{\"type\":\"Circle\",\"coordinates\":[1,2]}"),
        feature("{\"type\":\"Point\",\"coordinates\":[7]}"),
        feature("\"here\""),
        "17",
        "{\"type\":\"Point\",\"coordinates\":[1,2]}",
        feature("{\"type\":\"LineString\",\"coordinates\":[" + many + "]}"),
        feature("null"),
        feature("{\"type\":\"Point\",\"coordinates\":[1e999,2]}"),
        feature("{\"type\":\"Point\",\"coordinates\":[3,4]}")));

    assertThat(Listed.reports(archive)).extracting(ArchivedReport::row).containsExactly(1L, 12L, 14L);
    assertThat(Listed.rejects(archive)).extracting(reject -> reject.sentence(false)).containsExactly(
        "row 2: latitude 91.3 is not between −90 and 90; is it the longitude?",
        "row 3: longitude 181 is not between −180 and 180",
        "row 4: the geometry has no position",
        "row 5: a coordinate is not a number",
        "row 6: the geometry is of no type that GeoJSON has",
        "row 7: a position is not a longitude and a latitude",
        "row 8: the geometry is not an object",
        "row 9: not a feature",
        "row 10: not a feature",
        "row 11: the geometry has more than 65536 positions",
        "row 13: longitude ∞ is not between −180 and 180");
  }

  @Test
  void where_the_text_stops_being_json_the_features_before_stay() throws IOException {
    Archive archive = read("{\"type\":\"FeatureCollection\",\"features\":[" + feature("null") + ",{\"type\":secret}]}");

    assertThat(Listed.reports(archive)).hasSize(1);
    assertThat(Listed.rejects(archive)).singleElement().satisfies(reject -> {
      assertThat(reject.row()).isEqualTo(2);
      assertThat(reject.reason()).startsWith("not JSON (line 1, character ").endsWith("; nothing after it can be read").doesNotContain("secret");
    });
  }

  @Test
  void a_collection_in_one_line_is_read_feature_by_feature() throws IOException {
    Path file = folder.resolve("in");
    try (var out = Files.newBufferedWriter(file)) {
      out.write("{\"features\":[");
      for (int i = 0; i < 60_000; i++) {
        out.write((i == 0 ? "" : ",") + feature("{\"type\":\"Point\",\"coordinates\":[1,2]}"));
      }
      out.write("],\"type\":\"FeatureCollection\"}");
    }
    assertThat(Files.size(file)).as("longer than a line may be, its type after the list").isGreaterThan(1 << 22);

    Archive archive = archive(file);

    assertThat(Listed.reports(archive)).hasSize(60_000);
  }

  private static String feature(String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{\"time\":\"2026-01-02T10:00Z\",\"text\":\"a\"},\"geometry\":" + geometry + "}";
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",\n", features) + "]}";
  }

  private Archive read(String text) throws IOException {
    return archive(Files.writeString(folder.resolve("in"), text));
  }

  private static Archive archive(Path file) throws IOException {
    return Archive.read(List.of(file), new Archive.Options(Columns.NONE, Optional.empty(), ZoneOffset.UTC), read -> {});
  }
}
