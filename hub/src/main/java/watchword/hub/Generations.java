package watchword.hub;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import watchword.seal.SealedSize;

/// Both series of generations and those that wait for the gate.
final class Generations implements AutoCloseable {
  /// How closely the system's own change time of a current file follows the clock, whether reports come or not.
  private static final long TOUCH_SECONDS = 1;

  private final GenerationFiles files;
  private final Waiting waiting;
  private final Slots slots;
  private final ScheduledExecutorService background;
  private final Series small;
  private final Series large;

  private Generations(GenerationFiles files, Waiting waiting, Slots slots, Force force) {
    this.files = files;
    this.waiting = waiting;
    this.slots = slots;
    this.background = Executors.newScheduledThreadPool(2, task -> {
      Thread thread = new Thread(task, "hub-generations");
      thread.setDaemon(true);
      return thread;
    });
    this.small = new Series(files, waiting, slots.small(), force, background);
    this.large = new Series(files, waiting, slots.large(), force, background);
  }

  /// Freezes what an earlier run left and begins anew, unless too many wait.
  static Generations open(HubConfig config, Force force) throws IOException {
    GenerationFiles files = GenerationFiles.open(config.data());
    Waiting waiting;
    try {
      waiting = Waiting.adopt(files, config.maxWaiting());
    } catch (IOException e) {
      files.close();
      throw e;
    }
    Generations generations = new Generations(files, waiting, config.slots(), force);
    try {
      generations.begin();
      return generations;
    } catch (IOException e) {
      generations.close();
      throw e;
    }
  }

  private void begin() throws IOException {
    small.tick();
    large.tick();
    ScheduledFuture<?> _ = background.scheduleAtFixedRate(this::touch, TOUCH_SECONDS, TOUCH_SECONDS, TimeUnit.SECONDS);
  }

  Optional<Slot> take(SealedSize size, boolean offersWork) {
    return (size == SealedSize.SMALL ? small : large).take(size, offersWork);
  }

  void tickSmall() throws IOException {
    small.tick();
  }

  void tickLarge() throws IOException {
    large.tick();
  }

  void surge(boolean on) throws IOException {
    small.use(on ? slots.surge() : slots.small());
  }

  Waiting waiting() {
    return waiting;
  }

  private void touch() {
    try {
      small.touch();
      large.touch();
    } catch (IOException _) {
      // Only the times of a file: the next second tries again.
    }
  }

  @Override
  public void close() throws IOException {
    small.close();
    large.close();
    background.close();
    files.close();
  }
}
