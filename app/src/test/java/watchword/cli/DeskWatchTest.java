package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.archive.KindsFile;
import watchword.desk.DeskFolder;
import watchword.desk.Founding;
import watchword.desk.HighWaterClock;
import watchword.desk.Office;
import watchword.desk.TestReports;
import watchword.desk.Uptime;
import watchword.gate.DirectoryInbox;
import watchword.gate.Inbox;
import watchword.gate.PublicDoor;
import watchword.member.Pseudonym;
import watchword.seal.DirectoryKeyStore;
import watchword.seal.Epoch;
import watchword.seal.KeyName;

/// What of a minute is done although another part of it fails: a folder standing where a file's next version is written fails every write of it.
class DeskWatchTest {

  private static final String BOOT = "481ad007-28a3-4ac8-ab14-bf66fbbe3588";

  @TempDir Path folder;

  private final StringWriter said = new StringWriter();
  private Instant machine = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(9));
  private Duration up = Duration.ofHours(2);
  private HighWaterClock clock;
  private Office office;
  private Inbox inbox;

  @BeforeEach
  void a_locked_desk() throws Exception {
    clock = HighWaterClock.open(new DeskFolder(folder.resolve("desk")), () -> machine, () -> new Uptime.Reading(BOOT, up));
    Office.Tools tools = new Office.Tools(clock, new SecureRandom(), 10, KindsFile.builtIn());
    office = Founding.found(folder.resolve("desk"), "Lorne Watch", 1, new Pseudonym("heron"), "seven quiet herons".toCharArray(), tools).office();
    office.lock();
    inbox = new DirectoryInbox(office.folder().inbox());
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void keys_that_are_due_go_though_nothing_can_be_written() throws Exception {
    DeskWatch watch = watch(Optional.empty());
    passes(Duration.ofDays(5));
    obstruct("clock.txt");
    obstruct("unsigned.txt");

    assertThatThrownBy(watch::minute).isInstanceOf(UncheckedIOException.class);
    assertThat(new DirectoryKeyStore(office.folder().keys()).list()).isNotEmpty().allSatisfy(name -> assertThat(name.destroyAt()).as("%s", name).isAfter(machine));
  }

  @Test
  void a_step_that_fails_keeps_no_other_from_ringing_and_is_told_once() throws Exception {
    DeskWatch watch = watch(Optional.empty());
    passes(Duration.ofDays(5));
    obstruct("clock.txt");
    Files.writeString(office.folder().inbox().resolve("late"), "2");
    assertThatThrownBy(watch::minute).isInstanceOf(UncheckedIOException.class);
    assertThat(said.toString()).contains("nobody has unlocked this desk for 72 hours", "2 reports or photos were not opened");

    Files.writeString(office.folder().inbox().resolve("late"), "two");
    assertThatThrownBy(watch::minute).as("the first of two failures, with the other").satisfies(first -> assertThat(first.getSuppressed()).hasSize(1));
  }

  @Test
  void what_cannot_be_destroyed_or_written_down_rings_once_by_its_day_and_stands_on_the_pages_until_it_can() throws Exception {
    DeskWatch watch = watch(Optional.empty());
    String day = Epoch.of(machine).date().toString();
    Path gate = office.folder().keys().resolve(KeyName.gate(Epoch.of(machine)) + ".key");
    Files.delete(gate);
    Files.createDirectories(gate.resolve("in the way"));
    Files.write(gate.resolveSibling("gate copy.key"), new byte[50]);
    obstruct("unsigned.txt");
    passes(Duration.ofDays(5));

    watch.minute();
    watch.minute();
    assertThat(said.toString()).containsOnlyOnce("a key of " + day + " is due and could not be destroyed (" + gate.getFileName() + ")")
        .containsOnlyOnce("what was destroyed cannot be written down").containsOnlyOnce("a file in the desk's folder keys is no key (gate copy.key)").doesNotContain(folder.toString());
    assertThat(watch.notices()).anyMatch(notice -> notice.startsWith("A key of " + day)).anyMatch(notice -> notice.startsWith("What was destroyed"));

    Files.delete(gate.resolve("in the way"));
    Files.delete(gate);
    Files.delete(folder.resolve("desk/unsigned.txt.new/in the way"));
    Files.delete(folder.resolve("desk/unsigned.txt.new"));
    watch.minute();
    assertThat(watch.notices()).noneMatch(notice -> notice.startsWith("A key of") || notice.startsWith("What was destroyed"));
  }

  @Test
  void a_missing_test_report_rings_though_that_it_was_told_cannot_be_written() throws Exception {
    TestReports tests = TestReports.open(office.folder(), KindsFile.builtIn(), List.of(), new SecureRandom(), machine);
    DeskWatch watch = watch(Optional.of(tests));
    while (tests.due(machine).isEmpty()) {
      passes(Duration.ofMinutes(5));
    }
    passes(TestReports.MISSED_AFTER);
    obstruct("doorbell.txt");

    assertThatThrownBy(watch::minute).isInstanceOf(UncheckedIOException.class);
    assertThat(said.toString()).contains("was not taken by the public door");
  }

  private DeskWatch watch(Optional<TestReports> tests) throws Exception {
    Bell bell = new Bell(new PrintWriter(said), Optional.empty());
    PublicDoor nobody = new PublicDoor(java.net.URI.create("http://127.0.0.1:9"), Optional.empty());
    Optional<DoorWatch> door = tests.map(own -> new DoorWatch(office, own, new TestSending(office.folder(), office.file(), nobody, own, clock, new SecureRandom(),
        new TestSending.Pace(Duration.ZERO, Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(50))), clock, bell, ZoneOffset.UTC));
    return new DeskWatch(office, inbox, clock, bell, ZoneOffset.UTC, door);
  }

  private void passes(Duration duration) {
    machine = machine.plus(duration);
    up = up.plus(duration);
  }

  private void obstruct(String file) throws Exception {
    Files.createDirectories(folder.resolve("desk").resolve(file + ".new").resolve("in the way"));
  }
}
