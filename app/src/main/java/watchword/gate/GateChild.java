package watchword.gate;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import watchword.seal.EpochKeys;
import watchword.seal.SigningKey;
import watchword.seal.Terms;

/// A desk's gate, kept running as a process of its own ([GateProcess]) as long as this is open.
///
/// It is told which keys live whenever that changes, and is started again when it ends or falls silent. Nothing is lost by that: what it had not signed for is still at the
/// hub, and its batches are whole or not at all ([Inbox]). What it says on standard error is read by nobody.
public final class GateChild implements AutoCloseable {

  private final Setup setup;
  private final Listener listener;
  private final GateLine line;
  private final ScheduledExecutorService timer;
  private volatile Instant answered;
  private volatile boolean away;
  private Optional<GateRun> running = Optional.empty();
  private boolean closed;
  private long notBefore = System.nanoTime();

  /// How often it visits the hub, and how it is looked after.
  ///
  /// @param visits from one visit to the next
  /// @param silence after which it hangs
  /// @param rest from one start to the next, so that a gate which cannot live costs little
  /// @param look how often its keys and its life are looked at: a key that is destroyed is gone from it after so long
  public record Pace(Duration visits, Duration silence, Duration rest, Duration look) {

    /// A visit is over in 19 minutes, whatever the hub does; who starts again each ten seconds is back within the minute.
    public static final Pace USUAL = new Pace(Terms.COLLECT_EVERY, Duration.ofMinutes(20), Duration.ofSeconds(10), Duration.ofSeconds(1));
  }

  /// What a gate needs to be.
  ///
  /// @param keys of which the gate's are handed over while they live; closed by nobody
  /// @param receiptKey is the caller's to close, later than the gate
  /// @param clock for [GateChild#silentSince] alone
  public record Setup(URI hub, Path inbox, EpochKeys keys, SigningKey receiptKey, InstantSource clock, Pace pace) {}

  /// Hears what becomes of a gate, on threads of the gate's own.
  public interface Listener {

    void visited(Visit visit);

    /// It ended, or was ended since it said nothing or nonsense, and is started again.
    ///
    /// @param exitCode where it ended by itself; 137 for who was killed
    void ended(OptionalInt exitCode);

    /// It could not be started or told its keys, and that is tried again.
    void failed(Exception why);
  }

  private GateChild(Setup setup, Listener listener, GateLine line) {
    this.setup = setup;
    this.listener = listener;
    this.line = line;
    this.answered = setup.clock().instant();
    this.timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("gate").factory());
  }

  /// Starts the gate, and returns before it has.
  public static GateChild begin(Setup setup, Listener listener) {
    return begin(setup, listener, GateLine.OURS);
  }

  static GateChild begin(Setup setup, Listener listener, GateLine line) {
    GateChild gate = new GateChild(setup, listener, line);
    ScheduledFuture<?> _ = gate.timer.scheduleWithFixedDelay(gate::look, 0, setup.pace().look().toMillis(), TimeUnit.MILLISECONDS);
    return gate;
  }

  /// Returns since when it has not answered, where it is not running as it should.
  public Optional<Instant> silentSince() {
    return away ? Optional.of(answered) : Optional.empty();
  }

  private synchronized void look() {
    if (closed) {
      return;
    }
    try {
      running.ifPresent(this::endWhatHangs);
      if (running.isEmpty() && System.nanoTime() - notBefore >= 0) {
        start();
      } else if (running.isPresent()) {
        tell(running.get());
      }
    } catch (IOException | RuntimeException e) {
      // Keys that its desk cannot see are none that it may hold.
      running.ifPresent(GateRun::kill);
      running = Optional.empty();
      away = true;
      listener.failed(e);
    }
  }

  private void endWhatHangs(GateRun run) {
    boolean hangs = run.silence().compareTo(setup.pace().silence()) > 0;
    if (run.isAlive() && !hangs) {
      return;
    }
    OptionalInt exitCode = run.exitCode();
    run.kill();
    away = true;
    running = Optional.empty();
    listener.ended(exitCode);
  }

  private void start() throws IOException {
    notBefore = System.nanoTime() + setup.pace().rest().toNanos();
    List<GateKeys.Seed> living = GateKeys.living(setup.keys());
    try {
      running = Optional.of(GateRun.start(line.builder(setup.hub(), setup.inbox(), setup.pace().visits()), setup.receiptKey(), living, this::visited));
    } finally {
      living.forEach(GateKeys.Seed::close);
    }
  }

  private void tell(GateRun run) throws IOException {
    if (run.knows(setup.keys().gateTerms())) {
      return;
    }
    List<GateKeys.Seed> living = GateKeys.living(setup.keys());
    try {
      run.tell(living);
    } finally {
      living.forEach(GateKeys.Seed::close);
    }
  }

  private void visited(Visit visit) {
    answered = setup.clock().instant();
    away = false;
    listener.visited(visit);
  }

  /// The process that is the gate now.
  synchronized Optional<GateRun> running() {
    return running;
  }

  /// Ends the gate and returns when its process is gone.
  @Override
  public void close() {
    timer.shutdownNow();
    synchronized (this) {
      closed = true;
      running.ifPresent(GateRun::end);
      running = Optional.empty();
    }
  }
}
