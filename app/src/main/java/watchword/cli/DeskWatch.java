package watchword.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import watchword.console.TimeQuestion;
import watchword.desk.Office;
import watchword.desk.Steps;
import watchword.desk.TestReports;
import watchword.gate.Inbox;

/// What a desk watches over while nobody looks: the keys that are due, its clock, how long it stays locked, what came too late, and the public door.
final class DeskWatch implements AutoCloseable {

  private final Office office;
  private final Inbox inbox;
  private final ClockWatch clock;
  private final Bell bell;
  private final Optional<DoorWatch> door;
  private long late;
  private List<String> undestroyed = List.of();

  /// @param door absent for a desk that sends itself no test reports
  DeskWatch(Office office, Inbox inbox, InstantSource clock, Bell bell, ZoneOffset zone, Optional<DoorWatch> door) throws IOException {
    this.office = office;
    this.inbox = inbox;
    this.clock = new ClockWatch(clock, bell, zone);
    this.bell = bell;
    this.door = door;
    this.late = inbox.late();
  }

  /// Before anything is opened: keys that are due go first of all, and the desk's own test reports leave the inbox. Nothing that fails keeps the rest from being done.
  void minute() throws IOException {
    new Steps<IOException>()
        .then(this::destroyDue)
        .then(() -> clock.minute(!office.isLocked()))
        .then(this::countLate)
        .then(this::watchDoor)
        .end();
  }

  /// Each trouble rings once, until it is over and comes again.
  private void destroyDue() {
    List<String> before = undestroyed;
    undestroyed = office.destroyDue().troubles();
    undestroyed.stream().filter(trouble -> !before.contains(trouble)).forEach(trouble -> bell.ring(Bell.Ring.KEYS, trouble));
  }

  private void watchDoor() throws IOException {
    if (door.isPresent()) {
      door.get().minute(inbox);
    }
  }

  private void countLate() throws IOException {
    long now = inbox.late();
    if (now > late) {
      bell.ring(Bell.Ring.LATE, (now - late) + " reports or photos were not opened within 96 hours of their day's beginning and are lost; "
          + now + " in all since this desk began. Members of each lane have to unlock within three days.");
    }
    late = now;
  }

  /// A member unlocked.
  void looked() {
    clock.looked();
  }

  /// By which an unlocked desk knows its own.
  Optional<TestReports> tests() {
    return door.map(DoorWatch::tests);
  }

  List<String> notices() {
    List<String> notices = new ArrayList<>(clock.notices());
    undestroyed.forEach(trouble -> notices.add(Character.toUpperCase(trouble.charAt(0)) + trouble.substring(1) + "."));
    door.ifPresent(watch -> notices.addAll(watch.notices()));
    return notices;
  }

  Optional<TimeQuestion> question() {
    return clock.question();
  }

  /// How the public door was found last, and how much came too late.
  Optional<String> status() {
    String lost = late == 0 ? "" : " Not opened in time and lost since this desk began: " + late + ".";
    return door.map(watch -> watch.status() + lost).or(() -> lost.isEmpty() ? Optional.empty() : Optional.of(lost.strip()));
  }

  @Override
  public void close() {
    door.ifPresent(DoorWatch::close);
    clock.close(!office.isLocked());
  }
}
