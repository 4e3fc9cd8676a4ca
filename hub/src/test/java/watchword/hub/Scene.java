package watchword.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import watchword.seal.Bytes;
import watchword.seal.FormatException;
import watchword.seal.GenerationHeader;
import watchword.seal.Layout;
import watchword.seal.Pull;
import watchword.seal.Receipt;
import watchword.seal.SealedSize;
import watchword.seal.SigningKey;

/// A hub in a folder of its own, with a gate's key and a small board.
final class Scene implements AutoCloseable {
  static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-22T12:00:30Z"));
  static final Slots FEW = new Slots(new Layout(8, 0, 0, 0, 0), new Layout(0, 2, 1, 0, 0), new Layout(32, 0, 0, 0, 0));
  static final String NO_WORK = "0000000000000000";

  final Path folder;
  final SigningKey gateKey = SigningKey.generate(new SecureRandom());
  final HubConfig config;
  private final Force force;
  private Hub hub;

  private Scene(Path folder, Slots slots, int workBits, int maxWaiting, Force force) throws IOException {
    this.folder = folder;
    this.force = force;
    Files.createDirectories(folder.resolve("bundles"));
    Files.createDirectories(folder.resolve("board"));
    config = new HubConfig(folder.resolve("data"), folder.resolve("board"), folder.resolve("bundles"),
        new Listen.Port(0), gateKey.verifyKey(), slots, workBits, maxWaiting);
    hub = Hub.open(config, NOON, force);
  }

  static Scene in(Path folder) throws IOException {
    return with(folder, FEW, 4);
  }

  static Scene with(Path folder, Slots slots, int maxWaiting) throws IOException {
    return with(folder, slots, maxWaiting, Force.TO_DISK);
  }

  static Scene forcing(Path folder, Force force) throws IOException {
    return with(folder, FEW, 4, force);
  }

  static Scene with(Path folder, Slots slots, int maxWaiting, Force force) throws IOException {
    return new Scene(folder, slots, 8, maxWaiting, force);
  }

  Hub hub() {
    return hub;
  }

  int port() {
    return hub.port().orElseThrow();
  }

  Wire wire() throws IOException {
    return Wire.to(port());
  }

  void restart() throws IOException {
    hub.close();
    hub = Hub.open(config, NOON, force);
  }

  Scene board(String path, String content) throws IOException {
    return board(path, content.getBytes(StandardCharsets.UTF_8));
  }

  Scene board(String path, byte[] content) throws IOException {
    Path file = folder.resolve("board").resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return this;
  }

  Wire.Answer get(String path) throws IOException {
    try (Wire wire = wire()) {
      return wire.send("GET " + path + " HTTP/1.1\nHost: hub\n\n").answer();
    }
  }

  int post(byte[] body) throws IOException {
    return post(body, NO_WORK);
  }

  int post(byte[] body, String nonce) throws IOException {
    return post(port(), body, nonce);
  }

  static int post(int port, byte[] body, String nonce) throws IOException {
    try (Wire wire = Wire.to(port)) {
      return wire.send(postHead(body.length, nonce)).send(body).answer().status();
    }
  }

  static String postHead(int length, String nonce) {
    return "POST /report/" + nonce + " HTTP/1.1\nHost: hub\nContent-Length: " + length + "\n\n";
  }

  /// Pulls the oldest generation as the gate does.
  Optional<byte[]> pull() throws IOException {
    Wire.Answer answer = get("/generation/" + Pull.token(gateKey, NOON.instant()));
    return answer.status() == 200 ? Optional.of(answer.body()) : Optional.empty();
  }

  byte[] receipt(byte[] generation) throws Exception {
    return receipt(generation, gateKey);
  }

  static byte[] receipt(byte[] generation, SigningKey gate) throws IOException {
    try {
      Bytes id = GenerationHeader.parse(Arrays.copyOf(generation, GenerationHeader.BYTES)).id();
      return new Receipt(id, Bytes.of(StaticFiles.sha256().digest(generation))).write(gate);
    } catch (FormatException e) {
      throw new IOException("the hub sent no generation", e);
    }
  }

  int postReceipt(byte[] receipt) throws IOException {
    try (Wire wire = wire()) {
      return wire.send("POST /receipt HTTP/1.1\nContent-Length: " + receipt.length + "\n\n").send(receipt).answer().status();
    }
  }

  static Bytes sha256(byte[] bytes) throws Exception {
    return Bytes.of(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /// Bytes of a report's size; the hub cannot look inside one, so any will do.
  static byte[] report(SealedSize size, long seed) {
    byte[] bytes = new byte[size.bytes()];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /// Returns the slot that holds the report, −1 when none does.
  static int slotOf(byte[] report, byte[] generation, Layout layout, SealedSize size) {
    for (int i = 0; i < layout.count(size); i++) {
      int from = (int) layout.offset(size, i);
      if (Arrays.equals(generation, from, from + size.bytes(), report, 0, report.length)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    hub.close();
  }
}
