package watchword.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.merging.LinkageMerger;
import watchword.core.report.Report;

class TelegramTest {

  /// Stands wherever an export says who somebody is.
  private static final String NAME = "QUILLFEATHER";

  private static final String EXPORT = """
      {
       "name": "Lorne roads",
       "type": "public_supergroup",
       "id": 1001,
       "messages": [
        {"id": 1, "type": "service", "date": "2026-01-02T09:00:00", "date_unixtime": "1767344400", "actor": "QUILLFEATHER", "actor_id": "userQUILLFEATHER",
         "action": "join_group_by_link", "inviter": "QUILLFEATHER", "members": ["QUILLFEATHER"], "title": "QUILLFEATHER", "text": "QUILLFEATHER"},
        {"id": 2, "type": "message", "date": "2026-01-02T12:00:00", "date_unixtime": "1767348000", "edited": "2026-01-03T12:00:00", "edited_unixtime": "1767434400",
         "from": "QUILLFEATHER", "from_id": "userQUILLFEATHER", "author": "QUILLFEATHER", "saved_from": "QUILLFEATHER", "forwarded_from": "QUILLFEATHER",
         "forwarded_from_id": "QUILLFEATHER", "reply_to_message_id": 1, "reply_to_peer_id": "QUILLFEATHER", "via_bot": "@QUILLFEATHER", "phone_number": "QUILLFEATHER",
         "contact_information": {"first_name": "QUILLFEATHER", "phone_number": "QUILLFEATHER"}, "contact_vcard": "QUILLFEATHER", "file": "QUILLFEATHER.jpg",
         "reactions": [{"type": "emoji", "recent": [{"from": "QUILLFEATHER", "from_id": "QUILLFEATHER"}]}], "poll": {"question": "QUILLFEATHER"},
         "place_name": "QUILLFEATHER", "address": "QUILLFEATHER",
         "location_information": {"latitude": 54.1, "longitude": -33.2},
         "text": ["a column ", {"type": "bold", "text": "heads"}, " west, says ", {"type": "mention_name", "text": "QUILLFEATHER", "user_id": 7},
           {"type": "mention", "text": "@QUILLFEATHER"}, {"type": "phone", "text": "+QUILLFEATHER"}, {"type": "email", "text": "QUILLFEATHER@example.org"},
           {"type": "text_link", "text": " on the road", "href": "https://QUILLFEATHER.example"}, {"type": "bold", "text": "\\x1F!"}],
         "text_entities": [{"type": "mention_name", "text": "QUILLFEATHER"}]},
        {"id": 3, "type": "message", "date": "2026-01-02T13:00:00", "date_unixtime": "1767351600", "from": "QUILLFEATHER", "text": "", "photo": "QUILLFEATHER"},
        {"id": 4, "type": "message", "date": "2026-01-02T13:00:00", "from": "QUILLFEATHER", "location_information": {"latitude": 154.1, "longitude": -33.2}, "text": "too far"},
        {"id": 5, "type": "message", "date": "2026-01-02T13:30:00", "date_unixtime": "1767353400", "from": null, "text": "one string\\x02 of words"},
        {"id": 6, "type": "message", "date": "2026-01-02T13:40:00", "date_unixtime": "1767354000", "text": [], "text_entities": [{"type": "plain", "text": "entities alone"}]}
       ]
      }
      """;

  @TempDir Path folder;

  @Test
  void a_message_is_its_words_its_first_date_and_its_chat() throws IOException {
    Archive archive = read(EXPORT);
    Report column = Listed.reports(archive).getFirst().report();

    assertThat(Listed.reports(archive)).extracting(one -> one.report().id().value()).containsExactly("2", "5", "6");
    assertThat(column.text()).isEqualTo("a column heads west, says  on the road\u001F!");
    assertThat(column.when().earliest()).isEqualTo(Instant.ofEpochSecond(1_767_348_000)).isEqualTo(column.when().latest());
    assertThat(column.place().orElseThrow().latitude()).isEqualTo(54.1);
    assertThat(Listed.reports(archive)).extracting(one -> one.report().source().value()).containsOnly("Lorne roads");
    assertThat(Listed.reports(archive).get(1).report().text()).isEqualTo("one string\u0002 of words");
    assertThat(Listed.reports(archive).get(2).report().text()).isEqualTo("entities alone");
    assertThat(archive.notes()).containsExactly("result.json: 1 message of the messenger itself left out");
    assertThat(Listed.rejects(archive)).extracting(reject -> reject.sentence(false)).containsExactly(
        "row 3: neither a place nor words", "row 4: latitude 154.1 is not between −90 and 90; is it the longitude?");
  }

