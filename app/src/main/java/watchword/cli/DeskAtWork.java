package watchword.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import watchword.archive.KindsFile;
import watchword.console.Console;
import watchword.console.ConsoleConfig;
import watchword.console.Session;
import watchword.core.bulletin.Bulletin;
import watchword.core.bulletin.BulletinId;
import watchword.core.decision.Policy;
import watchword.core.kind.Kinds;
import watchword.desk.Desk;
import watchword.desk.DeskFolder;
import watchword.desk.Models;
import watchword.desk.Office;
import watchword.desk.Opening;
import watchword.gate.DirectoryInbox;
import watchword.gate.Gate;
import watchword.gate.HttpDoor;
import watchword.gate.Inbox;
import watchword.member.Pseudonym;
import watchword.seal.DirectoryKeyStore;
import watchword.seal.EpochKeys;
import watchword.seal.FormatException;
import watchword.seal.SigningKey;
import watchword.seal.Terms;

/// What a desk does by itself: collect, open, tick, renew, publish; wired by hand.
final class DeskAtWork implements AutoCloseable {

  private static final Duration RENEWAL = Duration.ofHours(1);

  private final Office office;
  private final Desk desk;
  private final Opening opening;
  private final Inbox inbox;
  private final HttpDoor door;
  private final SigningKey gateKey;
  private final Gate gate;
  private final DeskBoard board;
  private final InstantSource clock;
  private final ZoneOffset zone;
  private final PrintWriter trouble;
  private final AtomicLong opened = new AtomicLong();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("desk").factory());
  private Optional<Console> console = Optional.empty();
  private Instant renewed;
  private List<Bulletin> shown = List.of();
  private boolean closed;

  private DeskAtWork(Office office, URI hub, ZoneOffset zone, InstantSource clock, PrintWriter trouble) throws IOException, FormatException {
    Kinds kinds = KindsFile.builtIn();
    SecureRandom random = new SecureRandom();
    this.office = office;
    this.clock = clock;
    this.zone = zone;
    this.trouble = trouble;
    this.renewed = clock.instant();
    this.board = new DeskBoard(office, zone);
    this.desk = office.desk(new Desk.Setup(Models.standard(Policy.DEFAULT), Policy.DEFAULT, board.places().gazetteer(), zone, () -> bulletinId(random)));
    this.opening = new Opening(office, desk, kinds);
    this.inbox = new DirectoryInbox(office.folder().inbox());
    this.door = new HttpDoor(hub);
    this.gateKey = gateKey(office.folder());
    this.gate = new Gate(door, new EpochKeys(new DirectoryKeyStore(office.folder().keys()), random, clock), gateKey, inbox, clock);
  }

  static DeskAtWork begin(Office office, URI hub, ZoneOffset zone, InstantSource clock, PrintWriter trouble) throws IOException {
    DeskAtWork work;
    try {
      office.renew();
      work = new DeskAtWork(office, hub, zone, clock, trouble);
    } catch (FormatException e) {
      throw CommandFailure.failed("the gate's key is damaged");
    }
    PlacesOptions.tell(work.board.places().own().rejects(), trouble);
    work.publish(clock.instant());
    ScheduledFuture<?> _ = work.timer.scheduleWithFixedDelay(work::minute, 0, Terms.TICK.toSeconds(), TimeUnit.SECONDS);
    return work;
  }

  /// Opens the console for members who unlock here, and returns its port.
  int openConsole(int port) {
    ConsoleConfig config = ConsoleConfig.of(port, office.file().name(), zone, this::unlock, KindsFile.builtIn(), board.places().gazetteer())
        .over(board.places().outline());
    Console open = Console.open(desk, config, clock);
    console = Optional.of(open);
    return open.port();
  }

  long opened() {
    return opened.get();
  }

  private Optional<Session> unlock(String member, String passphrase) {
    char[] secret = passphrase.toCharArray();
    try {
      return office.unlock(new Pseudonym(member), secret) ? Optional.of(Session.of(member)) : Optional.empty();
    } catch (FormatException | IllegalArgumentException e) {
      return Optional.empty();
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  /// Each part by itself: a hub that does not answer keeps nobody from publishing.
  private void minute() {
    Instant now = clock.instant();
    attempt("collecting from the hub failed and is tried again in a minute", gate::collect);
    attempt("opening reports failed and is tried again in a minute", () -> open(now));
    attempt("the desk's own work failed and is tried again in a minute", () -> attend(now));
  }

  private interface Work {
    Object run() throws IOException;
  }

  private void attempt(String failed, Work work) {
    try {
      Object _ = work.run();
    } catch (IOException | RuntimeException e) {
      trouble.println("watchword: " + failed + " (" + e.getClass().getSimpleName() + ")");
      trouble.flush();
    }
  }

  private int open(Instant now) throws IOException {
    int taken = 0;
    for (int lane = 0; lane < office.file().lanes(); lane++) {
      for (Inbox.Item item : inbox.list(lane)) {
        Opening.Came came = opening.take(inbox.read(item), lane, now);
        if (came != Opening.Came.LOCKED) {
          inbox.remove(item);
          taken++;
        }
        if (came == Opening.Came.NEW) {
          opened.incrementAndGet();
        }
      }
    }
    return taken;
  }

  private boolean attend(Instant now) throws IOException {
    desk.tick(now);
    desk.housekeeping(now);
    boolean hour = !renewed.plus(RENEWAL).isAfter(now);
    if (hour) {
      office.renew();
      renewed = now;
    }
    boolean news = !desk.bulletins(now).equals(shown);
    if (news || hour) {
      publish(now);
    }
    return news;
  }

  private void publish(Instant now) throws IOException {
    shown = desk.bulletins(now);
    board.publish(shown, now);
  }

  private static BulletinId bulletinId(SecureRandom random) {
    byte[] id = new byte[8];
    random.nextBytes(id);
    return new BulletinId(HexFormat.of().formatHex(id));
  }

  private static SigningKey gateKey(DeskFolder folder) throws FormatException {
    byte[] seed = DeskOptions.bytes(folder.gateKey());
    try {
      return SigningKey.of(seed);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }

  /// Stops, and locks the desk; key files remember the journal's head.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    timer.shutdownNow();
    console.ifPresent(Console::close);
    door.close();
    gateKey.close();
    office.close();
  }
}
