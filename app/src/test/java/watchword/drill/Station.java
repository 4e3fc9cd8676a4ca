package watchword.drill;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import watchword.core.kind.Kinds;
import watchword.core.report.Report;
import watchword.desk.ReportFormat;
import watchword.gate.DirectoryInbox;
import watchword.gate.Door;
import watchword.gate.Gate;
import watchword.gate.HttpDoor;
import watchword.gate.Inbox;
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
import watchword.seal.Layout;
import watchword.seal.MemoryKeyStore;
import watchword.seal.PrivateKey;
import watchword.seal.Root;
import watchword.seal.SealedReport;
import watchword.seal.SigningKey;
import watchword.seal.Term;

/// A hub on a free port, a gate with its inbox, and the keys of one day with two lanes.
final class Station implements AutoCloseable {
  static final int SLOTS = 120;
  static final int LARGE_SLOTS = 3;
  private static final Slots FEW =
      new Slots(new Layout(SLOTS, 0, 0, 0, 0), new Layout(0, 2, 1, 0, 0), new Layout(SLOTS, 0, 0, 0, 0));
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:30Z");
  private static final int LANES = 2;
  private static final int WORK_BITS = 8;

  private final SecureRandom random = new SecureRandom();
  private final Root root = Root.generate(random);
  private final SigningKey receiptKey = SigningKey.generate(random);
  private final EpochKeys keys = new EpochKeys(new MemoryKeyStore(), random, () -> now());
  private final Inbox inbox;
  private final Hub hub;
  private final HttpDoor door;
  private volatile Instant now = NOON;

  private Station(Path folder) throws IOException {
    Path bundles = Files.createDirectories(folder.resolve("bundles"));
    Path board = Files.createDirectories(folder.resolve("board"));
    Files.write(bundles.resolve("2026-11-22.bin"), bundle());
    inbox = new DirectoryInbox(folder.resolve("inbox"));
    hub = Hub.open(
        new HubConfig(folder.resolve("data"), board, bundles, new Listen.Port(0), receiptKey.verifyKey(), FEW, WORK_BITS, 4),
        this::now);
    door = new HttpDoor(address());
  }

  static Station in(Path folder) throws IOException {
    return new Station(folder);
  }

  private byte[] bundle() {
    return bundle(Term.day(Epoch.of(NOON)), WORK_BITS).write(root);
  }

  /// What an offline sealer of this day carries.
  Bundle courier() {
    return bundle(Term.courier(Epoch.of(NOON)), 0);
  }

  private Bundle bundle(Term term, int workBits) {
    EpochKeys.Issued issued = keys.issue(term, LANES, (_, key) -> key.secretSeed());
    BoardKey boardKey = new BoardKey(SigningKey.generate(random).verifyKey(), Bytes.of(new byte[8]));
    return new Bundle(LANES, workBits, term, boardKey, Bytes.of(new byte[32]), issued.gate(), issued.laneKeys(), issued.second());
  }

  private Instant now() {
    return now;
  }

  void advanceDays(int days) {
    now = now.plus(Duration.ofDays(days));
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + hub.port().orElseThrow());
  }

  Hub hub() {
    return hub;
  }

  Inbox inbox() {
    return inbox;
  }

  Door door() {
    return door;
  }

  /// A gate as after a restart: it knows what is on disk.
  Gate gate(Door way) {
    return new Gate(way, keys, receiptKey, inbox, this::now);
  }

  Senders senders(Kinds kinds) {
    return new Senders(address(), root.publicPart(), kinds, random, this::now);
  }

  /// Senders who hold another desk's root.
  Senders strangers(Kinds kinds) {
    return new Senders(address(), Root.generate(random).publicPart(), kinds, random, this::now);
  }

  /// Opens everything in the inbox with its lane's key, as an unlocked desk does.
  List<Report> read(Kinds kinds) throws IOException, FormatException {
    ReportFormat format = new ReportFormat(kinds);
    List<Report> reports = new ArrayList<>();
    for (int lane = 0; lane < LANES; lane++) {
      byte[] seed = keys.find(KeyName.lane(Epoch.of(NOON), lane)).orElseThrow().secret();
      try (PrivateKey key = PrivateKey.of(seed)) {
        for (Inbox.Item item : inbox.list(lane)) {
          byte[] content = SealedReport.openInner(inbox.read(item), key).orElseThrow();
          reports.add(format.read(content).report());
        }
      } finally {
        Arrays.fill(seed, (byte) 0);
      }
    }
    return reports;
  }

  @Override
  public void close() throws IOException {
    door.close();
    hub.close();
  }
}
