package watchword.hub;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/// The running hub, and what may be done to it from outside: ticks, surge, close.
///
/// Time comes from outside. [HubSchedule] ticks by the clock; a drill ticks when its own time says so.
public final class Hub implements AutoCloseable {
  private final Generations generations;
  private final Closing closing;
  private final WorkLevel work;
  private final Listener listener;

  private Hub(Generations generations, Closing closing, WorkLevel work, Listener listener) {
    this.generations = generations;
    this.closing = closing;
    this.work = work;
    this.listener = listener;
  }

  /// Freezes what an earlier run left, begins new generations and listens.
  ///
  /// The clock tells the minute of a pull and the hour of work.
  public static Hub open(HubConfig config, InstantSource clock) throws IOException {
    return open(config, clock, Force.TO_DISK);
  }

  static Hub open(HubConfig config, InstantSource clock, Force force) throws IOException {
    Generations generations = Generations.open(config, force);
    Closing closing = new Closing(config);
    closing.look();
    WorkLevel work = new WorkLevel(config.bundles(), clock, config.workBits());
    work.look();
    try {
      Reception reception = new Reception(
          StaticFiles.board(config.board()),
          StaticFiles.bundles(config.bundles()),
          new Intake(generations, clock, work),
          new GateDoor(generations.waiting(), config.gate(), clock),
          closing);
      return new Hub(generations, closing, work, Listener.open(config.listen(), reception));
    } catch (IOException e) {
      generations.close();
      throw e;
    }
  }

  /// Returns the TCP port; empty when the hub listens on a Unix socket.
  public OptionalInt port() {
    return listener.port();
  }

  /// Looks for a stop sheet and at the bundles, then freezes the generation of small slots and begins the next: once a minute.
  ///
  /// Nothing changes while as many generations wait as may, or the disk has no room for another.
  public void tickSmall() throws IOException {
    closing.look();
    work.look();
    generations.tickSmall();
  }

  /// Freezes the generation of larger slots and begins the next: every quarter of an hour.
  public void tickLarge() throws IOException {
    generations.tickLarge();
  }

  /// Gives the small generations 1,024 slots in place of 64, from the next tick on: a person's decision, never the fill's.
  public void surge(boolean on) throws IOException {
    generations.surge(on);
  }

  /// Returns how many frozen generations wait for the gate.
  public int waiting() {
    return generations.waiting().count();
  }

  /// Returns what its operator should hear of a stop sheet, once.
  public Optional<String> news() {
    return closing.news();
  }

  /// Returns how often the hub failed by a fault of its own; anything but 0 is to be reported to its makers.
  public long faults() {
    return listener.faults();
  }

  /// Stops listening; the current generations are frozen at the next start.
  @Override
  public void close() throws IOException {
    listener.close();
    generations.close();
  }
}
