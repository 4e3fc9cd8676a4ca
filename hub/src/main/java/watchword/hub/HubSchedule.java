package watchword.hub;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import watchword.seal.Terms;

/// Ticks a hub by the clock: at each full minute, and at each full quarter of an hour.
///
/// Full minutes, so that when a generation is frozen says nothing about when the hub was started.
public final class HubSchedule implements AutoCloseable {
  /// A tick of the hub.
  private interface Tick {
    void run() throws IOException;
  }

  private final InstantSource clock;
  private final Consumer<String> trouble;
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().name("hub-tick-", 1).factory());

  private HubSchedule(InstantSource clock, Consumer<String> trouble) {
    this.clock = clock;
    this.trouble = trouble;
  }

  /// Starts ticking; `trouble` is told in one sentence of a tick that failed and of a stop sheet, never anything of a sender.
  public static HubSchedule start(Hub hub, InstantSource clock, Consumer<String> trouble) {
    HubSchedule schedule = new HubSchedule(clock, trouble);
    hub.news().ifPresent(trouble);
    schedule.plan(Terms.TICK, () -> {
      hub.tickSmall();
      hub.news().ifPresent(trouble);
    });
    schedule.plan(Terms.LARGE_TICK, hub::tickLarge);
    return schedule;
  }

  private void plan(Duration period, Tick tick) {
    long wait = untilNext(clock.instant(), period).toMillis();
    ScheduledFuture<?> _ = timer.scheduleAtFixedRate(() -> run(tick), wait, period.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void run(Tick tick) {
    try {
      tick.run();
    } catch (IOException | RuntimeException e) {
      trouble.accept("A tick failed and is tried again: " + e.getMessage());
    }
  }

  /// Returns the time from `now` to the next whole period since 1970.
  static Duration untilNext(Instant now, Duration period) {
    return Duration.ofMillis(period.toMillis() - Math.floorMod(now.toEpochMilli(), period.toMillis()));
  }

  @Override
  public void close() {
    timer.close();
  }
}
