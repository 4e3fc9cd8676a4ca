package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.core.report.Stance;
import watchword.seal.Bytes;
import watchword.seal.FormatException;
import watchword.seal.SealedSize;

/// The reports that a desk sends to itself, to learn whether the public door stands open.
class TestReportsTest {

  private final Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(9));
  private static final Bytes INNER = Bytes.of(new byte[] {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7});

  @TempDir Path folder;

  private TestReports tests;

  @BeforeEach
  void begin() throws FormatException {
    tests = open(folder, start);
  }

  private static TestReports open(Path folder, Instant now) throws FormatException {
    return TestReports.open(new DeskFolder(folder), RandomDesk.WORLD.kinds(), RandomDesk.setup(new java.util.Random(1)).gazetteer().towns(), new SecureRandom(), now);
  }

  /// Runs a desk's minutes until one is due.
  private TestReports.Made next(Instant from) {
    for (Instant now = from; now.isBefore(from.plus(Duration.ofDays(2))); now = now.plusSeconds(60)) {
      Optional<TestReports.Made> made = tests.due(now);
      if (made.isPresent()) {
        return made.get();
      }
    }
    throw new AssertionError("none was due");
  }

  @Test
  void five_go_out_each_day_one_in_each_fifth_at_moments_nobody_can_foretell() {
    List<Instant> sent = new ArrayList<>();
    Instant midnight = start.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    for (int minute = 0; minute < 40 * 1_440; minute++) {
      Instant now = midnight.plusSeconds(60L * minute);
      tests.due(now).ifPresent(_ -> sent.add(now));
    }
    assertThat(sent).hasSize(40 * TestReports.A_DAY);
    Set<Long> parts = new HashSet<>();
    Set<Long> minutes = new HashSet<>();
    long part = Duration.ofDays(1).toSeconds() / TestReports.A_DAY;
    sent.forEach(at -> {
      parts.add(at.getEpochSecond() / part);
      minutes.add(at.getEpochSecond() % part / 60);
    });
    assertThat(parts).as("one in each fifth").hasSize(sent.size());
    assertThat(minutes).as("200 draws of 288 minutes; a schedule would have one").hasSizeGreaterThan(110);
    assertThat(sent.stream().filter(at -> at.getEpochSecond() % part < part / 2).count()).as("early and late alike").isBetween(65L, 135L);
  }

  @Test
  void inside_it_is_a_report_like_another_to_whoever_lacks_the_desks_key() throws Exception {
    TestReports others = open(Files.createDirectory(folder.resolve("other")), start);
    ReportFormat format = new ReportFormat(RandomDesk.WORLD.kinds());
    Set<String> tags = new HashSet<>();
    Set<String> kinds = new HashSet<>();
    for (int i = 0; i < 30; i++) {
      TestReports.Made made = next(start.plus(Duration.ofDays(1L + i)));
      ReportFormat.Opened opened = format.read(made.content());
      assertThat(SealedSize.smallestFor(made.content().length)).as("texts go alone, in the small size").contains(SealedSize.SMALL);
      assertThat(opened.report().stance()).isEqualTo(Stance.SIGHTING);
      assertThat(opened.report().place()).isPresent();
      assertThat(made.id()).isEqualTo(opened.report().id());
      assertThat(tests.isOne(opened.mailbox())).isTrue();
      assertThat(others.isOne(opened.mailbox())).as("another key").isFalse();
      tags.add(opened.mailbox().tag());
      kinds.add(opened.report().kind().id());
    }
    assertThat(tags).as("no two alike").hasSize(30);
    assertThat(kinds).hasSizeGreaterThan(5);
  }

  @Test
  void a_senders_mailbox_is_never_taken_for_the_desks() {
    assertThat(tests.isOne(new ReportFormat.Mailbox("AAAA", "0".repeat(32)))).isFalse();
  }

  @Test
  void one_that_came_back_counts_once_and_its_copy_counts_nothing() {
    TestReports.Made made = next(start);
    tests.sealed(made.id(), INNER);
    tests.taken(made.id());
    Instant back = start.plus(Duration.ofDays(1));
    assertThat(tests.cameBack(INNER, back)).isTrue();
    assertThat(tests.lastBack()).contains(back);
    assertThat(tests.cameBack(INNER, back.plusSeconds(600))).isFalse();
    assertThat(tests.cameBack(made.id(), back.plusSeconds(600))).isFalse();
    assertThat(tests.lastBack()).as("a replay does not cover for what the hub dropped").contains(back);
    assertThat(tests.missed(back.plus(Duration.ofDays(1)), false)).isEmpty();
  }

  @Test
  void one_that_does_not_come_back_is_missed_once_after_two_ticks_and_the_longest_visit() {
    TestReports.Made made = next(start);
    Instant sent = sentAt();
    tests.sealed(made.id(), INNER);
    tests.taken(made.id());
    assertThat(tests.missed(sent.plus(TestReports.MISSED_AFTER).minusSeconds(1), false)).isEmpty();
    assertThat(tests.missed(sent.plus(TestReports.MISSED_AFTER), false)).containsExactly(new TestReports.Missed(sent, true));
    assertThat(tests.missed(sent.plus(TestReports.MISSED_AFTER).plusSeconds(60), false)).isEmpty();
    assertThat(tests.cameBack(INNER, sent.plus(Duration.ofHours(1)))).as("late is better than never").isTrue();
  }

  @Test
  void one_whose_miss_could_not_be_saved_is_missed_again() throws Exception {
    TestReports.Made made = next(start);
    tests.sealed(made.id(), INNER);
    tests.taken(made.id());
    Instant late = sentAt().plus(TestReports.MISSED_AFTER);
    Path obstacle = Files.createDirectories(folder.resolve("doorbell.txt.new/full"));
    assertThat(tests.missed(late, false)).as("it is told all the same").hasSize(1);
    assertThatThrownBy(() -> tests.remember()).isInstanceOf(UncheckedIOException.class);
    Files.delete(obstacle);
    Files.delete(obstacle.getParent());
    tests = open(folder, late);
    assertThat(tests.missed(late.plus(TestReports.MISSED_AFTER), false)).as("and again after a restart").hasSize(1);
  }

  @Test
  void the_one_that_was_rung_for_is_owed_to_the_journal_until_it_is_entered_over_a_restart_and_where_it_comes_back_late() throws Exception {
    TestReports.Made made = next(start);
    TestReports.Missed expected = new TestReports.Missed(sentAt(), false);
    Instant late = sentAt().plus(TestReports.MISSED_AFTER);
    assertThat(tests.missed(late, false)).containsExactly(expected);
    tests.remember();
    assertThat(tests.rung()).contains(late);
    tests = open(folder, late.plusSeconds(60));
    assertThat(tests.rung()).contains(late);
    assertThat(tests.missed(late.plus(Duration.ofHours(1)), true)).isEmpty();
    assertThat(tests.cameBack(made.id(), late.plusSeconds(90))).isTrue();
    assertThat(tests.cameBack(made.id(), late.plusSeconds(91))).as("a copy").isFalse();
    assertThat(tests.rung()).isEmpty();
    tests = open(folder, late.plusSeconds(120));
    assertThat(tests.owed()).contains(expected);
    tests.noted();
    assertThat(tests.owed()).isEmpty();
    assertThat(Files.readString(folder.resolve("doorbell.txt"))).doesNotContain("waiting");
  }

  @Test
  void while_one_is_rung_for_the_journal_is_owed_no_other() {
    TestReports.Made _ = next(start);
    assertThat(tests.missed(start.plus(Duration.ofDays(3)), true)).hasSize(1);
    assertThat(tests.owed()).isEmpty();
  }

  @Test
  void what_was_on_its_way_is_known_after_a_restart_and_a_night_switched_off_is_no_miss() throws Exception {
    TestReports.Made made = next(start);
    tests.sealed(made.id(), INNER);
    tests.taken(made.id());
    Instant morning = start.plus(Duration.ofDays(1));
    tests = open(folder, morning);
    assertThat(tests.missed(morning.plusSeconds(60), false)).isEmpty();
    assertThat(tests.cameBack(INNER, morning.plusSeconds(90))).isTrue();
  }

  @Test
  void a_part_of_the_day_that_had_one_gets_no_second_after_a_restart() throws Exception {
    TestReports.Made _ = next(start);
    Instant sent = sentAt();
    for (int i = 0; i < 5; i++) {
      tests = open(folder, sent);
      for (Instant now = sent; now.getEpochSecond() / 17_280 == sent.getEpochSecond() / 17_280; now = now.plusSeconds(60)) {
        assertThat(tests.due(now)).isEmpty();
      }
    }
  }

  @Test
  void at_the_desk_it_reaches_no_casebook_no_queue_and_no_journal() throws Exception {
    try (House house = new House(folder.resolve("desk"), 1)) {
      Desk desk = house.desk();
      Opening opening = new Opening(house.office, desk, RandomDesk.WORLD.kinds(), Optional.of(tests));
      long before = entries(house);
      TestReports.Made made = next(start);
      byte[] inner = house.inner(made.content(), 0);
      assertThat(opening.take(inner, 0, house.now)).isEqualTo(Opening.Came.TEST);
      assertThat(opening.take(house.inner(made.content(), 0), 0, house.now)).as("sealed anew by who opened it").isEqualTo(Opening.Came.TEST);
      assertThat(desk.reports()).isZero();
      assertThat(desk.queue(house.now)).isEmpty();
      assertThat(entries(house)).isEqualTo(before);
      assertThat(tests.lastBack()).contains(house.now);
      assertThat(opening.take(house.inner(house.told(3), 0), 0, house.now)).isEqualTo(Opening.Came.NEW);
    }
  }

  @Test
  void a_state_that_was_edited_is_refused_by_name() throws Exception {
    Path file = folder.resolve("doorbell.txt");
    String state = Files.readString(file);
    for (String damaged : List.of(state.replace("watchword.doorbell/1", "watchword.doorbell/2"), state.replace("never", "often"), state + "waiting\n", state.replace("last -1", "last -01"))) {
      Files.writeString(file, damaged);
      assertThatThrownBy(() -> open(folder, start)).isInstanceOf(FormatException.class).hasMessageContaining("doorbell.txt");
    }
  }

  private Instant sentAt() {
    try {
      String waiting = Files.readString(folder.resolve("doorbell.txt")).lines().filter(line -> line.startsWith("waiting ")).findFirst().orElseThrow();
      return Instant.parse(waiting.split(" ", -1)[3]);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static long entries(House house) {
    List<Entry> entries = new ArrayList<>();
    house.office.ledger().replay(entries::add);
    return entries.size();
  }
}
