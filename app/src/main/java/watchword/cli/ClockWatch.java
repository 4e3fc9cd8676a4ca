package watchword.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import watchword.console.TimeQuestion;
import watchword.desk.HighWaterClock;

/// Looks each minute at the desk's clock: whether it doubts the machine's, and for how long nobody has unlocked.
final class ClockWatch {

  /// When the desk rings for a member, by the hours since one was last unlocked;
  /// a day's keys stand for at least 60 hours after the last sealing to them.
  private static final List<Integer> HOURS = List.of(24, 48, 72);

  private static final Duration BEHIND = Duration.ofHours(1);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.ENGLISH);

  private final Optional<HighWaterClock> clock;
  private final Bell bell;
  private final ZoneOffset zone;
  private boolean doubted;
  private boolean behind;
  private int rungHours;

  /// @param clock a high-water clock, or a drill's, which is never doubted
  ClockWatch(InstantSource clock, Bell bell, ZoneOffset zone) {
    this.clock = clock instanceof HighWaterClock high ? Optional.of(high) : Optional.empty();
    this.bell = bell;
    this.zone = zone;
  }

  /// A member unlocked.
  void looked() {
    clock.ifPresent(HighWaterClock::looked);
  }

  /// Rings before it remembers: a disk that takes no more keeps nobody from being called.
  void minute(boolean somebodyHere) {
    clock.ifPresent(high -> {
      doubt(high.doubt());
      behind(high.behind());
      away(somebodyHere ? Duration.ZERO : Duration.between(high.lastHere(), high.instant()));
      high.remember(somebodyHere);
    });
  }

  private void doubt(Optional<HighWaterClock.Doubt> doubt) {
    if (doubt.isPresent() && !doubted) {
      bell.ring(Bell.Ring.CLOCK, sentence(doubt.get()) + " " + WHAT_TO_DO);
    } else if (doubt.isEmpty() && doubted) {
      bell.tell("the machine's clock is no longer doubted; bundles are made again");
    }
    doubted = doubt.isPresent();
  }

  private static final String WHAT_TO_DO =
      "No bundle is made and nothing is destroyed early until a member confirms the time in the console or with --confirm-time, "
          + "or the machine's clock is set right.";

  private String sentence(HighWaterClock.Doubt doubt) {
    return "The machine's clock says %s, by the desk's own count it is %s.".formatted(spell(doubt.machine()), spell(doubt.held()));
  }

  private void behind(Duration by) {
    boolean now = by.compareTo(BEHIND) > 0;
    if (now && !behind) {
      bell.ring(Bell.Ring.CLOCK, behindSentence(by));
    }
    behind = now;
  }

  private static String behindSentence(Duration by) {
    return ("The machine's clock is %d hours behind the desk's, which never runs back and goes on by its own count. "
        + "The hub refuses a gate whose clock is wrong: set the machine's clock right.")
        .formatted(by.toHours());
  }

  private void away(Duration away) {
    int reached = HOURS.stream().filter(hours -> away.toHours() >= hours).reduce(0, Math::max);
    if (reached > rungHours) {
      bell.ring(Bell.Ring.valueOf("LOCKED_" + reached),
          "nobody has unlocked this desk for " + reached
              + " hours; what is not opened within 96 hours of its day's beginning is lost. Unlock it in the console.");
    }
    rungHours = reached;
  }

  /// What every page of the console tells of the clock, without what a member is asked to confirm.
  List<String> notices() {
    return clock.map(HighWaterClock::behind).filter(by -> by.compareTo(BEHIND) > 0).map(ClockWatch::behindSentence).stream().toList();
  }

  /// The question every page of the console puts while the machine's clock is doubted.
  Optional<TimeQuestion> question() {
    return clock.flatMap(HighWaterClock::doubt).map(doubt -> new TimeQuestion(
        doubt.machine(), sentence(doubt) + " Until you confirm, no bundle is made and nothing is destroyed early. "
            + "Compare with a watch; if it is wrong, set the machine's clock right instead."));
  }

  /// Remembers the time before the desk ends.
  void close(boolean somebodyHere) {
    clock.ifPresent(high -> high.remember(somebodyHere));
  }

  private String spell(Instant time) {
    return TIME.format(time.atOffset(zone));
  }
}
