package watchword.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import watchword.seal.FormatException;

/// The desk's time: it never runs back, never slower than the machine's own count, and follows the machine's clock only as far as that can be believed.
///
/// | the machine's clock | the desk's |
/// |---|---|
/// | stands still or runs back | goes on by the count |
/// | is ahead by what an hour covers, or a day where the machine was switched off | follows |
/// | is ahead by more | goes on by the count, and is in [Doubt] until a member confirms or the machine's clock is set right |
///
/// What may be ahead is measured from when a member last looked (unlocked, or confirmed) and adds up until one looks again (docs/decisions/clock.md).
public final class HighWaterClock implements InstantSource {

  /// No clock that works drifts so far between two looks.
  static final Duration JUMP = Duration.ofHours(1);

  /// A night or a day away is normal and cannot be told from a clock set ahead; it costs a quarter of a key's life at most.
  static final Duration SWITCHED_OFF = Duration.ofHours(24);

  private final Path file;
  private final InstantSource machine;
  private final Uptime uptime;
  private ClockMark mark;
  private boolean doubtful;

  /// The machine's clock is further ahead than can be believed.
  ///
  /// @param held the desk's time
  /// @param machine the machine's
  public record Doubt(Instant held, Instant machine) {}

  private HighWaterClock(Path file, InstantSource machine, Uptime uptime, ClockMark mark) {
    this.file = file;
    this.machine = machine;
    this.uptime = uptime;
    this.mark = mark;
  }

  /// Goes on from what the folder remembers, or begins with the machine's time; writes nothing yet.
  ///
  /// @throws FormatException when the mark is damaged
  public static HighWaterClock open(DeskFolder folder, InstantSource machine, Uptime uptime) throws FormatException {
    Path file = folder.clock();
    ClockMark mark = Files.exists(file)
        ? ClockMark.read(DeskFolder.bytes(file))
        : ClockMark.first(machine.instant(), uptime.read());
    return new HighWaterClock(file, machine, uptime, mark);
  }

  @Override
  public synchronized Instant instant() {
    follow();
    return mark.mark();
  }

  private void follow() {
    mark = mark.at(uptime.read());
    Instant now = machine.instant().truncatedTo(ChronoUnit.MILLIS);
    doubtful = now.isAfter(mark.mark()) && now.isAfter(mark.sure().plus(mark.off() ? SWITCHED_OFF : JUMP));
    if (!doubtful && now.isAfter(mark.mark())) {
      mark = mark.following(now);
    }
  }

  /// Whether, and how, the machine's time is doubted now.
  public synchronized Optional<Doubt> doubt() {
    follow();
    return doubtful ? Optional.of(new Doubt(mark.mark(), machine.instant().truncatedTo(ChronoUnit.MILLIS))) : Optional.empty();
  }

  /// How far the machine's clock is behind the desk's; zero where it is not.
  public synchronized Duration behind() {
    Duration behind = Duration.between(machine.instant(), instant());
    return behind.isNegative() ? Duration.ZERO : behind;
  }

  /// When a member was last unlocked, by the desk's time.
  public synchronized Instant lastHere() {
    return mark.here();
  }

  /// A member unlocked: what was believed until now is what the next jump is measured from.
  public synchronized void looked() {
    follow();
    mark = doubtful ? mark.present() : mark.looked();
    save();
  }

  /// Remembers the time, and that a member is unlocked now if one is.
  public synchronized void remember(boolean somebodyHere) {
    follow();
    if (somebodyHere) {
      mark = mark.present();
    }
    save();
  }

  /// A member says that the machine's time is right; false where it is not within an hour of what they say.
  synchronized boolean confirm(Instant said) {
    Instant now = machine.instant().truncatedTo(ChronoUnit.MILLIS);
    follow();
    if (!doubtful || Duration.between(said, now).abs().compareTo(JUMP) > 0) {
      return false;
    }
    mark = mark.following(now).looked();
    doubtful = false;
    save();
    return true;
  }

  private void save() {
    DeskFolder.write(file, mark.write());
  }

  /// The doubt of a clock that can have one.
  public static Optional<Doubt> doubtOf(InstantSource clock) {
    return clock instanceof HighWaterClock high ? high.doubt() : Optional.empty();
  }

  /// The count alone, from some beginning: for how long nobody acted, which no clock that is set may lengthen or shorten.
  public static InstantSource count(InstantSource clock) {
    return clock instanceof HighWaterClock high ? () -> Instant.EPOCH.plus(high.uptime.read().up()) : clock;
  }

  /// What the machine says, for whoever has to agree with others on the minute: a pull from the hub.
  public static InstantSource machine(InstantSource clock) {
    return clock instanceof HighWaterClock high ? high.machine : clock;
  }
}
