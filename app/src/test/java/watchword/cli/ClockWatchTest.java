package watchword.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import watchword.desk.DeskFolder;
import watchword.desk.HighWaterClock;
import watchword.desk.Uptime;

/// When a desk calls somebody for its clock, or because nobody unlocks.
class ClockWatchTest {

  private static final String BOOT = "481ad007-28a3-4ac8-ab14-bf66fbbe3588";

  @TempDir Path folder;

  private final StringWriter said = new StringWriter();
  private Instant machine = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(9));
  private Duration up = Duration.ofHours(2);
  private ClockWatch watch;

  @BeforeEach
  void begin() throws Exception {
    watch = watch(Optional.empty());
  }

  private ClockWatch watch(Optional<Path> program) throws Exception {
    HighWaterClock clock = HighWaterClock.open(new DeskFolder(folder), () -> machine, () -> new Uptime.Reading(BOOT, up));
    return new ClockWatch(clock, new Bell(new PrintWriter(said), program), ZoneOffset.UTC);
  }

  private void passes(Duration duration, boolean somebodyHere) {
    machine = machine.plus(duration);
    up = up.plus(duration);
    watch.minute(somebodyHere);
  }

  @Test
  void it_rings_after_24_48_and_72_hours_without_unlock_once_each_and_from_the_start_after_one() {
    watch.looked();
    passes(Duration.ofMinutes(1), true);
    for (int hour = 1; hour <= 80; hour++) {
      passes(Duration.ofHours(1), false);
      long rings = said.toString().chars().filter(c -> c == '\u0007').count();
      assertThat(rings).as("after %d hours", hour).isEqualTo(hour >= 72 ? 3 : hour >= 48 ? 2 : hour >= 24 ? 1 : 0);
    }
    assertThat(said.toString()).contains("for 24 hours", "for 48 hours", "for 72 hours");
    passes(Duration.ofMinutes(1), true);
    passes(Duration.ofHours(23), false);
    assertThat(said.toString().lines()).hasSize(3);
    passes(Duration.ofHours(1), false);
    assertThat(said.toString().lines()).hasSize(4);
  }

  @Test
  void hours_without_unlock_are_counted_over_a_restart_and_while_the_machines_clock_is_held_back() throws Exception {
    watch.looked();
    passes(Duration.ofMinutes(1), true);
    for (int hour = 0; hour < 20; hour++) {
      passes(Duration.ofHours(1), false);
    }
    watch = watch(Optional.empty());
    machine = machine.minus(Duration.ofDays(3));
    up = up.plus(Duration.ofHours(4));
    watch.minute(false);
    assertThat(said.toString()).contains("for 24 hours");
  }

  @Test
  void a_doubted_clock_rings_once_says_what_to_do_and_asks_on_every_page_until_it_is_settled() {
    watch.looked();
    machine = machine.plus(Duration.ofDays(5));
    watch.minute(true);
    watch.minute(true);
    assertThat(said.toString().lines()).hasSize(1);
    assertThat(said.toString()).contains("by the desk's own count", "--confirm-time");
    assertThat(watch.question()).isPresent();
    machine = machine.minus(Duration.ofDays(5));
    watch.minute(true);
    assertThat(watch.question()).isEmpty();
    assertThat(said.toString().lines().toList().getLast()).contains("no longer doubted");
  }

  @Test
  void a_clock_set_back_rings_and_stands_on_every_page() {
    passes(Duration.ofMinutes(1), false);
    machine = machine.minus(Duration.ofHours(5));
    watch.minute(false);
    assertThat(said.toString()).contains("5 hours behind", "never runs back");
    assertThat(watch.notices()).hasSize(1);
    assertThat(watch.question()).isEmpty();
  }

  @Test
  void the_operators_program_is_run_with_one_word_and_nothing_else() throws Exception {
    Path program = folder.resolve("call.sh");
    Path called = folder.resolve("called");
    Files.writeString(program, "#!/bin/sh\necho \"$# $1\" >> " + called + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    watch = watch(Optional.of(program));
    watch.looked();
    machine = machine.plus(Duration.ofDays(5));
    watch.minute(true);
    Instant until = Instant.now().plusSeconds(30);
    while (!(Files.exists(called) && Files.readString(called).endsWith("\n")) && Instant.now().isBefore(until)) {
      Thread.sleep(20);
    }
    assertThat(Files.readString(called)).isEqualTo("1 clock\n");
  }
}
