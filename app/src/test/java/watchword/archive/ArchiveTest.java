package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.place.Place;
import watchword.core.report.Report;
import watchword.core.report.ReportId;

class ArchiveTest {

  @TempDir Path folder;

  @Test
  void ucdp_mentions_are_known_by_their_header() throws IOException {
    ArchivedReport one = only("""
        mention_id,event_id,office,report_date,headline,place,adm_1,adm_2,lat,lon,where_prec,type_of_violence,src
        m1,77,Radio Dal,2016-01-02,Shelling heard,Dal town,North,West,54.1,-33.2,2,1,RADIO
        """);

    assertThat(one.report().id()).isEqualTo(new ReportId("m1"));
    assertThat(one.report().place()).contains(new Place(54.1, -33.2, 4_000, "Dal town"));
    assertThat(one.report().when().earliest()).isEqualTo(Instant.parse("2016-01-02T00:00:00Z"));
    assertThat(one.report().when().latest()).isEqualTo(Instant.parse("2016-01-02T23:59:59Z"));
    assertThat(one.report().kind().id()).isEqualTo("state-based conflict");
    assertThat(one.report().source().value()).isEqualTo("Radio Dal");
    assertThat(one.report().text()).isEqualTo("Shelling heard");
  }

  @Test
  void haiti_reports_are_known_by_their_header() throws IOException {
    Archive archive = read("""
        Serial,INCIDENT TITLE,INCIDENT DATE,LOCATION,DESCRIPTION,CATEGORY,LATITUDE,LONGITUDE,APPROVED,VERIFIED
        12,Water,26/04/2010 13:14,Old Dal,"No water
        since Monday","2b. Eau | Water, 1. Urgences | Emergency, ",18.5,-72.3,YES,NO
        11,Help,25/04/2010 10:00,Dal,x,"5e. Lignes | Lines, ",18.5,-72.3,YES,NO
        """);

    Report water = Listed.reports(archive).getFirst().report();
    assertThat(water.id()).isEqualTo(new ReportId("12"));
    assertThat(water.text()).isEqualTo("Water\nNo water\nsince Monday");
    assertThat(water.when().earliest()).isEqualTo(Instant.parse("2010-04-26T13:14:00Z"));
    assertThat(water.kind().id()).isEqualTo("category 2");
    assertThat(Listed.reports(archive)).extracting(one -> one.report().source()).doesNotHaveDuplicates();
  }

  @Test
  void sirens_are_placed_by_their_region_and_never_by_when_they_fell_silent() throws IOException {
    Path official = file("official.csv", """
        oblast,raion,hromada,level,started_at,finished_at,source
        Dalska oblast,,,oblast,2022-03-15 16:10:34+00:00,2022-03-15 16:50:07+00:00,official
        """);
    Path volunteer = file("volunteer.csv", """
        region,started_at,finished_at,naive
        Дальська область,2022-03-15 16:11:00+00:00,2022-03-15 17:06:22+00:00,True
        """);

    Archive archive = read(options(), official, volunteer);

    Report first = Listed.reports(archive).get(0).report();
    Report second = Listed.reports(archive).get(1).report();
    assertThat(first.id()).isEqualTo(new ReportId("official.csv:1"));
    assertThat(first.place().orElseThrow().distanceMetres(second.place().orElseThrow())).isZero();
    assertThat(first.when().length()).isZero();
    assertThat(second.source().value()).isEqualTo("volunteer.csv");
    assertThat(archive.localTimes()).isFalse();
  }

  @Test
  void the_event_files_of_meltt_are_one_input() throws IOException {
    Path one = file("a.csv", """
        "dataset","event","date","enddate","latitude","longitude","model_tax","color_tax","damage_tax"
        "a",1,2012-01-01,2012-01-02,39.1,-75.9,"Van","Red","1"
        """);
    Path two = file("b.csv", """
        "dataset","event","date","enddate","latitude","longitude","model_tax","color_tax","damage_tax"
        "b",1,2012-01-01,2012-01-01,39.1,-75.9,"Cargo Van","255-0-0","Flip"
        """);

    Archive archive = read(options(), one, two);

    assertThat(Listed.reports(archive)).extracting(report -> report.report().id().value()).containsExactly("a.csv:1", "b.csv:1");
    assertThat(Listed.reports(archive).getFirst().report().when().latest()).isEqualTo(Instant.parse("2012-01-02T23:59:59Z"));
    assertThat(Listed.reports(archive).getFirst().report().text()).isEqualTo("Van\nRed\n1");
  }

