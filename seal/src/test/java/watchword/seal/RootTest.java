package watchword.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static watchword.seal.Fixtures.RANDOM;
import static watchword.seal.Fixtures.bytes;
import static watchword.seal.Fixtures.noise;
import static watchword.seal.Fixtures.root;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.junit.jupiter.api.Test;

class RootTest {

  @Test
  void a_root_read_back_from_its_secret_is_the_same() throws FormatException {
    Root root = Root.generate(RANDOM);
    assertThat(Root.parse(root.secret()).publicPart()).isEqualTo(root.publicPart());
    assertThat(RootPublic.parse(root.publicPart().raw())).isEqualTo(root.publicPart());
    assertThatThrownBy(() -> Root.parse(new byte[65])).hasMessage("root secret: version 0 is not 1");
    assertThatThrownBy(() -> Root.parse(new byte[64])).hasMessage("root secret: 64 bytes, not 65");
  }

  @Test
  void bouncy_castle_makes_the_same_public_keys_from_the_seeds() {
    RootPublic made = root(3).publicPart();
    assertThat(made.ed25519().toArray())
        .isEqualTo(new Ed25519PrivateKeyParameters(bytes(32, 3)).generatePublicKey().getEncoded());
    assertThat(made.mlDsa44().toArray())
        .isEqualTo(new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, bytes(32, 3)).getPublicKey());
  }

  @Test
  void bouncy_castle_accepts_both_signatures() {
    Root root = Root.generate(RANDOM);
    byte[] message = noise(500, 1);
    byte[] signatures = root.sign(message);

    Ed25519Signer first = new Ed25519Signer();
    first.init(false, new Ed25519PublicKeyParameters(root.publicPart().ed25519().toArray()));
    first.update(message, 0, message.length);
    assertThat(first.verifySignature(Arrays.copyOf(signatures, 64))).isTrue();

    MLDSASigner second = new MLDSASigner();
    second.init(false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, root.publicPart().mlDsa44().toArray()));
    second.update(message, 0, message.length);
    assertThat(second.verifySignature(Arrays.copyOfRange(signatures, 64, signatures.length))).isTrue();
  }

  @Test
  void either_signature_alone_is_not_enough() {
    Root root = Root.generate(RANDOM);
    Root other = Root.generate(RANDOM);
    byte[] message = noise(500, 1);
    byte[] mixed = root.sign(message);
    System.arraycopy(other.sign(message), 64, mixed, 64, mixed.length - 64);

    assertThat(root.publicPart().verifies(message, root.sign(message))).isTrue();
    assertThat(root.publicPart().verifies(message, mixed)).isFalse();
    assertThat(other.publicPart().verifies(message, mixed)).isFalse();
    assertThat(root.publicPart().verifies(noise(500, 2), root.sign(message))).isFalse();
    assertThat(root.publicPart().verifies(message, new byte[10])).isFalse();
  }

  @Test
  void the_fingerprint_is_the_first_66_bits_in_elevens() {
    RootPublic root = root(3).publicPart();
    byte[] hash = Hashes.sha256(Hashes.ascii("watchword.root/1"), root.raw()).toArray();
    BigInteger bits = new BigInteger(1, hash).shiftRight(256 - 66);
    assertThat(root.fingerprint()).hasSize(6);
    BigInteger joined = BigInteger.ZERO;
    for (int index : root.fingerprint()) {
      assertThat(index).isBetween(0, 2047);
      joined = joined.shiftLeft(11).add(BigInteger.valueOf(index));
    }
    assertThat(joined).isEqualTo(bits);
  }
}
