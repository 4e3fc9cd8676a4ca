package watchword.journal;

import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import watchword.seal.SigningKey;
import watchword.seal.VerifyKey;

/// Ed25519 by Bouncy Castle, for the thousands of entries a start verifies.
///
/// The same signatures as the JDK's (RFC 8032 leaves no choice), at about an eighth of its time.
final class Signatures {

  private Signatures() {}

  static byte[] sign(SigningKey key, byte[] message) {
    byte[] seed = key.secretSeed();
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, key.verifyKey().raw().toArray(), 0, message, 0, message.length, signature, 0);
    Arrays.fill(seed, (byte) 0);
    return signature;
  }

  /// Says whether the signature holds; a key that is no point signs nothing.
  static boolean verify(VerifyKey key, byte[] message, byte[] signature) {
    return Ed25519.verify(signature, 0, key.raw().toArray(), 0, message, 0, message.length);
  }
}
