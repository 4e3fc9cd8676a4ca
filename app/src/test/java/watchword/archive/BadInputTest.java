package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.merging.LinkageMerger;

/// What files hold that they should not: each is stated and bounded, and nothing else is lost by it.
class BadInputTest {

  private static final String HEADER = "id,time,lat,lon,text\n";
  private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

  @TempDir Path folder;

  @Test
  void the_first_day_of_1970_stands_for_no_time_and_is_rejected() throws IOException {
    Archive archive = read(file(HEADER + """
        1,1970-01-01T00:00Z,54.1,-33.2,a
        2,1970-01-01,54.1,-33.2,a
        3,01/01/1970 03:00,54.1,-33.2,a
        4,1970-01-02,54.1,-33.2,a
        5,0000000000,54.1,-33.2,a
        6,1969-12-31,54.1,-33.2,a
        """));

    assertThat(Listed.reports(archive)).extracting(ArchivedReport::row).containsExactly(4L, 6L);
    assertThat(Listed.rejects(archive)).extracting(Reject::reason).containsOnly("the time is 1970-01-01, which stands where none was known");
  }

  @Test
  void a_place_outside_the_world_is_rejected_by_its_row_and_the_others_read() throws IOException {
    Archive archive = read(file(HEADER + """
        1,2026-01-02,90.001,-33.2,a
        2,2026-01-02,54.1,180.5,a
        3,2026-01-02,133.2,54.1,a
        4,2026-01-02,NaN,54.1,a
        5,2026-01-02,54.1,1e999,a
        6,2026-01-02,54.1,,a
        7,2026-01-02,-90,180,a
        """));

    assertThat(Listed.reports(archive)).extracting(ArchivedReport::row).containsExactly(7L);
    assertThat(Listed.rejects(archive)).extracting(reject -> reject.sentence(false)).contains(
        "row 1: latitude 90.001 is not between −90 and 90; is it the longitude?", "row 2: longitude 180.5 is not between −180 and 180",
        "row 3: latitude 133.2 is not between −90 and 90; is it the longitude?", "row 6: the latitude has no longitude").hasSize(6);
  }

  @Test
  void control_characters_in_a_text_cost_nothing() throws IOException {
    Archive archive = read(file(HEADER + "1,2026-01-02,54.1,-33.2,sm\u0001oke \u001f\u0007at the mill\n2,2026-01-02,54.1,-33.2,b\n"));

    assertThat(Listed.reports(archive)).extracting(ArchivedReport::row).containsExactly(1L, 2L);
    assertThat(Listed.incidents(archive, new LinkageMerger())).isNotEmpty();
  }

  @Test
  void a_time_in_the_future_is_kept_and_said() throws IOException {
    Archive archive = read(file(HEADER + "1,2026-11-22T19:59Z,54.1,-33.2,a\n2,2026-11-23,54.1,-33.2,a\n3,2099-01-01T00:00Z,54.1,-33.2,a\n"));

    assertThat(Listed.reports(archive)).hasSize(3);
    assertThat(archive.notes()).containsExactly("2 times in the future; kept");
  }

  @Test
  void a_time_may_be_a_number_of_seconds_or_milliseconds() throws IOException {
    Archive archive = read(file(HEADER + "1,1767348000,54.1,-33.2,a\n2,1767348000123,54.1,-33.2,a\n"));

    assertThat(Listed.reports(archive)).extracting(one -> one.report().when().earliest())
        .containsExactly(Instant.ofEpochSecond(1_767_348_000), Instant.ofEpochMilli(1_767_348_000_123L));
  }

  @Test
  void an_empty_text_is_no_fault_where_there_is_a_place() throws IOException {
    Archive archive = read(file(HEADER + "1,2026-01-02,54.1,-33.2,\n2,2026-01-02,,,\n3,2026-01-02,,,words\n"));

    assertThat(Listed.reports(archive)).extracting(ArchivedReport::row).containsExactly(1L, 3L);
    assertThat(Listed.rejects(archive)).extracting(reject -> reject.sentence(false)).containsExactly("row 2: neither a place nor words");
  }

  @Test
  void a_text_of_ten_megabytes_is_read_to_its_bound_and_the_row_kept() throws IOException {
    String words = "shelling at the mill ".repeat(500_000);
    for (String text : List.of(words, "\"" + words.replace("mill ", "mill\n") + "\"")) {
      Archive archive = read(file(HEADER + "1,2026-01-02,54.1,-33.2,a\n2,2026-01-02,54.1,-33.2," + text + "\n3,2026-01-02,54.1,-33.2,b\n"));

      assertThat(Listed.reports(archive)).extracting(ArchivedReport::row).containsExactly(1L, 2L, 3L);
      assertThat(Listed.reports(archive).get(1).report().text()).hasSize(RowReader.MAX_TEXT_CHARS);
      assertThat(Listed.reports(archive).get(1).raw()).hasSize(Row.MAX_RAW_CHARS);
      assertThat(archive.notes()).containsExactly("in: 1 text read to the first 65536 characters");
    }
    assertThat(Listed.reports(read(file("{\"time\":\"2026-01-02\",\"text\":\"" + words + "\"}\n"))).getFirst().report().text()).hasSize(RowReader.MAX_TEXT_CHARS);
  }

  @Test
  void a_line_of_a_hundred_megabytes_is_rejected_and_the_rest_read() throws IOException {
    Path file = folder.resolve("in");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(HEADER + "1,2026-01-02,54.1,-33.2,a\n2,2026-01-02,54.1,-33.2,");
      String part = "x".repeat(1 << 20);
      for (int i = 0; i < 100; i++) {
        out.write(part);
      }
      out.write("\n3,2026-01-02,54.1,-33.2,b\n");
    }

    Archive archive = read(file);

    assertThat(Listed.reports(archive)).extracting(ArchivedReport::row).containsExactly(1L, 3L);
    assertThat(Listed.rejects(archive)).extracting(reject -> reject.sentence(false)).containsExactly("row 2: line 3 is longer than 16777216 characters");
    assertThat(Listed.rejects(archive).getFirst().raw()).hasSize(Row.MAX_RAW_CHARS);
  }

  @Test
  void a_flood_of_one_text_is_one_incident_and_delays_nothing() throws IOException {
    Path file = folder.resolve("in");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      for (int i = 0; i < 100_000; i++) {
        out.write("f" + i + ",2026-01-02T10:" + (i % 60 < 10 ? "0" : "") + i % 60 + "Z,54.1,-33.2,the mill burns and nobody comes\n");
      }
      out.write("other,2026-01-02T10:30Z,55.9,-30.2,two tanks at the ford\n");
    }
    long start = System.nanoTime();

    List<ArchivedIncident> incidents = Listed.incidents(read(file), new LinkageMerger());

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    assertThat(incidents).extracting(incident -> incident.origins().size()).containsExactlyInAnyOrder(100_000, 1);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("in"), text);
  }

  private Archive read(Path file) throws IOException {
    return Archive.read(List.of(file), new Archive.Options(Columns.NONE, Optional.empty(), ZoneOffset.UTC, Optional.empty(), NOW, folder), read -> {});
  }
}
