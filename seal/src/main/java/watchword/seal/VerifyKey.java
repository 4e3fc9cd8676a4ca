package watchword.seal;

import java.security.GeneralSecurityException;
import java.security.Signature;

/// An Ed25519 public key, by which a [SigningKey]'s signatures are checked.
public record VerifyKey(Bytes raw) {
  /// Length of the raw form.
  public static final int LENGTH = 32;

  /// Length of a signature.
  public static final int SIGNATURE_LENGTH = 64;

  public VerifyKey {
    raw.requireLength(LENGTH, "Ed25519 public key");
  }

  /// Says whether the signature holds; bytes that are no signature or a key that is no point do not.
  public boolean verifies(byte[] message, byte[] signature) {
    return verifies(RawKeys.ED25519, raw, message, signature);
  }

  static boolean verifies(RawKeys algorithm, Bytes key, byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(algorithm.algorithm());
      verifier.initVerify(algorithm.publicKey(key.toArray()));
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
