package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchword.seal.Vectors.base64;
import static watchword.seal.Vectors.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Runs spec/vectors, which the browser's code runs too.
class VectorsTest {
  private static final JsonNode SEALED = Vectors.read("sealed-report.json");
  private static final JsonNode BUNDLE = Vectors.read("bundle.json");
  private static final JsonNode SENDING = Vectors.read("sending.json");
  private static final JsonNode REPORT = Vectors.read("report.json");
  private static final Map<String, Class<? extends SignedBundle.Check>> CHECKS = Map.of(
      "valid", SignedBundle.Valid.class, "expired", SignedBundle.Expired.class,
      "not yet", SignedBundle.NotYet.class, "forged", SignedBundle.Forged.class);

  /// What our messages say for each refusal the vectors name.
  private static final Map<String, String> REFUSALS = Map.of(
      "size", "not one of the five sizes", "stanza count", "stanzas, not", "stanza type", "not of type",
      "version", "version 2 is not 1", "lane", "lane 8", "changed", "age file: ",
      "padding", "pad byte", "length", "length does not fit");

  @Test
  void keys_are_what_their_seeds_give() throws FormatException {
    for (JsonNode vector : SEALED.get("keys")) {
      PublicKey made = key(vector).publicKey();
      assertThat(made.spelling()).isEqualTo(vector.get("recipient").textValue());
      assertThat(Hashes.sha256(made.raw())).hasToString(vector.get("publicKeySha256").textValue());
    }
  }

  @Test
  void sizes_hold_what_the_specification_says() {
    for (JsonNode vector : SEALED.get("sizes")) {
      SealedSize size = SealedSize.ofFile(vector.get("bytes").intValue()).orElseThrow();
      assertThat(size.capacity()).isEqualTo(vector.get("capacity").intValue());
    }
    assertThat(list(SEALED.get("sizes"))).hasSameSizeAs(SealedSize.values());
  }

  @Test
  void valid_files_open_whoever_made_them() throws FormatException {
    for (JsonNode vector : SEALED.get("valid")) {
      SealedReport.Outer outer = SealedReport.openOuter(base64(vector.get("file")), keyNamed("gate")).orElseThrow();
      assertThat(outer.lane()).isEqualTo(vector.get("lane").intValue());
      assertThat(SealedReport.openInner(outer.inner(), keyNamed("lane"))).hasValue(base64(vector.get("content")));
    }
    assertThat(list(SEALED.get("valid")).stream().map(vector -> vector.get("madeBy").textValue()))
        .contains("watchword", "age-encryption 0.3.1");
  }

  @Test
  void files_for_another_key_are_not_ours() throws FormatException {
    for (JsonNode vector : SEALED.get("notForTheGate")) {
      assertThat(SealedReport.openOuter(base64(vector.get("file")), keyNamed("gate"))).isEmpty();
    }
  }

  @Test
  void invalid_files_are_refused_at_their_layer_and_by_name() throws FormatException {
    byte[] valid = base64(SEALED.get("valid").get(0).get("file"));
    for (JsonNode vector : SEALED.get("invalid")) {
      byte[] file = Vectors.changed(vector, valid);
      String reason = REFUSALS.get(vector.get("refusal").textValue());
      if (vector.get("layer").textValue().equals("outer")) {
        assertThatThrownBy(() -> SealedReport.openOuter(file, keyNamed("gate")))
            .as(vector.get("name").textValue()).isInstanceOf(FormatException.class).hasMessageContaining(reason);
      } else {
        byte[] inner = SealedReport.openOuter(file, keyNamed("gate")).orElseThrow().inner();
        assertThatThrownBy(() -> SealedReport.openInner(inner, keyNamed("lane")))
            .as(vector.get("name").textValue()).isInstanceOf(FormatException.class).hasMessageContaining(reason);
      }
    }
  }

  @Test
  void the_bundle_says_what_the_vector_says_at_every_time() throws FormatException {
    RootPublic root = RootPublic.parse(base64(BUNDLE.get("root").get("public")));
    SignedBundle bundle = SignedBundle.parse(base64(BUNDLE.get("file")));
    JsonNode says = BUNDLE.get("says");
    assertThat(list(BUNDLE.get("root").get("fingerprint")).stream().map(JsonNode::intValue))
        .containsExactlyElementsOf(root.fingerprint());
    assertThat(bundle.claimed().term().first().date()).hasToString(says.get("date").textValue());
    assertThat(bundle.claimed().lanes()).isEqualTo(says.get("lanes").intValue());
    assertThat(bundle.claimed().boardKey().id()).hasToString(says.get("boardKeyId").textValue());
    assertThat(bundle.claimed().term().days()).isEqualTo(says.get("days").intValue());
    for (JsonNode check : BUNDLE.get("checks")) {
      assertThat(bundle.check(root, Instant.parse(check.get("now").textValue())))
          .isInstanceOf(CHECKS.get(check.get("result").textValue()));
    }
  }

