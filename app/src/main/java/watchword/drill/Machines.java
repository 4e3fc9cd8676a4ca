package watchword.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import watchword.board.Assets;
import watchword.board.Board;
import watchword.board.Minisign;
import watchword.desk.Continuation;
import watchword.desk.DropBox;
import watchword.desk.Letters;
import watchword.desk.Photo;
import watchword.desk.ReportFormat;
import watchword.gate.Gate;
import watchword.gate.HttpDoor;
import watchword.gate.Inbox;
import watchword.gate.MemoryInbox;
import watchword.hub.Hub;
import watchword.hub.HubConfig;
import watchword.hub.Listen;
import watchword.hub.Slots;
import watchword.seal.BoardKey;
import watchword.seal.Bundle;
import watchword.seal.Bytes;
import watchword.seal.Epoch;
import watchword.seal.EpochKeys;
import watchword.seal.FormatException;
import watchword.seal.KeyName;
import watchword.seal.KeyStore;
import watchword.seal.Layout;
import watchword.seal.MemoryKeyStore;
import watchword.seal.PrivateKey;
import watchword.seal.Root;
import watchword.seal.RootPublic;
import watchword.seal.SealedReport;
import watchword.seal.SigningKey;
import watchword.seal.Term;

/// A hub, a gate and a board's folder on this machine, with keys that are thrown away at the end.
///
/// Everything is real but the keys' lives: sealed reports travel over HTTP, are forgotten by the hub on the gate's receipt, and opened layer by layer.
/// The gate has no process of its own here, as a desk's has: hub and keys share this one anyway, and an evening begins without waiting for another JVM.
final class Machines implements AutoCloseable {

  private static final int LANES = 1;
  private static final int DAYS_AHEAD = 3;
  private static final int WORK_BITS = 16;

  /// A drill's photos are small and few (Snapshots); half of the slots go to anyone.
  private static final Slots SLOTS = new Slots(new Layout(64, 0, 0, 0, 0), new Layout(0, 8, 1, 0, 0), new Layout(1024, 0, 0, 0, 0));

  private static final Duration AHEAD = Duration.ofHours(11);

  private final Path home;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final SigningKey boardKey = SigningKey.generate(random);
  private final Bytes boardKeyId;
  private final EpochKeys keys;
  private final KeyStore store = new MemoryKeyStore();
  private final RootPublic rootPublic;
  private final byte[] courier;
  private final Inbox inbox = new MemoryInbox();
  private final Hub hub;
  private final HttpDoor door;
  private final Gate gate;
  private final Board board;

  Machines(Path home, int port, InstantSource clock) throws IOException {
    this.home = home;
    this.clock = clock;
    byte[] id = new byte[8];
    random.nextBytes(id);
    this.boardKeyId = Bytes.of(id);
    this.keys = new EpochKeys(store, random, clock);
    Path bundles = Files.createDirectories(home.resolve("bundles"));
    try (Root root = Root.generate(random)) {
      this.rootPublic = root.publicPart();
      for (int day = 0; day < DAYS_AHEAD; day++) {
        Epoch epoch = Epoch.of(clock.instant()).plusDays(day);
        Files.write(bundles.resolve(epoch.date() + ".bin"), bundle(Term.day(epoch), WORK_BITS).write(root));
      }
      this.courier = bundle(Term.courier(Epoch.of(clock.instant())), 0).write(root);
    }
    this.board = new Board(home.resolve("board"), Assets.fromClassPath(), Minisign.Key.of(boardKeyId.toArray(), boardKey.verifyKey().raw().toArray()), boardKey::sign, InstantSource.system());
    SigningKey receiptKey = SigningKey.generate(random);
    this.hub = Hub.open(
        new HubConfig(home.resolve("hub"), board.current(), bundles, new Listen.Port(port), receiptKey.verifyKey(), SLOTS, WORK_BITS, HubConfig.STANDARD_MAX_WAITING),
        clock);
    this.door = new HttpDoor(address());
    this.gate = new Gate(door, keys, receiptKey, inbox, clock);
  }

  private Bundle bundle(Term term, int workBits) {
    EpochKeys.Issued issued = keys.issue(term, LANES, (name, key) -> key.secretSeed());
    byte[] head = new byte[32];
    random.nextBytes(head);
    return new Bundle(LANES, workBits, issued.term(), new BoardKey(boardKey.verifyKey(), boardKeyId), Bytes.of(head), issued.gate(), issued.laneKeys(), issued.second());
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + hub.port().orElseThrow());
  }

  /// The bundle that the board's offline sealer carries.
  byte[] courier() {
    return courier.clone();
  }

  RootPublic root() {
    return rootPublic;
  }

  Board board() {
    return board;
  }

  /// The hub's small tick; what waits is then the gate's to take.
  void tickSmall() throws IOException {
    hub.tickSmall();
  }

  void tickLarge() throws IOException {
    hub.tickLarge();
  }

  /// What the senders wrote.
  record Collected(List<ReportFormat.Opened> reports, List<Photo> photos, List<Continuation> continuations) {}

  /// Collects what waits at the hub, and opens both layers.
  Collected collect(ReportFormat format) throws IOException {
    gate.collect();
    Collected collected = new Collected(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Inbox.Item item : inbox.list(0)) {
      open(inbox.read(item)).ifPresent(content -> read(format, content, collected));
      inbox.remove(item);
    }
    return collected;
  }

  /// Where replies are put for the hub, signed by the board's key.
  DropBox drops(Letters letters) {
    return new DropBox(home.resolve("bundles"), letters, random, boardKey::sign);
  }

  /// A page takes no drop from further ahead of its clock; a drill's evening may run there.
  Instant dropTime(Instant now) {
    Instant latest = clock.instant().plus(AHEAD);
    return now.isBefore(latest) ? now : latest;
  }

  private Optional<byte[]> open(byte[] inner) {
    for (Term term : keys.gateTerms()) {
      Optional<KeyStore.Entry> entry = keys.find(KeyName.lane(term, 0));
      if (entry.isPresent()) {
        try (PrivateKey lane = PrivateKey.of(entry.get().secret())) {
          Optional<byte[]> content = SealedReport.openInner(inner, lane);
          if (content.isPresent()) {
            return content;
          }
        } catch (FormatException e) {
          return Optional.empty(); // whoever sealed it sealed nonsense
        }
      }
    }
    return Optional.empty();
  }

  private static void read(ReportFormat format, byte[] content, Collected collected) {
    try {
      if (Photo.isOne(content)) {
        collected.photos().add(Photo.read(content));
      } else if (Continuation.is(content)) {
        collected.continuations().add(Continuation.read(content));
      } else {
        collected.reports().add(format.read(content));
      }
    } catch (FormatException _) {
      // a well sealed envelope may hold anything
    }
  }

  /// The words of the root's fingerprint.
  List<String> words(List<String> dictionary) {
    return rootPublic.fingerprint().stream().map(dictionary::get).toList();
  }

  String rootHex() {
    return HexFormat.of().formatHex(rootPublic.raw());
  }

  /// Stops the hub and removes everything that was made.
  @Override
  public void close() throws IOException {
    door.close();
    hub.close();
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(Machines::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
