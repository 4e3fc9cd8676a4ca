package watchword.seal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;

/// An Ed25519 private key for what happens unattended: pulls, receipts, statements of destruction.
public final class SigningKey implements AutoCloseable {
  /// Length of the seed.
  public static final int LENGTH = 32;

  private final byte[] seed;
  private final VerifyKey verifyKey;
  private boolean destroyed;

  private SigningKey(byte[] seed) {
    this.seed = seed;
    try {
      this.verifyKey = new VerifyKey(Bytes.of(RawKeys.ED25519.raw(RawKeys.ED25519.fromSeed(seed).getPublic())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks Ed25519", e);
    }
  }

  public static SigningKey generate(SecureRandom random) {
    byte[] seed = new byte[LENGTH];
    random.nextBytes(seed);
    return new SigningKey(seed);
  }

  /// Reads the seed; the caller wipes its own copy.
  public static SigningKey of(byte[] seed) throws FormatException {
    if (seed.length != LENGTH) {
      throw new FormatException("signing key: " + seed.length + " bytes, not " + LENGTH);
    }
    return new SigningKey(seed.clone());
  }

  public VerifyKey verifyKey() {
    return verifyKey;
  }

  /// Returns a copy of the seed: a secret, which the caller wipes.
  public byte[] secretSeed() {
    requireAlive();
    return seed.clone();
  }

  /// Returns the 64-byte signature over the message.
  public byte[] sign(byte[] message) {
    requireAlive();
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(RawKeys.ED25519.privateKey(seed));
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing failed", e);
    }
  }

  @Override
  public void close() {
    Arrays.fill(seed, (byte) 0);
    destroyed = true;
  }

  private void requireAlive() {
    if (destroyed) {
      throw new IllegalStateException("signing key is destroyed");
    }
  }

  @Override
  public String toString() {
    return "SigningKey of " + verifyKey;
  }
}
