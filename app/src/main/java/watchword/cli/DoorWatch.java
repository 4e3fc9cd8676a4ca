package watchword.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import watchword.desk.Office;
import watchword.desk.TestReports;
import watchword.gate.Inbox;

/// Sends the desk's test reports through the public door, knows them when they come back, and rings when one is missing.
final class DoorWatch implements AutoCloseable {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM HH:mm", Locale.ENGLISH);

  private final Office office;
  private final TestReports tests;
  private final TestSending sending;
  private final InstantSource clock;
  private final Bell bell;
  private final ZoneOffset zone;
  /// One at a time: a sender that hangs keeps no second one from being missed, since both are missed by the clock.
  private final ExecutorService sender = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("public-door").factory());
  private Optional<TestReports.Missed> toNote = Optional.empty();
  private Optional<Instant> rung = Optional.empty();

  DoorWatch(Office office, TestReports tests, TestSending sending, InstantSource clock, Bell bell, ZoneOffset zone) {
    this.office = office;
    this.tests = tests;
    this.sending = sending;
    this.clock = clock;
    this.bell = bell;
    this.zone = zone;
  }

  TestReports tests() {
    return tests;
  }

  /// What came back leaves the inbox before anything is opened; what is due goes out; what is missing is rung for, once until one comes back.
  ///
  /// Rings before it remembers that it did.
  void minute(Inbox inbox) throws IOException {
    Instant now = clock.instant();
    new Steps()
        .then(() -> takeBack(inbox, now))
        .then(() -> settle(tests.missed(now), now))
        .then(tests::remember)
        .then(() -> tests.due(now).ifPresent(this::send))
        .end();
  }

  private void takeBack(Inbox inbox, Instant now) throws IOException {
    for (int lane = 0; lane < office.file().lanes(); lane++) {
      for (Inbox.Item item : inbox.list(lane)) {
        if (tests.cameBack(item.sha256(), now)) {
          inbox.remove(item);
        }
      }
    }
  }

  private void settle(List<TestReports.Missed> missed, Instant now) {
    if (rung.isPresent() && tests.lastBack().filter(back -> !back.isBefore(rung.get())).isPresent()) {
      bell.tell("a test report came back through the public door");
      rung = Optional.empty();
    }
    if (!missed.isEmpty() && rung.isEmpty()) {
      rung = Optional.of(now.truncatedTo(ChronoUnit.SECONDS));
      bell.ring(Bell.Ring.DOOR, sentence(missed.getFirst()));
      toNote = Optional.of(missed.getFirst());
    }
    if (toNote.isPresent() && !office.isLocked()) {
      office.missed(toNote.get().sent(), toNote.get().taken());
      toNote = Optional.empty();
    }
  }

  private String sentence(TestReports.Missed one) {
    String what = one.taken() ? "was taken by the public door and did not come back" : "found the public door shut";
    return ("the test report of %s %s in %d minutes. Real reports may be lost the same way: "
        + "look whether the hub runs, whether its board and bundles are today's, and whether the gate collects.")
        .formatted(TIME.format(one.sent().atOffset(zone)), what, TestReports.MISSED_AFTER.toMinutes());
  }

  private void send(TestReports.Made made) {
    Future<?> _ = sender.submit(() -> {
      try {
        sending.send(made);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  /// What the console tells of the public door.
  String status() {
    return "The public door: " + tests.lastBack()
        .map(at -> "the last test report came back on " + TIME.format(at.atOffset(zone)) + ".").orElse("no test report has come back yet.");
  }

  /// What every page tells while one is missing.
  List<String> notices() {
    return rung.isEmpty() ? List.of() : List.of("A test report did not come back through the public door; real reports may be lost the same way. "
        + "Look whether the hub runs and serves today's bundle. " + status());
  }

  @Override
  public void close() {
    sender.shutdownNow();
  }
}
