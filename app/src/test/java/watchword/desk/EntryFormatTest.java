package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.kind.Language;
import watchword.core.report.MediaHash;
import watchword.core.report.ReportId;
import watchword.seal.FormatException;

/// Entries as spec/desk.md shows them: what a journal holds must be read by every later version.
class EntryFormatTest {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final EntryFormat FORMAT = new EntryFormat(RandomDesk.WORLD.kinds());
  private static final List<ReportId> ONE = List.of(new ReportId("7f3a"), new ReportId("91c0"));
  private static final List<ReportId> OTHER = List.of(new ReportId("02be"));

  @Test
  void a_reply_that_names_anothers_words_as_its_own_is_no_entry() {
    String reply = new String(FORMAT.write(new Entry.Replied(AT, "heron", ONE.getFirst(), "1c45", Entry.Replied.words(ONE.getFirst(), House.RANDOM))), StandardCharsets.UTF_8);
    assertThatCode(() -> FORMAT.read(reply.getBytes(StandardCharsets.UTF_8))).doesNotThrowAnyException();
    for (String words : List.of("91c0", "reply-91c0-5be0cd19137e2179", "reply-7f3a-0", "reply-7f3a-5be0cd19137e21790")) {
      String other = reply.replaceAll("\"words\":\"[^\"]*\"", "\"words\":\"" + words + "\"");
      assertThatThrownBy(() -> FORMAT.read(other.getBytes(StandardCharsets.UTF_8))).as(words).isInstanceOf(FormatException.class);
    }
  }

  @Test
  void the_entries_on_the_page_are_read_and_written_as_they_stand_there() throws Exception {
    assertThat(onThePage("linked", new Entry.Linked(AT, "heron", true, ONE, OTHER))).isTrue();
    assertThat(onThePage("joined-series", new Entry.JoinedSeries(AT, "heron", ONE, OTHER))).isTrue();
    assertThat(onThePage("left-series", new Entry.LeftSeries(AT, "heron", ONE))).isTrue();
    assertThat(onThePage("photo-came", new Entry.PhotoCame(AT, new MediaHash("7f3a"), new MediaHash("91c0")))).isTrue();
    assertThat(onThePage("photos-dropped", new Entry.PhotosDropped(AT, List.of(new MediaHash("7f3a"), new MediaHash("91c0"))))).isTrue();
    assertThat(onThePage("shown", new Entry.Shown(AT, "heron", ONE.getFirst()))).isTrue();
    assertThat(onThePage("asked", new Entry.Asked(AT, "heron", ONE))).isTrue();
    assertThat(onThePage("agreed", new Entry.Agreed(AT.plusSeconds(3_600), "wren", "heron", ONE))).isTrue();
    assertThat(onThePage("stopped", new Entry.Stopped(AT.plusSeconds(3_600), "wren", "heron", ONE))).isTrue();
    assertThat(onThePage("asked-too-much", new Entry.AskedTooMuch(AT, "heron"))).isTrue();
    assertThat(onThePage("time-confirmed", new Entry.TimeConfirmed(AT, "heron", AT.minusSeconds(176_400)))).isTrue();
    assertThat(onThePage("test-missed", new Entry.TestMissed(AT, AT.minusSeconds(3_000), true))).isTrue();
    assertThat(onThePage("voted", new Entry.Voted(AT, "heron", "wren", Entry.Vote.SUSPEND))).isTrue();
    assertThat(onThePage("checked", new Entry.Checked(AT, "heron", Language.BE, Set.of(Entry.Mark.CLAIM, Entry.Mark.TYPE, Entry.Mark.VOICE, Entry.Mark.POLARITY, Entry.Mark.TENSE), Set.of(Entry.Mark.HEDGE)))).isTrue();
    String tag = "1c45a4d90d4026870bfc8e0606f22558";
    assertThat(onThePage("replied", new Entry.Replied(AT.plusSeconds(2_220), "heron", ONE.getFirst(), tag, new ReportId("reply-7f3a-5be0cd19137e2179")))).isTrue();
    assertThat(onThePage("continued", new Entry.Continued(AT.plusSeconds(7_300), ONE.getLast(), tag, Continuation.Act.ADD))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "{\"type\":\"JoinedSeries\",\"at\":\"2026-11-22T10:00:00Z\",\"member\":\"heron\",\"reports\":[\"7f3a\"]}",
    "{\"type\":\"JoinedSeries\",\"at\":\"2026-11-22T10:00:00Z\",\"member\":\"heron\",\"reports\":[\"7f3a\"],\"with\":null}",
    "{\"type\":\"LeftSeries\",\"at\":\"2026-11-22T10:00:00Z\",\"reports\":[\"7f3a\"]}",
    "{\"type\":\"Checked\",\"at\":\"2026-11-22T10:00:00Z\",\"member\":\"heron\",\"language\":\"de\",\"kept\":[\"CLAIM\"],\"changed\":[]}",
    "{\"type\":\"Checked\",\"at\":\"2026-11-22T10:00:00Z\",\"member\":\"heron\",\"language\":\"be\",\"kept\":[],\"changed\":[]}",
    "{\"type\":\"Series\",\"at\":\"2026-11-22T10:00:00Z\",\"member\":\"heron\",\"reports\":[\"7f3a\"]}",
  })
  void an_entry_with_a_member_missing_or_of_an_unknown_type_is_refused(String json) {
    byte[] payload = ("watchword.entry/1\n" + json).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> FORMAT.read(payload)).isInstanceOf(FormatException.class);
  }

  private static boolean onThePage(String name, Entry entry) throws Exception {
    String block = block(name);
    assertThat(FORMAT.read(block.getBytes(StandardCharsets.UTF_8))).isEqualTo(entry);
    return new String(FORMAT.write(entry), StandardCharsets.UTF_8).equals(block);
  }

  private static String block(String name) throws IOException {
    Path page = Path.of("..", "spec", "desk.md");
    Matcher block = Pattern.compile("```json " + name + "\n(.*?)\n```", Pattern.DOTALL).matcher(Files.readString(page));
    assertThat(block.find()).as(name).isTrue();
    return block.group(1);
  }
}
