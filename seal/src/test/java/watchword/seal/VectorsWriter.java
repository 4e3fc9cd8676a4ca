package watchword.seal;

import static watchword.seal.Fixtures.bundle;
import static watchword.seal.Fixtures.bytes;
import static watchword.seal.Fixtures.key;
import static watchword.seal.Fixtures.noise;
import static watchword.seal.Fixtures.root;
import static watchword.seal.Fixtures.signingKey;
import static watchword.seal.Vectors.base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Writes spec/vectors anew: `mvn -pl seal -am test -Dtest=VectorsWriter -Dwatchword.vectors=write`.
///
/// Files made by other implementations, told by their `madeBy`, are kept. Run it only when a format changes: sealing is
/// random, so every file differs after it.
@EnabledIfSystemProperty(named = "watchword.vectors", matches = "write")
class VectorsWriter {
  private static final String US = "watchword";
  private static final PrivateKey GATE = key(1);
  private static final PrivateKey LANE = key(2);
  private static final PrivateKey SECOND = key(3);
  private static final byte[] WORDS = Hashes.ascii("watchword.report/1\n{\"a report would stand\":\"here\"}");

  @Test
  void sealed_report() {
    ObjectNode vectors = Vectors.JSON.createObjectNode();
    vectors.put("about", "Sealed reports, spec/sealed-report.md. Seeds in hex, files and contents in base64.");
    ObjectNode keys = vectors.putObject("keys");
    describe(keys.putObject("gate"), GATE);
    describe(keys.putObject("lane"), LANE);
    describe(keys.putObject("second"), SECOND);
    for (SealedSize size : SealedSize.values()) {
      vectors.withArray("sizes").addObject().put("bytes", size.bytes()).put("capacity", size.capacity());
    }
    ArrayNode valid = vectors.putArray("valid");
    valid(valid, "words in lane 0", 0, WORDS);
    valid(valid, "nothing in lane 7", 7, new byte[0]);
    valid(valid, "as much as fits in lane 1", 1, noise(SealedSize.SMALL.capacity(), 1));
    keepForeign(valid, Vectors.read("sealed-report.json").path("valid"));
    vectors.putArray("notForTheGate").addObject()
        .put("name", "a dummy").put("file", base64(Dummy.envelope(SealedSize.SMALL)));
    invalidOuter(vectors.putArray("invalid"));
    invalidInner(vectors.withArray("invalid"));
    Vectors.write("sealed-report.json", vectors);
  }

  private static void describe(ObjectNode node, PrivateKey key) {
    node.put("seed", HexFormat.of().formatHex(key.secretSeed()));
    node.put("recipient", key.publicKey().spelling());
    node.put("publicKeySha256", Hashes.sha256(key.publicKey().raw()).toString());
  }

  private static void valid(ArrayNode valid, String name, int lane, byte[] content) {
    byte[] file = SealedReport.seal(
        content, GATE.publicKey(), lane, LANE.publicKey(), SECOND.publicKey(), SealedSize.SMALL);
    valid.addObject().put("name", name).put("madeBy", US).put("lane", lane)
        .put("content", base64(content)).put("file", base64(file));
  }

  private static void keepForeign(ArrayNode valid, JsonNode before) {
    for (JsonNode vector : before) {
      if (!vector.path("madeBy").asText().equals(US)) {
        valid.add(vector);
      }
    }
  }

  private static void invalidOuter(ArrayNode invalid) {
    byte[] twoStanzas = new byte[AgeFile.plaintextLength(SealedSize.SMALL.bytes(), 2)];
    refused(invalid, "outer", "two stanzas", "stanza count",
        AgeFile.seal(twoStanzas, List.of(GATE.publicKey(), LANE.publicKey())));
    refused(invalid, "outer", "version 2", "version", outer(2, 0, new byte[SealedSize.SMALL.innerFile()]));
    refused(invalid, "outer", "lane 8", "lane", outer(1, 8, new byte[SealedSize.SMALL.innerFile()]));
    refused(invalid, "outer", "a file of 1 byte", "size", new byte[1]);
    changed(invalid, "the age version line", 21, '\r', "changed");
    changed(invalid, "the stanza's type", 25, 'M', "stanza type");
    changed(invalid, "the mac line", 1_600, '*', "changed");
    changed(invalid, "the nonce", 1_630, 0, "changed");
    changed(invalid, "the payload", 9_000, 0, "changed");
    changed(invalid, "the last byte", 16_383, 0, "changed");
  }

