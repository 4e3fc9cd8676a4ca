package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchword.seal.Fixtures.bytes;
import static watchword.seal.Fixtures.key;
import static watchword.seal.Fixtures.noise;
import static watchword.seal.Fixtures.signingKey;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pull, receipt, proof of work and mailbox: the small formats between the parties.
class SendingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:30:30Z");
  private static final SigningKey GATE = signingKey(5);

  @ParameterizedTest
  @CsvSource({"0, true", "120, true", "-120, true", "150, false", "-180, false"})
  void a_pull_is_accepted_within_two_minutes(int secondsLater, boolean accepted) {
    String token = Pull.token(GATE, NOW);
    assertThat(token).hasSize(86);
    assertThat(Pull.accepts(token, GATE.verifyKey(), NOW.plusSeconds(secondsLater))).isEqualTo(accepted);
  }

  @Test
  void a_pull_of_another_key_or_spelling_is_not_accepted() {
    String token = Pull.token(GATE, NOW);
    assertThat(Pull.accepts(token, signingKey(6).verifyKey(), NOW)).isFalse();
    assertThat(Pull.accepts(token + "==", GATE.verifyKey(), NOW)).isFalse();
    assertThat(Pull.accepts("", GATE.verifyKey(), NOW)).isFalse();
    assertThat(Pull.accepts("ä", GATE.verifyKey(), NOW)).isFalse();
    String lastBits = token.substring(0, 85) + (char) (token.charAt(85) + 1);
    assertThat(Pull.accepts(lastBits, GATE.verifyKey(), NOW)).isFalse();
  }

  @Test
  void a_receipt_read_back_is_the_same_and_any_change_is_refused() throws FormatException {
    Receipt receipt = new Receipt(Bytes.of(bytes(16, 1)), Bytes.of(bytes(32, 2)));
    byte[] body = receipt.write(GATE);
    assertThat(body).hasSize(132).startsWith(Hashes.ascii("watchword.receipt/1\n"));
    assertThat(Receipt.read(body, GATE.verifyKey())).isEqualTo(receipt);
    for (int i = 0; i < body.length; i++) {
      byte[] changed = body.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> Receipt.read(changed, GATE.verifyKey())).isInstanceOf(FormatException.class);
    }
    assertThatThrownBy(() -> Receipt.read(Arrays.copyOf(body, 131), GATE.verifyKey()))
        .hasMessage("receipt: 131 bytes, not 132");
  }

  @Test
  void a_proof_holds_for_its_file_and_hour_with_one_hour_of_grace() {
    byte[] file = noise(1_000, 1);
    long nonce = Proof.make(file, NOW, 12);
    Bytes hash = Hashes.sha256(file);
    assertThat(Proof.holds(hash, NOW, nonce, 12)).isTrue();
    assertThat(Proof.holds(hash, NOW.plusSeconds(3_600), nonce, 12)).isTrue();
    assertThat(Proof.holds(hash, NOW.minusSeconds(3_600), nonce, 12)).isTrue();
    assertThat(Proof.holds(hash, NOW.plusSeconds(7_200), nonce, 12)).isFalse();
    assertThat(Proof.holds(Hashes.sha256(noise(1_000, 2)), NOW, nonce, 12)).isFalse();
    assertThat(Proof.holds(hash, NOW, Proof.NONE, 0)).isFalse();
  }

  @Test
  void a_proof_is_the_hash_the_specification_says() {
    byte[] file = noise(1_000, 3);
    long nonce = Proof.make(file, NOW, 10);
    byte[] block = ByteBuffer.allocate(44)
        .put(Hashes.sha256(file).toArray()).putInt((int) (NOW.getEpochSecond() / 3_600)).putLong(nonce).array();
    String bits = new BigInteger(1, Hashes.sha256(block).toArray()).toString(2);
    assertThat(256 - bits.length()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void a_nonce_is_sixteen_lower_case_digits() {
    assertThat(Proof.spell(Proof.NONE)).isEqualTo("0000000000000000");
    assertThat(Proof.parse(Proof.spell(-2))).hasValue(-2L);
    for (String wrong :
        new String[] {"", "0", "000000000000000G", "00000000000000AB", "00000000000000000", "+00000000000000a"}) {
      assertThat(Proof.parse(wrong)).isEmpty();
    }
  }

  @Test
  void a_mailbox_is_what_hkdf_makes_of_its_secret() throws FormatException {
    byte[] secret = noise(16, 4);
    Mailbox mailbox = Mailbox.of(secret);
    assertThat(mailbox.key().secretSeed()).isEqualTo(hkdf(secret, "watchword.mailbox/1 key", 32));
    assertThat(mailbox.tag().toArray()).isEqualTo(hkdf(secret, "watchword.mailbox/1 tag", 16));
    assertThat(mailbox.key()).isNotEqualTo(key(1));
    assertThatThrownBy(() -> Mailbox.of(new byte[15])).hasMessage("mailbox secret: 15 bytes, not 16");
  }

  private static byte[] hkdf(byte[] secret, String info, int length) {
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
    generator.init(new HKDFParameters(secret, new byte[0], Hashes.ascii(info)));
    byte[] output = new byte[length];
    generator.generateBytes(output, 0, length);
    return output;
  }
}