  @Test
  void no_name_of_anyone_reaches_a_report_or_an_output() throws IOException {
    assertThat(EXPORT.split(NAME, -1)).as("planted").hasSizeGreaterThan(25);
    Archive archive = read(EXPORT);
    try (ResultFiles.Output clusters = ResultFiles.clusters(folder.resolve("clusters.csv"));
        ResultFiles.Output lines = ResultFiles.incidents(folder.resolve("incidents.jsonl"))) {
      for (ArchivedIncident incident : Listed.incidents(archive, new LinkageMerger())) {
        clusters.take(incident);
        lines.take(incident);
      }
    }
    ResultFiles.writeRejects(folder.resolve("rejects.csv"), archive.rejects());

    for (String output : List.of("clusters.csv", "incidents.jsonl", "rejects.csv")) {
      assertThat(Files.readString(folder.resolve(output))).isNotEmpty().doesNotContainIgnoringCase(NAME);
    }
    for (ArchivedReport one : Listed.reports(archive)) {
      Report report = one.report();
      assertThat(one.raw() + report.id() + report.source() + report.text() + report.place() + report.kind().id()).doesNotContainIgnoringCase(NAME);
    }
    assertThat(Listed.rejects(archive).toString() + archive.notes()).doesNotContainIgnoringCase(NAME);
  }

  @Test
  void a_chat_of_two_lends_its_reports_no_name() throws IOException {
    Archive archive = read(EXPORT.replace("public_supergroup", "personal_chat").replace("Lorne roads", NAME));

    assertThat(Listed.reports(archive)).extracting(one -> one.report().source().value()).containsOnly("result.json");
    assertThat(Listed.reports(archive)).extracting(ArchivedReport::raw).noneMatch(raw -> raw.contains(NAME));
  }

  @Test
  void messages_that_come_before_the_chats_name_are_a_chat_without_one() throws IOException {
    Archive archive = read("{" + EXPORT.substring(EXPORT.indexOf("\"messages\"")).replaceAll("}\\s*$", ",\"name\":\"" + NAME + "\"}"));

    assertThat(Listed.reports(archive)).extracting(one -> one.report().source().value()).containsExactly("result.json", "result.json", "result.json");
    assertThat(Listed.reports(archive).toString() + Listed.rejects(archive)).doesNotContain(NAME);
  }

  @Test
  void an_export_that_breaks_off_keeps_the_messages_before_and_quotes_nothing() throws IOException {
    Archive archive = read(EXPORT.substring(0, EXPORT.indexOf("one string") + 3));

    assertThat(Listed.reports(archive)).hasSize(1);
    assertThat(Listed.rejects(archive).getLast().reason()).startsWith("not JSON (line ").doesNotContain("one");
    assertThat(Listed.rejects(archive)).extracting(Reject::raw).noneMatch(raw -> raw.contains(NAME));
  }

  @Test
  void the_export_of_an_account_and_a_broken_export_are_refused_whole() {
    assertThatThrownBy(() -> read("{\"about\":\"x\",\"personal_information\":{\"first_name\":\"" + NAME + "\"},\"chats\":{\"list\":[]}}"))
        .hasMessage("result.json is the export of a whole account; export the one chat that holds the reports");
    assertThatThrownBy(() -> read("{\n \"name\": " + NAME + ",\n \"messages\": []}"))
        .hasMessage("result.json is one JSON object over several lines, and neither GeoJSON nor a chat exported from Telegram; write one object a line (JSON Lines)");
  }

  @Test
  void messages_one_a_line_are_read_alike_and_a_rejected_one_names_nobody() throws IOException {
    String rows = """
        {"id":1,"type":"service","date_unixtime":"1767344400","actor":"QUILLFEATHER","text":""}
        {"id":2,"type":"message","date_unixtime":"1767348000","from":"QUILLFEATHER","from_id":"userQUILLFEATHER","text":["a column \\x1F",{"type":"bold","text":"heads"},{"type":"mention","text":"@QUILLFEATHER"}]}
        {"id":3,"type":"message","date_unixtime":"1767348000","from":"QUILLFEATHER","text":""}
        {"id":4,"type":"message","date_unixtime":"1767348000","from":"QUILLFEATHER","text":"broken off
        {"id":5,"type":"message","date_unixtime":"1767348000","from":"QUILLFEATHER","text":"one string","location_information":{"latitude":95,"longitude":1}}
        """;
    Archive archive = Archive.read(
        List.of(Files.writeString(folder.resolve("messages.jsonl"), rows)), new Archive.Options(Columns.NONE, Optional.empty(), ZoneOffset.UTC), read -> {});
    ResultFiles.writeRejects(folder.resolve("rejects.csv"), archive.rejects());

    assertThat(Listed.reports(archive)).singleElement().satisfies(one -> {
      assertThat(one.report().text()).isEqualTo("a column \u001Fheads");
      assertThat(one.report().when().earliest()).isEqualTo(Instant.ofEpochSecond(1_767_348_000));
      assertThat(one.raw()).doesNotContain(NAME);
    });
    assertThat(archive.notes()).containsExactly("messages.jsonl: 1 message of the messenger itself left out");
    assertThat(Listed.rejects(archive)).extracting(Reject::row).containsExactly(3L, 4L, 5L);
    assertThat(Files.readString(folder.resolve("rejects.csv"))).contains("neither a place nor words", "latitude 95", "not JSON").doesNotContain(NAME);
  }

  private Archive read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("result.json"), text);
    return Archive.read(List.of(file), new Archive.Options(Columns.NONE, Optional.empty(), ZoneOffset.UTC), read -> {});
  }
}