  @Test
  void common_column_names_are_understood_in_json_lines() throws IOException {
    ArchivedReport one = only("{\"id\":7,\"time\":\"2026-01-02T10:00Z\",\"lat\":54.1,\"lon\":-33.2,\"kind\":\"column\",\"text\":\"tanks\",\"source\":\"m3\"}\n");

    assertThat(one.report().id()).isEqualTo(new ReportId("7"));
    assertThat(one.report().kind().id()).isEqualTo("column");
    assertThat(one.report().source().value()).isEqualTo("m3");
  }

  @Test
  void column_options_go_before_what_is_recognised() throws IOException {
    Columns columns = new Columns(
        Optional.empty(), Optional.of("seen"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("village"), Optional.of("what"),
        List.of("words"), Optional.empty(), Optional.empty());
    Path file = file("in", "seen,time,village,what,words\n2026-01-02,nonsense,Dal,fire,a b\n");

    Archive archive = Archive.read(List.of(file), new Archive.Options(columns, Optional.empty(), ZoneOffset.UTC), read -> {});
    Report report = Listed.reports(archive).getFirst().report();

    assertThat(report.id()).isEqualTo(new ReportId("1"));
    assertThat(report.kind().id()).isEqualTo("fire");
    assertThat(report.text()).isEqualTo("a b");
    assertThat(report.place().orElseThrow().name()).isEqualTo("Dal");
  }

  @Test
  void a_row_is_rejected_by_its_number_and_reason_and_the_others_stay() throws IOException {
    Archive archive = read("""
        id,time,lat,lon,text
        1,2026-01-02,54.1,-33.2,kept
        2,2026-01-02,91.3,-133.2,x
        3,2026-01-02,120.5,33.2,x
        4,2026-01-02,54.1,-181,x
        5,2026-01-02,54.1,,x
        6,2026-01-02,,33.2,x
        7,2026-01-02,"54,1",33.2,x
        8,,54.1,33.2,x
        9,soon,54.1,33.2,x
        ,2026-01-02,54.1,33.2,x
        11,2026-01-02,NaN,33.2,x
        12,2026-01-02,,,kept
        """);

    assertThat(Listed.reports(archive)).extracting(one -> one.report().id().value()).containsExactly("1", "12");
    assertThat(Listed.rejects(archive)).extracting(reject -> reject.sentence(false)).containsExactly(
        "row 2: latitude 91.3 is not between −90 and 90",
        "row 3: latitude 120.5 is not between −90 and 90; is it the longitude?",
        "row 4: longitude -181 is not between −180 and 180",
        "row 5: the latitude has no longitude",
        "row 6: the longitude has no latitude",
        "row 7: the latitude is not a number",
        "row 8: the time is missing",
        "row 9: the time is not a time such as 2016-01-02, 2016-01-02T10:00Z or 02/01/2016 10:00",
        "row 10: the id is missing",
        "row 11: the latitude is not a number");
    assertThat(Listed.rejects(archive).getFirst().raw()).isEqualTo("2,2026-01-02,91.3,-133.2,x");
    assertThat(Listed.rejects(archive).toString()).doesNotContain("-133.2");
  }

  @Test
  void a_precision_out_of_its_codebook_is_rejected() throws IOException {
    Archive archive = read("""
        mention_id,office,report_date,headline,place,lat,lon,where_prec,type_of_violence
        m1,A,2016-01-02,a,Dal,54.1,-33.2,8,1
        m2,A,2016-01-02,a,Dal,54.1,-33.2,1,1
        """);

    assertThat(Listed.rejects(archive)).extracting(Reject::reason).containsExactly("the precision is not one of the codes 1 to 7");
  }

  @Test
  void an_id_that_stands_twice_keeps_the_same_row_in_any_order() throws IOException {
    String[] rows = {"7,2026-01-03,b", "7,2026-01-02,a", "8,2026-01-02,c", "7,2026-01-02,b"};
    for (List<String> order : List.of(Arrays.asList(rows), Arrays.asList(rows).reversed())) {
      Archive archive = read("id,time,text\n" + String.join("\n", order));

      assertThat(Listed.reports(archive)).extracting(one -> one.report().text()).containsExactlyInAnyOrder("a", "c");
      assertThat(Listed.rejects(archive)).hasSize(2).allSatisfy(reject -> assertThat(reject.reason()).startsWith("its id is that of row"));
    }
  }

  @Test
  void the_truth_column_is_read_when_it_is_asked_for_alone() throws IOException {
    Path file = file("in", "id,time,text,event_id\n1,2026-01-02,a,77\n2,2026-01-02,b,\n");

    assertThat(Listed.reports(read(options(), file))).extracting(ArchivedReport::truth).containsOnly(Optional.empty());
    Archive scored = Archive.read(List.of(file), new Archive.Options(Columns.NONE, Optional.of("event_id"), ZoneOffset.UTC), read -> {});
    assertThat(Listed.reports(scored)).extracting(ArchivedReport::truth).containsExactly(Optional.of("77"), Optional.empty());
  }

  @Test
  void no_known_layout_uses_a_column_of_answers() {
    List<String> headers = List.of(
        "mention_id,event_id,office,report_date,headline,place,adm_1,adm_2,lat,lon,where_prec,type_of_violence,src",
        "oblast,raion,hromada,level,started_at,finished_at,source", "region,started_at,finished_at,naive");
    List<String> used = new ArrayList<>();
    headers.forEach(header -> used.addAll(Layouts.of(new java.util.LinkedHashSet<>(List.of(header.split(",", -1)))).columns().names()));

    assertThat(used).doesNotContain("event_id", "src", "finished_at", "naive", "adm_1", "adm_2");
  }

  @Test
  void files_of_one_name_are_told_apart_by_their_paths() throws IOException {
    Path one = Files.createDirectory(folder.resolve("a")).resolve("in.csv");
    Path two = Files.createDirectory(folder.resolve("b")).resolve("in.csv");
    Stream.of(one, two).forEach(path -> write(path, "time,text\n2026-01-02,a\n"));

    assertThat(Listed.reports(read(options(), one, two))).extracting(ArchivedReport::file).containsExactly(one.toString(), two.toString());
    assertThatThrownBy(() -> read(options(), one, one)).hasMessage("a file is named twice");
  }

  @Test
  void a_file_without_usable_columns_or_rows_ends_with_one_sentence() {
    assertThatThrownBy(() -> read("a,b\n1,2\n")).hasMessage("no column of in tells when something happened; name it with --time");
    assertThatThrownBy(() -> read("time,b\n1,2\n")).hasMessage("no column of in tells where or what; name it with --lat and --lon, --place or --text");
    assertThatThrownBy(() -> read("time,text\n")).hasMessage("in has no rows");
    assertThatThrownBy(() -> read("time,text\nx,secret\n")).hasMessageStartingWith("no row can be used; the first: row 1: the time is not").hasMessageNotContaining("secret");
    Columns columns = new Columns(
        Optional.of("nr"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
        Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> read(new Archive.Options(columns, Optional.empty(), ZoneOffset.UTC), file("in", "time,text\n"))).hasMessage("there is no column nr");
    assertThatThrownBy(() -> read(new Archive.Options(Columns.NONE, Optional.of("truth"), ZoneOffset.UTC), file("in", "time,text\n"))).hasMessage("there is no column truth");
  }

  @Test
  void a_zone_moves_local_times() throws IOException {
    Archive archive = read(new Archive.Options(Columns.NONE, Optional.empty(), ZoneId.of("America/Port-au-Prince")), file("in", "time,text\n12/01/2010 16:53,a\n"));

    assertThat(Listed.reports(archive).getFirst().report().when().earliest()).isEqualTo(Instant.parse("2010-01-12T21:53:00Z"));
    assertThat(archive.localTimes()).isTrue();
  }

  private ArchivedReport only(String text) throws IOException {
    Archive archive = read(text);
    assertThat(Listed.rejects(archive)).isEmpty();
    assertThat(Listed.reports(archive)).hasSize(1);
    return Listed.reports(archive).getFirst();
  }

  private Archive read(String text) throws IOException {
    return read(options(), file("in", text));
  }

  private static Archive read(Archive.Options options, Path... files) throws IOException {
    return Archive.read(List.of(files), options, read -> {});
  }

  private static Archive.Options options() {
    return new Archive.Options(Columns.NONE, Optional.empty(), ZoneOffset.UTC);
  }

  private Path file(String name, String text) {
    return write(folder.resolve(name), text);
  }

  private static Path write(Path path, String text) {
    try {
      return Files.writeString(path, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
