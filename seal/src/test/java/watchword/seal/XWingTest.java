package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchword.seal.Fixtures.noise;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.junit.jupiter.api.Test;

/// Holds our X-Wing and HPKE to published answers and to Bouncy Castle's.
class XWingTest {
  private static final byte[] INFO = Hashes.ascii("age-encryption.org/mlkem768x25519");
  private static final HPKE ORACLE =
      new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);

  @Test
  void the_first_vector_of_the_xwing_draft_gives_its_public_key() throws FormatException {
    byte[] seed = Bytes.ofHex("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26").toArray();
    assertThat(Hashes.sha256(PrivateKey.of(seed).publicKey().raw()))
        .hasToString("2e816deebcd76c5c80d0cd2d174478871658e8e2ff42bc9d4a6e486372e856bb");
  }

  @Test
  void the_identity_in_the_age_specification_gives_its_recipient() throws FormatException {
    String identity = "AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR";
    String recipient = PrivateKey.parse(identity).publicKey().spelling();
    assertThat(recipient).startsWith("age1pq1x34nzsvr0rxjsgdn8zgyhfe8j7ceq5r9rdelkjuh3y235jz");
    assertThat(Hashes.sha256(Hashes.ascii(recipient)))
        .hasToString("a091dd7e0ee9d62b75173dcc98441a0424baa941e66a8776e570a4ae60ff61ea");
  }

  /// Guards the one way to give the JDK an ML-KEM seed; [XWing] checks the same when it is loaded.
  @Test
  void the_jdk_makes_the_known_ml_kem_key_from_a_seed() throws GeneralSecurityException {
    byte[] seed = new byte[64];
    for (int i = 0; i < seed.length; i++) {
      seed[i] = (byte) i;
    }
    var oracle = new org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters(
        org.bouncycastle.crypto.params.MLKEMParameters.ml_kem_768, seed);
    byte[] made = RawKeys.ML_KEM_768.raw(RawKeys.ML_KEM_768.fromSeed(seed).getPublic());
    assertThat(made).isEqualTo(oracle.getPublicKey());
  }

  @Test
  void a_generator_that_draws_another_amount_of_seed_is_refused() {
    assertThatThrownBy(() -> RawKeys.ML_KEM_768.fromSeed(new byte[63])).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> RawKeys.ML_KEM_768.fromSeed(new byte[65])).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void bouncy_castle_makes_the_same_public_keys_from_seeds() throws FormatException {
    for (int i = 0; i < 20; i++) {
      byte[] seed = noise(32, i);
      assertThat(PrivateKey.of(seed).publicKey().raw()).isEqualTo(ORACLE.serializePublicKey(oracle(seed).getPublic()));
    }
  }

  @Test
  void bouncy_castle_opens_what_we_seal() throws FormatException, GeneralSecurityException, InvalidCipherTextException {
    for (int i = 0; i < 20; i++) {
      byte[] seed = noise(32, i);
      Hpke.Sealed sealed = Hpke.seal(PrivateKey.of(seed).publicKey(), INFO, noise(16, i));
      var context = ORACLE.setupBaseR(sealed.encapsulation(), oracle(seed), INFO);
      assertThat(context.open(new byte[0], sealed.ciphertext())).isEqualTo(noise(16, i));
    }
  }

  @Test
  void we_open_what_bouncy_castle_seals() throws FormatException, GeneralSecurityException, InvalidCipherTextException {
    for (int i = 0; i < 20; i++) {
      byte[] seed = noise(32, i);
      HPKEContextWithEncapsulation context = ORACLE.setupBaseS(oracle(seed).getPublic(), INFO);
      byte[] ciphertext = context.seal(new byte[0], noise(16, i));
      assertThat(Hpke.open(PrivateKey.of(seed), context.getEncapsulation(), INFO, ciphertext)).isEqualTo(noise(16, i));
    }
  }

  @Test
  void another_info_or_key_or_a_changed_encapsulation_does_not_open() throws GeneralSecurityException {
    Hpke.Sealed sealed = Hpke.seal(Fixtures.key(1).publicKey(), INFO, new byte[16]);
    byte[] changed = sealed.encapsulation().clone();
    changed[5] ^= 1;
    assertThatThrownBy(() -> Hpke.open(Fixtures.key(1), changed, INFO, sealed.ciphertext()))
        .isInstanceOf(AEADBadTagException.class);
    assertThatThrownBy(() -> Hpke.open(Fixtures.key(2), sealed.encapsulation(), INFO, sealed.ciphertext()))
        .isInstanceOf(AEADBadTagException.class);
    assertThatThrownBy(() -> Hpke.open(Fixtures.key(1), sealed.encapsulation(), new byte[1], sealed.ciphertext()))
        .isInstanceOf(AEADBadTagException.class);
  }

  @Test
  void a_share_of_low_order_is_refused() throws GeneralSecurityException {
    Hpke.Sealed sealed = Hpke.seal(Fixtures.key(1).publicKey(), INFO, new byte[16]);
    byte[] lowOrder = sealed.encapsulation().clone();
    Arrays.fill(lowOrder, XWing.MLKEM_CIPHERTEXT_LENGTH, lowOrder.length, (byte) 0);
    assertThatThrownBy(() -> Hpke.open(Fixtures.key(1), lowOrder, INFO, sealed.ciphertext()))
        .isInstanceOf(InvalidKeyException.class);
  }

  private static AsymmetricCipherKeyPair oracle(byte[] seed) {
    return ORACLE.deserializePrivateKey(seed, null); // X-Wing derives the public key itself
  }
}