  private static void invalidInner(ArrayNode invalid) {
    byte[] padded = new byte[SealedSize.SMALL.padded()];
    padded[padded.length - 1] = 1;
    refused(invalid, "inner", "a pad byte of 1", "padding", outer(1, 0, inner(padded, LANE, SECOND)));
    byte[] tooLong = ByteBuffer.allocate(SealedSize.SMALL.padded()).putInt(SealedSize.SMALL.capacity() + 1).array();
    refused(invalid, "inner", "a length beyond the end", "length", outer(1, 0, inner(tooLong, LANE, SECOND)));
    byte[] one = new byte[AgeFile.plaintextLength(SealedSize.SMALL.innerFile(), 1)];
    refused(invalid, "inner", "one stanza", "stanza count", outer(1, 0, inner(one, LANE)));
  }

  private static void refused(ArrayNode invalid, String layer, String name, String refusal, byte[] file) {
    invalid.addObject().put("name", name).put("layer", layer).put("refusal", refusal).put("file", base64(file));
  }

  /// A vector that sets one byte of the first valid file.
  private static void changed(ArrayNode invalid, String name, int at, int value, String refusal) {
    invalid.addObject().put("name", name).put("layer", "outer").put("refusal", refusal).put("at", at).put("set", value);
  }

  private static byte[] outer(int version, int lane, byte[] inner) {
    byte[] plaintext =
        ByteBuffer.allocate(SealedSize.OUTER_PREFIX + inner.length).put((byte) version).put((byte) lane).put(inner).array();
    return AgeFile.seal(plaintext, List.of(GATE.publicKey()));
  }

  private static byte[] inner(byte[] padded, PrivateKey... recipients) {
    return AgeFile.seal(padded, Arrays.stream(recipients).map(PrivateKey::publicKey).toList());
  }

  @Test
  void bundle_of_a_day() {
    Epoch day = new Epoch(20_779);
    Root root = root(40);
    Bundle bundle = bundle(day);
    ObjectNode vectors = Vectors.JSON.createObjectNode();
    vectors.put("about", "A bundle, spec/bundle.md. Hex, but files and the root's public keys in base64.");
    ObjectNode rootNode = vectors.putObject("root");
    rootNode.put("secret", HexFormat.of().formatHex(root.secret()));
    rootNode.put("public", base64(root.publicPart().raw()));
    root.publicPart().fingerprint().forEach(index -> rootNode.withArray("fingerprint").add(index));
    ObjectNode says = vectors.putObject("says");
    says.put("lanes", bundle.lanes()).put("workBits", bundle.workBits());
    says.put("epochDay", day.day()).put("date", day.date().toString()).put("days", bundle.term().days());
    says.put("boardKey", bundle.boardKey().key().raw().toString()).put("boardKeyId", bundle.boardKey().id().toString());
    says.put("journalHead", bundle.journalHead().toString());
    says.put("gateSha256", sha256(bundle.gate()));
    bundle.laneKeys().forEach(key -> says.withArray("lanesSha256").add(sha256(key)));
    says.put("secondSha256", sha256(bundle.second()));
    vectors.put("file", base64(bundle.write(root)));
    checks(vectors.putArray("checks"), "2026-11-23");
    courier(vectors.putObject("courier"), root);
    changes(vectors.putArray("changes"));
    destruction(vectors.putObject("destruction"), bundle);
    Vectors.write("bundle.json", vectors);
  }

  private static void courier(ObjectNode node, Root root) {
    Bundle courier = bundle(Term.courier(new Epoch(20_779)));
    node.put("days", courier.term().days()).put("destroyAt", courier.term().destroyAt().toString());
    node.put("file", base64(courier.write(root)));
    checks(node.putArray("checks"), "2026-12-22");
  }

  private static void checks(ArrayNode checks, String dayAfter) {
    String[][] expected = {
      {"2026-11-21T11:59:59Z", "not yet"}, {"2026-11-21T12:00:00Z", "valid"}, {"2026-11-22T10:00:00Z", "valid"},
      {dayAfter + "T12:00:00Z", "valid"}, {dayAfter + "T12:00:01Z", "expired"}
    };
    for (String[] check : expected) {
      checks.addObject().put("now", check[0]).put("result", check[1]);
    }
  }

