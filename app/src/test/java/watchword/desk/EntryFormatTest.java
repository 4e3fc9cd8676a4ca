package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import watchword.core.assessment.BaseRate;
import watchword.core.assessment.Domain;
import watchword.core.assessment.Evidence;
import watchword.core.assessment.Expectation;
import watchword.core.assessment.Hedge;
import watchword.core.assessment.Hypothesis;
import watchword.core.assessment.Indicator;
import watchword.core.assessment.Item;
import watchword.core.assessment.Question;
import watchword.core.assessment.Watch;
import watchword.core.bulletin.Area;
import watchword.core.bulletin.Basis;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.bulletin.Likelihood;
import watchword.core.bulletin.Notice;
import watchword.core.bulletin.Status;
import watchword.core.bulletin.Subject;
import watchword.core.count.Measure;
import watchword.core.kind.Language;
import watchword.core.place.Place;
import watchword.core.report.MediaHash;
import watchword.core.report.ReportId;
import watchword.core.time.Span;
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
    assertThat(onThePage("handled", new Entry.Handled(
        AT, "heron", Measure.REPORTS, RandomDesk.WORLD.kinds().get("shelling"), "Ister", LocalDate.of(2026, 11, 21), Entry.Cause.COPIES, "one chat forwards it"))).isTrue();
    assertThat(onThePage("published", new Entry.Published(AT, new Bulletin.Alert(happening()), ONE))).isTrue();
    assertThat(onThePage("judgement", new Entry.Published(AT, new Bulletin.Update(judgement(), new BulletinId("attack")), List.of()))).isTrue();
    String tag = "1c45a4d90d4026870bfc8e0606f22558";
    assertThat(onThePage("replied", new Entry.Replied(AT.plusSeconds(2_220), "heron", ONE.getFirst(), tag, new ReportId("reply-7f3a-5be0cd19137e2179")))).isTrue();
    assertThat(onThePage("continued", new Entry.Continued(AT.plusSeconds(7_300), ONE.getLast(), tag, Continuation.Act.ADD))).isTrue();
  }

  @Test
  void a_bulletin_about_nothing_or_in_no_known_language_is_no_entry() {
    String entry = new String(FORMAT.write(new Entry.Published(AT, new Bulletin.Alert(judgement()), List.of())), StandardCharsets.UTF_8);
    for (String other : List.of(entry.replace("\"Judged\"", "\"Guessed\""), entry.replace("\"pl\":", "\"PL\":"), entry.replace("\"JUDGED\"", "\"CONFIRMED\""))) {
      assertThat(other).isNotEqualTo(entry);
      assertThatThrownBy(() -> FORMAT.read(other.getBytes(StandardCharsets.UTF_8))).isInstanceOf(FormatException.class);
    }
  }

  private static Notice happening() {
    Subject subject = new Subject.Happening(RandomDesk.WORLD.kinds().get("column"), Optional.of(new Area("Dal", 52.1, -33.2, 20_000, Area.Extent.NEAR_TOWN)), Basis.CHECKED_ONCE);
    Instant hour = Instant.parse("2026-11-22T08:00:00Z");
    return new Notice(new BulletinId("col1"), new BulletinId("col1"), 1, Status.UNCONFIRMED, subject, new Span(hour, hour.plusSeconds(7_200)), AT.plusSeconds(900),
        AT.plusSeconds(11_700), Optional.of(Likelihood.LIKELY), "The road is open again.");
  }

  private static Notice judgement() {
    Subject subject = new Subject.Judged(Map.of(Language.EN, "they cross", Language.PL, "przejdą"), LocalDate.parse("2026-12-31"), Map.of(
        Language.EN, "We judge it unlikely (20–45 %) that they cross by 31 December 2026.",
        Language.PL, "Oceniamy jako mało prawdopodobne (20–45 %), że przejdą najpóźniej 31 grudnia 2026 roku."));
    return new Notice(new BulletinId("att2"), new BulletinId("attack"), 2, Status.JUDGED, subject,
        new Span(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z")), AT.plusSeconds(900), Instant.parse("2026-12-23T10:15:00Z"),
        Optional.of(Likelihood.UNLIKELY), "");
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

  @Test
  void steps_of_a_question_on_the_page_are_read_and_written_as_they_stand_there() throws Exception {
    Question attack = new Question("attack", "the border", "Will they attack?", "forces are on the territory, as two agencies report", "two agencies",
        LocalDate.parse("2026-11-23"), LocalDate.parse("2027-01-22"), List.of(new Hypothesis("h1", "they attack"), new Hypothesis("none", "none of these")), List.of());
    Expectation seen = new Expectation(List.of(Likelihood.LIKELY, Likelihood.UNLIKELY));
    assertThat(onThePage("question-put", new Entry.Questioned(AT, "heron", "attack", new QuestionStep.Put(
        attack, Map.of("h1", Map.of(Language.EN, "they attack")), new BaseRate(List.of(.05, .95), "one in 57 months"))))).isTrue();
    assertThat(onThePage("question-watching", new Entry.Questioned(AT, "heron", "attack", new QuestionStep.Watching(new Indicator("i2", Domain.LOGISTICS, "military trains", seen,
        Duration.ofDays(7), false, Optional.of(new Watch(Set.of("military-train"), new Place(51.4, -33.9, 90_000, "Bruzma"))), List.of()))))).isTrue();
    assertThat(onThePage("question-incident", new Entry.Questioned(AT, "heron", "attack", new QuestionStep.Added(new Evidence.OfIncident(
        new Item("e4:I-7f3a", "a bridge was built across the border river", "I-7f3a", AT.minusSeconds(7_200), seen, Optional.empty(), Optional.empty()), .62))))).isTrue();
    assertThat(onThePage("question-figured", new Entry.Questioned(AT, "desk", "attack", new QuestionStep.Figured(List.of(.18, .82))))).isTrue();
    assertThat(onThePage("question-added", new Entry.Questioned(AT, "heron", "attack", new QuestionStep.Added(new Evidence.OfStatement(
        new Item("e3", "an interview: it is possible", "the one interviewed", AT, seen, Optional.empty(), Optional.empty()), Hedge.POSSIBLE, true, false))))).isTrue();
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