  @Test
  void the_courier_bundle_holds_for_its_thirty_days() throws FormatException {
    RootPublic root = RootPublic.parse(base64(BUNDLE.get("root").get("public")));
    SignedBundle courier = SignedBundle.parse(base64(BUNDLE.get("courier").get("file")));
    assertThat(courier.claimed().term().days()).isEqualTo(BUNDLE.get("courier").get("days").intValue());
    for (JsonNode check : BUNDLE.get("courier").get("checks")) {
      assertThat(courier.check(root, Instant.parse(check.get("now").textValue())))
          .isInstanceOf(CHECKS.get(check.get("result").textValue()));
    }
  }

  @Test
  void changed_bundles_are_refused_or_forged() throws FormatException {
    RootPublic root = RootPublic.parse(base64(BUNDLE.get("root").get("public")));
    for (JsonNode vector : BUNDLE.get("changes")) {
      byte[] file = Vectors.changed(vector, base64(BUNDLE.get("file")));
      if (vector.get("result").textValue().equals("refused")) {
        assertThatThrownBy(() -> SignedBundle.parse(file)).as(vector.toString()).isInstanceOf(FormatException.class);
      } else {
        assertThat(SignedBundle.parse(file).check(root, new Epoch(20_779).begin()))
            .as(vector.toString()).isInstanceOf(SignedBundle.Forged.class);
      }
    }
  }

  @Test
  void the_statement_of_destruction_reads() throws FormatException {
    JsonNode vector = BUNDLE.get("destruction");
    VerifyKey key = new VerifyKey(Bytes.ofHex(vector.get("verifyKey").textValue()));
    byte[] text = vector.get("text").textValue().getBytes(StandardCharsets.US_ASCII);
    assertThat(Destruction.read(text, key).keys()).hasSize(5);
  }

  @Test
  void proofs_mailboxes_pull_and_receipt_hold() throws FormatException {
    for (JsonNode vector : SENDING.get("proofs")) {
      long nonce = Proof.parse(vector.get("nonce").textValue()).orElseThrow();
      Instant now = Instant.parse(vector.get("now").textValue());
      assertThat(Proof.holds(hex(vector, "fileSha256"), now, nonce, vector.get("bits").intValue())).isTrue();
    }
    for (JsonNode vector : SENDING.get("mailboxes")) {
      Mailbox mailbox = Mailbox.of(hex(vector, "secret").toArray());
      assertThat(Bytes.of(mailbox.key().secretSeed())).isEqualTo(hex(vector, "seed"));
      assertThat(Hashes.sha256(mailbox.key().publicKey().raw())).isEqualTo(hex(vector, "publicKeySha256"));
      assertThat(mailbox.tag()).isEqualTo(hex(vector, "tag"));
    }
    JsonNode pull = SENDING.get("pull");
    VerifyKey key = new VerifyKey(hex(pull, "verifyKey"));
    assertThat(Pull.accepts(pull.get("token").textValue(), key, Instant.parse(pull.get("now").textValue()))).isTrue();
    JsonNode receipt = SENDING.get("receipt");
    assertThat(Receipt.read(hex(receipt, "body").toArray(), key))
        .isEqualTo(new Receipt(hex(receipt, "generation"), hex(receipt, "sha256")));
  }

  /// Reports are read elsewhere; here only that their vectors are sound: a change applies once, and a report fits.
  @Test
  void the_vectors_of_reports_are_sound() throws FormatException {
    String base = REPORT.get("base").textValue();
    JsonNode mailbox = REPORT.get("mailbox");
    Mailbox made = Mailbox.of(hex(mailbox, "secret").toArray());
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(made.key().publicKey().raw());
    assertThat(base).contains("\"mailbox\":{\"key\":\"" + key + "\",\"tag\":\"" + made.tag() + "\"}");
    assertThat(base.getBytes(StandardCharsets.UTF_8).length).isLessThan(SealedSize.SMALL.capacity());
    for (String kind : new String[] {"valid", "invalid"}) {
      for (JsonNode vector : REPORT.get(kind)) {
        if (vector.has("replace")) {
          assertThat(base.split(Pattern.quote(vector.get("replace").get(0).textValue()), -1))
              .as(vector.get("name").textValue()).hasSize(2);
        }
      }
    }
    assertThat(list(REPORT.get("invalid"))).hasSizeGreaterThan(10).allMatch(vector -> vector.has("refusal"));
  }

  private static PrivateKey keyNamed(String name) throws FormatException {
    return key(SEALED.get("keys").get(name));
  }

  private static PrivateKey key(JsonNode vector) throws FormatException {
    return PrivateKey.of(hex(vector, "seed").toArray());
  }

  private static Bytes hex(JsonNode node, String field) {
    return Bytes.ofHex(node.get(field).textValue());
  }
}