  private static void changes(ArrayNode changes) {
    change(changes, "another magic", 0, 'W', "refused");
    change(changes, "version 2", 16, 2, "refused");
    change(changes, "no lanes", 17, 0, "refused");
    change(changes, "nine lanes", 17, 9, "refused");
    change(changes, "25 work bits", 18, 25, "refused");
    change(changes, "byte 19", 19, 1, "refused");
    change(changes, "a day in the year 5 million", 20, 127, "refused");
    change(changes, "two days", 27, 2, "refused");
    change(changes, "a courier's thirty days, with work to do", 27, 30, "refused");
    change(changes, "padding", 13_500, 1, "refused");
    change(changes, "one lane more", 17, 3, "forged");
    change(changes, "less work", 18, 0, "forged");
    change(changes, "the board key", 30, 0, "forged");
    change(changes, "the Ed25519 signature", 13_910, 0, "forged");
    change(changes, "the ML-DSA-44 signature", 14_000, 0, "forged");
  }

  private static void change(ArrayNode changes, String name, int at, int value, String result) {
    changes.addObject().put("name", name).put("at", at).put("set", value).put("result", result);
  }

  private static void destruction(ObjectNode node, Bundle bundle) {
    Term courier = Term.courier(new Epoch(bundle.term().first().day() - 29));
    Destruction statement = new Destruction(bundle.term().destroyAt(), List.of(
        Destruction.Key.of(KeyName.gate(courier), bundle.gate()),
        Destruction.Key.of(KeyName.lane(courier, 0), bundle.laneKeys().getFirst()),
        Destruction.Key.of(KeyName.gate(bundle.term()), bundle.gate()),
        Destruction.Key.of(KeyName.lane(bundle.term(), 0), bundle.laneKeys().getFirst()),
        Destruction.Key.of(KeyName.lane(bundle.term(), 1), bundle.laneKeys().get(1))));
    node.put("verifyKey", signingKey(5).verifyKey().raw().toString());
    node.put("text", new String(statement.write(signingKey(5)), StandardCharsets.US_ASCII));
  }

  private static String sha256(PublicKey key) {
    return Hashes.sha256(key.raw()).toString();
  }

  @Test
  void sending() {
    Instant now = Instant.parse("2026-11-22T10:30:30Z");
    ObjectNode vectors = Vectors.JSON.createObjectNode();
    vectors.put("about", "Proof of work, mailbox, pull and receipt. All bytes in hex.");
    for (int bits : new int[] {1, 8, 16}) {
      byte[] file = noise(1_000, bits);
      vectors.withArray("proofs").addObject()
          .put("fileSha256", Hashes.sha256(file).toString()).put("now", now.toString()).put("bits", bits)
          .put("nonce", Proof.spell(Proof.make(file, now, bits)));
    }
    for (int i = 0; i < 3; i++) {
      mailbox(vectors.withArray("mailboxes").addObject(), i == 0 ? new byte[16] : noise(16, i));
    }
    vectors.putObject("pull")
        .put("verifyKey", signingKey(5).verifyKey().raw().toString()).put("now", now.toString())
        .put("token", Pull.token(signingKey(5), now));
    Receipt receipt = new Receipt(Bytes.of(bytes(16, 1)), Bytes.of(bytes(32, 2)));
    vectors.putObject("receipt")
        .put("verifyKey", signingKey(5).verifyKey().raw().toString())
        .put("generation", receipt.generation().toString()).put("sha256", receipt.sha256().toString())
        .put("body", HexFormat.of().formatHex(receipt.write(signingKey(5))));
    Vectors.write("sending.json", vectors);
  }

  private static void mailbox(ObjectNode node, byte[] secret) {
    try (Mailbox mailbox = Mailbox.of(secret)) {
      node.put("secret", HexFormat.of().formatHex(secret));
      node.put("seed", HexFormat.of().formatHex(mailbox.key().secretSeed()));
      node.put("publicKeySha256", sha256(mailbox.key().publicKey()));
      node.put("tag", mailbox.tag().toString());
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }
}
