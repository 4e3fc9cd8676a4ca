package watchword.seal;

import java.security.SecureRandom;
import java.util.List;

/// An envelope nobody can open, for a slot that no report took.
///
/// It is an age file made by the code that seals reports, to a key whose private part was dropped when it was made; its
/// plaintext is noise. Without the gate's private key it cannot be told from a report:
///
/// - *One key for all dummies of a process is enough.* X-Wing's ciphertexts do not say which key they are for: ML-KEM's
///   hide it as they hide the message, the X25519 share is fresh, and the sealed file key is noise to all others. Even who
///   takes the dummies' public key out of the hub's memory cannot test an envelope against it, as they cannot test one
///   against the gate's public key, which everybody has.
/// - *No inner layer is needed.* It would stand inside an encryption that nobody opens, so any bytes do.
/// - *Nothing is reused* between two envelopes but that public key: encapsulation, file key, nonce and noise are fresh.
///
/// Who holds the gate's key can tell; so can the gate, whose work it is.
public final class Dummy {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final PublicKey NOBODY = forgotten(RANDOM);

  private Dummy() {}

  /// Returns a fresh envelope of exactly this size.
  public static byte[] envelope(SealedSize size) {
    byte[] noise = new byte[SealedSize.OUTER_PREFIX + size.innerFile()];
    RANDOM.nextBytes(noise);
    return AgeFile.seal(noise, List.of(NOBODY));
  }

  /// Returns the public part of a new key pair whose private part is wiped at once.
  static PublicKey forgotten(SecureRandom random) {
    try (PrivateKey born = PrivateKey.generate(random)) {
      return born.publicKey();
    }
  }
}
