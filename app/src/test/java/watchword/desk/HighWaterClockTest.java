package watchword.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.seal.Destruction;
import watchword.seal.Epoch;
import watchword.seal.FormatException;

/// A desk's time under a machine whose clock somebody else sets: by NTP, in the BIOS, or by hand.
class HighWaterClockTest {

  private final Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(9));

  @TempDir Path folder;

  private Instant machine = start;
  private Duration up = Duration.ofHours(5);
  private String boot = UUID.randomUUID().toString();
  private HighWaterClock clock;

  @BeforeEach
  void begin() throws Exception {
    clock = open();
  }

  private HighWaterClock open() throws FormatException {
    return HighWaterClock.open(new DeskFolder(folder), () -> machine, () -> new Uptime.Reading(boot, up));
  }

  /// Time passes, and the machine's clock shows it.
  private void passes(Duration duration) {
    up = up.plus(duration);
    machine = machine.plus(duration);
  }

  private void reboot(Duration off) throws FormatException {
    boot = UUID.randomUUID().toString();
    up = Duration.ofSeconds(40);
    machine = machine.plus(off);
    clock = open();
  }

  @Test
  void a_clock_that_is_set_back_or_stands_still_does_not_stop_the_desks() throws Exception {
    passes(Duration.ofMinutes(10));
    assertThat(clock.instant()).isEqualTo(start.plus(Duration.ofMinutes(10)));
    machine = start.minus(Duration.ofDays(30));
    assertThat(clock.instant()).isEqualTo(start.plus(Duration.ofMinutes(10)));
    up = up.plus(Duration.ofDays(4));
    assertThat(clock.instant()).as("the machine's clock stands").isEqualTo(start.plus(Duration.ofMinutes(10)).plus(Duration.ofDays(4)));
    assertThat(clock.doubt()).isEmpty();
    assertThat(clock.behind()).isGreaterThan(Duration.ofDays(33));
  }

  @Test
  void the_mark_outlives_a_restart_and_a_reboot_with_a_clock_of_years_ago() throws Exception {
    passes(Duration.ofHours(3));
    clock.remember(false);
    Instant held = clock.instant();
    machine = Instant.EPOCH;
    clock = open();
    assertThat(clock.instant()).isEqualTo(held);
    reboot(Duration.ZERO);
    assertThat(clock.instant()).as("and the seconds since it was switched on have surely passed").isEqualTo(held.plusSeconds(40));
  }

  @Test
  void a_jump_of_more_than_an_hour_is_doubted_until_a_member_confirms_it() {
    passes(Duration.ofMinutes(10));
    clock.looked();
    machine = machine.plus(Duration.ofMinutes(61));
    assertThat(clock.instant()).isEqualTo(start.plus(Duration.ofMinutes(10)));
    assertThat(clock.doubt()).contains(new HighWaterClock.Doubt(start.plus(Duration.ofMinutes(10)), machine));
    passes(Duration.ofHours(2));
    assertThat(clock.instant()).as("goes on by the count").isEqualTo(start.plus(Duration.ofMinutes(130)));

    assertThat(clock.confirm(machine.minus(Duration.ofHours(2)))).as("another time than the machine's").isFalse();
    assertThat(clock.confirm(machine.plus(Duration.ofMinutes(3)))).isTrue();
    assertThat(clock.instant()).isEqualTo(machine);
    assertThat(clock.doubt()).isEmpty();
    assertThat(clock.confirm(machine)).as("nothing is doubted").isFalse();
  }

  @Test
  void doubt_survives_a_restart_and_ends_by_itself_when_the_machines_clock_is_set_right() throws Exception {
    clock.looked();
    machine = machine.plus(Duration.ofDays(5));
    assertThat(clock.doubt()).isPresent();
    clock.remember(false);
    passes(Duration.ofMinutes(1));
    clock = open();
    assertThat(clock.doubt()).as("the same boot: the count tells that no five days passed").isPresent();
    machine = machine.minus(Duration.ofDays(5));
    assertThat(clock.doubt()).isEmpty();
    assertThat(clock.instant()).isEqualTo(start.plus(Duration.ofMinutes(1)));
  }

  @Test
  void many_small_jumps_are_no_more_believed_than_one_large() {
    clock.looked();
    for (int i = 0; i < 600; i++) {
      passes(Duration.ofSeconds(1));
      machine = machine.plus(Duration.ofMinutes(50));
      clock.remember(true);
    }
    assertThat(Duration.between(start, clock.instant())).isLessThanOrEqualTo(HighWaterClock.JUMP.plusSeconds(600));
    assertThat(clock.doubt()).isPresent();
  }

  @Test
  void a_night_switched_off_is_no_attack_and_a_restart_within_one_boot_is_no_night() throws Exception {
    clock.looked();
    clock.remember(true);
    reboot(Duration.ofHours(14));
    assertThat(clock.doubt()).isEmpty();
    assertThat(clock.instant()).isEqualTo(machine);
    clock.looked();
    passes(Duration.ofHours(10));
    clock.remember(true);
    clock = open();
    machine = machine.plus(Duration.ofHours(14));
    assertThat(clock.doubt()).isPresent();
  }

  @Test
  void switching_off_again_and_again_wins_a_day_in_all_until_a_member_looks() throws Exception {
    clock.looked();
    clock.remember(true);
    for (int i = 0; i < 10; i++) {
      reboot(Duration.ofHours(20));
      clock.remember(false);
    }
    assertThat(Duration.between(start, clock.instant())).isLessThan(HighWaterClock.SWITCHED_OFF.plusMinutes(10));
    assertThat(clock.doubt()).isPresent();
    clock.looked();
    assertThat(clock.doubt()).as("to unlock is not to confirm").isPresent();
  }

  @Test
  void sleep_is_time_that_passed() {
    clock.looked();
    passes(Duration.ofHours(9));
    assertThat(clock.doubt()).as("the count goes on while a machine sleeps").isEmpty();
    assertThat(clock.instant()).isEqualTo(start.plus(Duration.ofHours(9)));
  }

  @Test
  void a_mark_that_was_edited_is_refused_by_name_and_without_one_the_desk_begins_with_the_machines_time() throws Exception {
    clock.remember(true);
    Path file = folder.resolve("clock.txt");
    String mark = Files.readString(file);
    Files.writeString(file, mark.replace("off no", "off perhaps"));
    assertThatThrownBy(this::open).isInstanceOf(FormatException.class).hasMessageContaining("clock.txt");
    Files.writeString(file, mark.replace("mark 2", "mark 1"));
    assertThatThrownBy(this::open).isInstanceOf(FormatException.class).hasMessageContaining("clock.txt");
    Files.delete(file);
    assertThat(open().instant()).isEqualTo(machine);
  }

  @Test
  void the_machines_own_count_runs() throws Exception {
    Uptime.Reading first = Uptime.ofMachine().read();
    Thread.sleep(30);
    assertThat(Uptime.ofMachine().read().up()).isGreaterThan(first.up());
    assertThat(Uptime.ofMachine().read().boot()).isEqualTo(first.boot());
  }

  @Test
  void keys_are_destroyed_by_the_count_while_the_machines_clock_is_held_back() throws Exception {
    try (House house = house()) {
      byte[] inner = house.inner(house.told(3), 0);
      up = up.plus(Duration.between(start, Epoch.of(start).destroyAt()).minusSeconds(1));
      assertThat(house.office.destroyDue().keys()).isZero();
      assertThat(house.office.open(inner, 0)).isPresent();
      up = up.plusSeconds(1);
      assertThat(house.office.destroyDue().keys()).isEqualTo(2);
      assertThat(house.office.open(inner, 0)).isEmpty();
    }
  }

  @Test
  void keys_are_destroyed_while_the_desk_is_locked_and_signed_for_when_it_is_unlocked() throws Exception {
    try (House house = house()) {
      house.office.lock();
      passes(Duration.ofDays(4));
      assertThat(house.office.destroyDue().keys()).isEqualTo(2);
      assertThat(statements(house)).isZero();
      assertThat(house.office.unlock(House.HERON, House.passphrase(House.HERON))).isTrue();
      house.office.renew();
      assertThat(statements(house)).isEqualTo(1);
      try (Stream<Path> files = Files.list(house.office.folder().destroyed())) {
        Destruction said = Destruction.read(Files.readAllBytes(files.findFirst().orElseThrow()), house.office.file().desk());
        assertThat(said.keys()).hasSize(2);
      }
    }
  }

  @Test
  void a_clock_set_ahead_destroys_nothing_early_and_stops_bundles_until_a_member_confirms_in_the_journal() throws Exception {
    try (House house = house()) {
      clock.looked();
      byte[] inner = house.inner(house.told(3), 0);
      machine = machine.plus(Duration.ofDays(40));
      assertThat(house.office.renew()).isEqualTo(new Office.Renewal(0, 0, false));
      assertThat(house.office.destroyDue().keys()).isZero();
      assertThat(house.office.open(inner, 0)).isPresent();

      machine = start.plus(Duration.ofDays(1));
      assertThat(house.office.renew().bundles()).as("a day too early is doubted too").isZero();
      assertThat(house.office.confirmTime(House.WREN, machine)).as("who is not unlocked confirms nothing").isFalse();
      assertThat(house.office.confirmTime(House.HERON, machine)).isTrue();
      assertThat(Files.exists(house.office.folder().bundle(Epoch.of(start).plusDays(3)))).as("issued on the spot").isTrue();
      List<Entry> entries = new ArrayList<>();
      house.office.ledger().replay(entries::add);
      assertThat(entries).contains(new Entry.TimeConfirmed(machine, "heron", start));
    }
  }

  @Test
  void a_revocation_in_doubt_still_replaces_the_bundles_that_are_out() throws Exception {
    try (House house = house()) {
      var wren = house.device(House.WREN);
      house.admit(house.invite(House.HERON, wren), wren);
      byte[] before = Files.readAllBytes(house.office.folder().bundle(Epoch.of(start)));
      clock.looked();
      machine = machine.plus(Duration.ofDays(40));
      house.office.revoke(House.HERON, House.WREN);
      assertThat(Files.readAllBytes(house.office.folder().bundle(Epoch.of(start)))).isNotEqualTo(before);
    }
  }

  private House house() throws Exception {
    House house = new House(folder.resolve("desk"), 1);
    house.clock = clock;
    house.now = start;
    house.reopen(House.HERON);
    return house;
  }

  private static long statements(House house) throws Exception {
    try (Stream<Path> files = Files.list(house.office.folder().destroyed())) {
      return files.count();
    }
  }
}
