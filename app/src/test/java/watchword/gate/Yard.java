package watchword.gate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import watchword.hub.Hub;
import watchword.hub.HubConfig;
import watchword.hub.Listen;
import watchword.hub.Slots;
import watchword.seal.BoardKey;
import watchword.seal.Bundle;
import watchword.seal.Bytes;
import watchword.seal.Epoch;
import watchword.seal.EpochKeys;
import watchword.seal.KeyName;
import watchword.seal.KeyStore;
import watchword.seal.Layout;
import watchword.seal.MemoryKeyStore;
import watchword.seal.SealedReport;
import watchword.seal.SealedSize;
import watchword.seal.SigningKey;
import watchword.seal.Term;

/// A hub, today's and tomorrow's keys, and what becomes of the gates that are started here.
final class Yard implements AutoCloseable, GateChild.Listener {
  private static final Slots SLOTS = new Slots(new Layout(8, 0, 0, 0, 0), new Layout(0, 2, 1, 1, 1), new Layout(8, 0, 0, 0, 0));
  private static final int PATIENCE_SECONDS = 60;
  private static final int WAITING = 64;

  static final Duration OFTEN = Duration.ofMillis(50);
  static final GateChild.Pace QUICK = new GateChild.Pace(OFTEN, Duration.ofMinutes(1), Duration.ofMillis(100), OFTEN);

  final SecureRandom random = new SecureRandom();
  final SigningKey receiptKey = SigningKey.generate(random);
  final KeyStore store = new MemoryKeyStore();
  final EpochKeys keys = new EpochKeys(store, random, InstantSource.system());
  final Term today = Term.day(Epoch.of(Instant.now()));
  final Path inbox;
  private final Bundle bundle;
  private final Hub hub;
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

  Yard(Path folder) throws IOException {
    bundle = bundle(today);
    Bundle _ = bundle(Term.day(today.first().plusDays(1)));
    inbox = folder.resolve("inbox");
    Path bundles = Files.createDirectories(folder.resolve("bundles"));
    Path board = Files.createDirectories(folder.resolve("board"));
    hub = Hub.open(new HubConfig(folder.resolve("data"), board, bundles, new Listen.Port(0), receiptKey.verifyKey(), SLOTS, 0, WAITING), InstantSource.system());
  }

  private Bundle bundle(Term term) {
    EpochKeys.Issued issued = keys.issue(term, 1, (_, key) -> key.secretSeed());
    BoardKey boardKey = new BoardKey(SigningKey.generate(random).verifyKey(), Bytes.of(new byte[8]));
    return new Bundle(1, 0, term, boardKey, Bytes.of(new byte[32]), issued.gate(), issued.laneKeys(), issued.second());
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + hub.port().orElseThrow());
  }

  /// Someone sends a report of this size, and the hub's tick comes.
  void report(SealedSize size) throws IOException, InterruptedException {
    byte[] sealed = SealedReport.seal("two bangs by the mill".getBytes(StandardCharsets.UTF_8), bundle, 0, size);
    HttpRequest post = HttpRequest.newBuilder(address().resolve("/report/0000000000000000")).POST(HttpRequest.BodyPublishers.ofByteArray(sealed)).build();
    int answer = client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (answer != 204) {
      throw new AssertionError("the hub answered " + answer);
    }
    if (size == SealedSize.SMALL) {
      hub.tickSmall();
    } else {
      hub.tickLarge();
    }
  }

  GateChild.Setup setup(URI from, GateChild.Pace pace) {
    return new GateChild.Setup(from, inbox, keys, receiptKey, InstantSource.system(), pace);
  }

  /// A gate of this yard, of these lines or what else stands for one.
  GateChild gate(GateLine line) {
    return GateChild.begin(setup(address(), QUICK), this, line);
  }

  GateChild gate() {
    return gate(GateLine.OURS);
  }

  int waiting() throws IOException {
    return new DirectoryInbox(inbox).list(0).size();
  }

  void destroy(Term term) {
    store.destroy(KeyName.gate(term));
  }

  @Override
  public void visited(Visit visit) {
    heard.add(visit);
  }

  @Override
  public void ended(OptionalInt exitCode) {
    heard.add(exitCode);
  }

  @Override
  public void failed(Exception why) {
    heard.add(why);
  }

  /// Waits until this is heard of a gate, and passes over what came before.
  void hear(Object awaited) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Object last = "nothing";
    while (System.nanoTime() < end) {
      Object next = heard.poll(1, TimeUnit.SECONDS);
      if (awaited.equals(next)) {
        return;
      }
      last = next == null ? last : next;
    }
    throw new AssertionError("not heard: " + awaited + "; last came " + last);
  }

  /// Waits until a gate could not be started or told its keys.
  void hearFailure() throws InterruptedException {
    Object next = heard.take();
    while (!(next instanceof Exception)) {
      next = heard.take();
    }
  }

  /// A visit that brought one report out of so many slots.
  static Visit one(int slots) {
    return new Visit.Done(new Collected(1, slots, 1, 0));
  }

  static OptionalInt killed() {
    return OptionalInt.of(137);
  }

  @Override
  public void close() throws IOException {
    client.close();
    hub.close();
  }
}
