package watchword.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import watchword.archive.KindsFile;
import watchword.console.Console;
import watchword.console.ConsoleConfig;
import watchword.console.NotOpenedException;
import watchword.console.Session;
import watchword.core.bulletin.LikelihoodTable;
import watchword.desk.Desk;
import watchword.desk.HighWaterClock;
import watchword.desk.Office;
import watchword.desk.OlderJournalException;
import watchword.gate.DirectoryInbox;
import watchword.gate.Inbox;
import watchword.journal.BrokenJournalException;
import watchword.member.Pseudonym;
import watchword.seal.FormatException;
import watchword.seal.Terms;

/// What a desk does by itself: the gate collects always; while a member is unlocked it opens, ticks, renews and publishes.
///
/// Each member sits here as often as they have a session open. When the last one locks, or is away for [ConsoleConfig#IDLE], the office locks and memory
/// forgets every key and line; the console then shows nothing but where to unlock.
final class DeskAtWork implements AutoCloseable, DeskMembers.Acts {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm O", Locale.ENGLISH);

  /// Twice a second a running desk looks whether somebody destroyed it from a shell.
  private static final long LOOK_MILLIS = 500;

  private final Office office;
  private final Inbox inbox;
  private final DeskGate gate;
  private final InstantSource clock;
  private final ZoneOffset zone;
  private final PrintWriter trouble;
  private final DeskPlaces places;
  private final DeskWatch watch;
  private final ScheduledExecutorService timer = timer("desk");
  private final ScheduledExecutorService lookout = timer("lookout");
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicBoolean panicked = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Seats seats = new Seats();
  private Optional<DeskUnlocked> unlocked = Optional.empty();
  private Optional<Console> console = Optional.empty();
  private long openedBefore;

  private DeskAtWork(Office office, URI hub, ZoneOffset zone, InstantSource clock, PrintWriter trouble, Watching watching) throws IOException, FormatException {
    this.office = office;
    this.clock = clock;
    this.zone = zone;
    this.trouble = trouble;
    this.places = DeskPlaces.of(office.folder());
    this.inbox = new DirectoryInbox(office.folder().inbox());
    this.watch = watching.begin(inbox, places);
    this.gate = DeskGate.of(office.folder(), hub, clock, this::tell);
  }

  /// What watches over the desk, made for its inbox and places.
  interface Watching {
    DeskWatch begin(Inbox inbox, DeskPlaces places) throws IOException;
  }

  /// The same for a desk that sends itself no test reports and has no program to ring.
  static DeskAtWork begin(Office office, URI hub, ZoneOffset zone, InstantSource clock, PrintWriter trouble) throws IOException {
    Bell bell = new Bell(trouble, Optional.empty());
    return begin(office, hub, zone, clock, trouble, (inbox, _) -> new DeskWatch(office, inbox, clock, bell, zone, Optional.empty()));
  }

