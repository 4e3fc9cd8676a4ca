package watchword.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import watchword.desk.Office;
import watchword.desk.Steps;
import watchword.desk.TestReports;
import watchword.gate.Inbox;

/// Sends the desk's test reports through the public door, knows them when they come back, and rings when one is missing.
final class DoorWatch implements AutoCloseable {

  private final Office office;
  private final TestReports tests;
  private final TestSending sending;
  private final InstantSource clock;
  private final Bell bell;
  private final ZoneOffset zone;
  /// One at a time: a sender that hangs keeps no second one from being missed, since both are missed by the clock.
  private final ExecutorService sender = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("public-door").factory());
  private Optional<Instant> rung;

  DoorWatch(Office office, TestReports tests, TestSending sending, InstantSource clock, Bell bell, ZoneOffset zone) {
    this.office = office;
    this.tests = tests;
    this.sending = sending;
    this.clock = clock;
    this.bell = bell;
    this.zone = zone;
    this.rung = tests.rung();
  }

  TestReports tests() {
    return tests;
  }

  /// What came back leaves the inbox before anything is opened; what is due goes out; what is missing is rung for, once until one comes back.
  ///
  /// Rings before it remembers that it did.
  void minute(Inbox inbox) throws IOException {
    Instant now = clock.instant();
    new Steps<IOException>()
        .then(() -> takeBack(inbox, now))
        .then(() -> ring(now))
        .then(tests::remember)
        .then(this::note)
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

  private void ring(Instant now) {
    if (rung.isPresent() && tests.lastBack().filter(back -> !back.isBefore(rung.get())).isPresent()) {
      bell.tell("a test report came back through the public door");
      rung = Optional.empty();
    }
    List<TestReports.Missed> missed = tests.missed(now, rung.isPresent());
    if (!missed.isEmpty() && rung.isEmpty()) {
      rung = Optional.of(now.truncatedTo(ChronoUnit.SECONDS));
      bell.ring(Bell.Ring.DOOR, sentence(missed.getFirst()));
    }
  }

  private void note() {
    Optional<TestReports.Missed> owed = office.isLocked() ? Optional.empty() : tests.owed();
    if (owed.isPresent()) {
      office.missed(owed.get().sent(), owed.get().taken());
      tests.noted();
    }
  }

  private String sentence(TestReports.Missed one) {
    String what = one.taken() ? "was taken by the public door and did not come back" : "was not taken by the public door";
    String why = one.taken() ? "" : sending.trouble().map(": "::concat).orElse("");
    return ("the test report of %s %s in %d minutes%s. Real reports may be lost the same way: "
        + "look whether the hub runs, whether its board and bundles are today's, and whether the gate collects.")
        .formatted(Times.minute(one.sent(), zone), what, TestReports.MISSED_AFTER.toMinutes(), why);
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
        .map(at -> "the last test report came back on " + Times.minute(at, zone) + ".").orElse("no test report has come back yet.");
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