  /// Begins the desk's work; an office that is locked waits for a member to unlock it in the console.
  static DeskAtWork begin(Office office, URI hub, ZoneOffset zone, InstantSource clock, PrintWriter trouble, Watching watching) throws IOException {
    DeskAtWork work;
    try {
      work = new DeskAtWork(office, hub, zone, clock, trouble, watching);
    } catch (FormatException e) {
      throw CommandFailure.failed("the gate's key is damaged; bring a copy of gate.key, or begin a new desk");
    }
    PlacesOptions.tell(work.places.own().rejects(), trouble);
    work.sitDownAtTerminal();
    work.gate.begin(work::openWhatWaits);
    ScheduledFuture<?> _ = work.lookout.scheduleWithFixedDelay(work::lookOut, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    ScheduledFuture<?> _ = work.timer.scheduleWithFixedDelay(work::minute, 0, Terms.TICK.toSeconds(), TimeUnit.SECONDS);
    return work;
  }

  private synchronized void sitDownAtTerminal() throws IOException {
    Optional<Pseudonym> member = office.readsBy();
    if (member.isPresent()) {
      seats.takeAtTerminal(member.get(), HighWaterClock.count(clock).instant());
      watch.looked();
      unlocked = Optional.of(DeskUnlocked.begin(office, inbox, places, zone, watch.tests(), clock.instant()));
    }
  }

  /// Opens the console for members who unlock here, and returns its port.
  int openConsole(int port, LikelihoodTable likelihoods) {
    ConsoleConfig config = new ConsoleConfig(
        port, office.file().name(), zone, this::unlock, KindsFile.builtIn(), places.gazetteer(), places.outline(), likelihoods, ConsoleConfig.IDLE,
        HighWaterClock.count(clock));
    try {
      Console open = Console.open(this::desk, config, clock);
      console = Optional.of(open);
      return open.port();
    } catch (UncheckedIOException e) {
      throw CommandFailure.taken(port, "--port");
    }
  }

  synchronized boolean isLocked() {
    return unlocked.isEmpty();
  }

  synchronized long opened() {
    return openedBefore + unlocked.map(DeskUnlocked::opened).orElse(0L);
  }

  private synchronized Optional<Desk> desk() {
    return unlocked.map(DeskUnlocked::desk);
  }

  private Optional<Session> unlock(String member, String passphrase) {
    char[] secret = passphrase.toCharArray();
    try {
      return sitDown(new Pseudonym(member), secret) ? Optional.of(new Seat(this, new Pseudonym(member))) : Optional.empty();
    } catch (FormatException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (OlderJournalException | BrokenJournalException e) {
      throw new NotOpenedException("The desk stays locked: " + e.getMessage() + ".");
    } catch (IOException e) {
      throw new IllegalStateException("the desk could not be opened", e);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private synchronized boolean sitDown(Pseudonym member, char[] passphrase) throws IOException, FormatException {
    Optional<Pseudonym> before = office.readsBy();
    if (closed.get() || !office.unlock(member, passphrase)) {
      return false;
    }
    seats.take(member);
    try {
      watch.looked();
      if (unlocked.isEmpty() || !before.equals(office.readsBy())) { // also where it could not be read before
        readAnew();
      }
    } catch (IOException | RuntimeException e) {
      standUp(member); // nobody sits in a seat that no session leaves
      throw e;
    }
    openWhatWaits();
    return true;
  }

  /// What waits was sealed while nobody was here; whoever unlocks does not wait for the next minute.
  private void openWhatWaits() {
    try {
      timer.execute(this::minute);
    } catch (RejectedExecutionException _) {
      // the desk is being closed
    }
  }

  /// What stands above every page.
  List<String> notices() {
    return Stream.of(gate.notice(zone).stream(), watch.notices().stream(), waitingRevocations().stream()).flatMap(lines -> lines).toList();
  }

  DeskWatch watch() {
    return watch;
  }

  DeskMembers members(Pseudonym member) {
    return new DeskMembers(office, member, this);
  }

  synchronized boolean confirm(Pseudonym member, Instant said) {
    return !office.isLocked() && office.confirmTime(member, said);
  }

  private synchronized List<String> waitingRevocations() {
    return office.isLocked()
        ? List.of()
        : office.members().suspended().stream()
            .map(one -> "%s is suspended by %s. It is final on %s; until then any member may take them back, on the page Members."
                .formatted(one.member().pseudonym(), one.by(), MOMENT.format(one.end().atOffset(zone))))
            .toList();
  }

  /// The suspended member's seats and keys are gone when it returns, and what the desk shows and publishes is by who is left.
  @Override
  public synchronized boolean revoke(Pseudonym by, Pseudonym name, boolean lost) throws IOException {
    Optional<Pseudonym> before = office.readsBy();
    if (lost) {
      office.giveNotice(by, name);
    }
    office.refusal(by, name).ifPresent(reason -> {
      throw new IllegalArgumentException(reason);
    });
    boolean last;
    try {
      last = office.revoke(by, name);
    } finally { // they are out, whatever failed afterwards
      seats.clear(name);
      if (!before.equals(office.readsBy())) {
        readAnew();
      }
    }
    if (before.equals(office.readsBy())) {
      publish(); // a new sealer page, and the notice
    }
    return last;
  }

  @Override
  public synchronized void restore(Pseudonym by, Pseudonym name) throws IOException {
    office.restore(by, name);
    publish();
  }

  /// By an unlocked member, or where a panic from a shell is seen: memory forgets, nothing is written any more, and the desk ends a moment later, when its
  /// answer is out.
  int panic() throws IOException {
    try {
      return office.panic();
    } finally {
      gate.close(); // after the files, for it may take a moment; it too holds keys
      synchronized (this) {
        unlocked = Optional.empty();
        seats.clear();
      }
      ScheduledFuture<?> _ = lookout.schedule(ended::countDown, 1, TimeUnit.SECONDS);
    }
  }

  /// On a thread of its own, for nothing may delay it.
  private void lookOut() {
    if (office.folder().isDestroyed() && !panicked.getAndSet(true)) {
      attempt("not every file could be destroyed; switch the machine off and destroy its disk", this::panic);
    }
  }

  /// Waits until the desk was closed or destroyed; false where neither came in time.
  boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
    return ended.await(time, unit);
  }

  private void publish() throws IOException {
    if (unlocked.isPresent()) {
      unlocked.get().publish(clock.instant());
    }
  }

  synchronized void standUp(Pseudonym member) {
    if (!seats.leave(member) || office.isLocked()) {
      return;
    }
    Optional<Pseudonym> before = office.readsBy();
    try {
      office.lock(member);
    } finally { // their keys are gone, whatever failed, and what they saw goes too
      if (!before.equals(office.readsBy())) {
        attempt("the desk could not be read by who is left; lock it and unlock it again", () -> {
          readAnew();
          return true;
        });
      }
    }
  }

  /// The desk sees by whoever reads from furthest back; when that changes, it is read anew, and when nobody is left it is gone.
  private void readAnew() throws IOException {
    openedBefore = opened();
    unlocked = Optional.empty();
    if (!office.isLocked()) {
      unlocked = Optional.of(DeskUnlocked.begin(office, inbox, places, zone, watch.tests(), clock.instant()));
    }
  }

  private static ScheduledExecutorService timer(String name) {
    return Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  synchronized void minute() {
    attempt("the desk could not be locked; stop it with Ctrl-C", this::leaveTerminal);
    attempt("looking after the clock, the keys that are due and the public door failed and is tried again in a minute", () -> {
      watch.minute();
      return true;
    });
    unlocked.ifPresent(work -> {
      Instant now = clock.instant();
      attempt("opening reports failed and is tried again in a minute", () -> {
        work.open(now);
        return true;
      });
      attempt("the desk's own work failed and is tried again in a minute", () -> work.attend(now));
    });
  }

  private boolean leaveTerminal() {
    Optional<Pseudonym> away = seats.leaveTerminal(HighWaterClock.count(clock).instant());
    away.ifPresent(this::standUp);
    return away.isPresent();
  }

  private interface Work {
    Object run() throws IOException;
  }

  private void attempt(String failed, Work work) {
    try {
      Object _ = work.run();
    } catch (IOException | RuntimeException e) {
      tell(failed + " (" + e.getClass().getSimpleName() + ")");
    }
  }

  private void tell(String sentence) {
    if (!closed.get()) {
      trouble.println("watchword: " + sentence);
      trouble.flush();
    }
  }

  /// Stops, and locks the desk; key files remember the journal's head.
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    ended.countDown();
    lookout.shutdownNow();
    timer.shutdownNow();
    gate.close();
    console.ifPresent(Console::close); // outside of our own lock, which its sessions take when they lock
    synchronized (this) {
      attempt("the clock was not remembered", () -> {
        watch.close();
        return true;
      });
      unlocked = Optional.empty();
      office.close();
    }
  }
}
