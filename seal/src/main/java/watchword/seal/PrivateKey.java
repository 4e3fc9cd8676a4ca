package watchword.seal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/// The private part of a hybrid key pair: a seed of 32 bytes, wiped when closed.
///
/// Wiping is the best Java can do, not a promise: the JDK's own copies of the X25519 half go when memory is reused, and without the other half they open nothing. What is
/// promised is that a destroyed key is on no disk of ours (see [EpochKeys]).
public final class PrivateKey implements AutoCloseable {
  /// Length of the seed.
  public static final int LENGTH = XWing.SEED_LENGTH;

  private final byte[] seed;
  private final PublicKey publicKey;
  private Optional<XWing.Expanded> expanded;

  private PrivateKey(byte[] seed) {
    this.seed = seed;
    try {
      XWing.Expanded made = XWing.expand(seed);
      this.publicKey = PublicKey.of(made.publicKey());
      this.expanded = Optional.of(made);
    } catch (GeneralSecurityException | FormatException e) {
      throw new IllegalStateException("a seed gave no key", e);
    }
  }

  public static PrivateKey generate(SecureRandom random) {
    byte[] seed = new byte[LENGTH];
    random.nextBytes(seed);
    return new PrivateKey(seed);
  }

  /// Reads the seed; the caller wipes its own copy.
  public static PrivateKey of(byte[] seed) throws FormatException {
    if (seed.length != LENGTH) {
      throw new FormatException("private key: " + seed.length + " bytes, not " + LENGTH);
    }
    return new PrivateKey(seed.clone());
  }

  /// Reads age's spelling, `AGE-SECRET-KEY-PQ-1…`.
  public static PrivateKey parse(String identity) throws FormatException {
    return of(AgeSpelling.decode("AGE-SECRET-KEY-PQ-", identity));
  }

  /// Returns age's spelling, `AGE-SECRET-KEY-PQ-1…`: a secret.
  public String secretSpelling() {
    expanded();
    return AgeSpelling.encode("AGE-SECRET-KEY-PQ-", seed);
  }

  /// Returns a copy of the seed: a secret, which the caller wipes.
  public byte[] secretSeed() {
    expanded();
    return seed.clone();
  }

  public PublicKey publicKey() {
    return publicKey;
  }

  XWing.Expanded expanded() {
    return expanded.orElseThrow(() -> new IllegalStateException("private key is destroyed"));
  }

  public boolean isDestroyed() {
    return expanded.isEmpty();
  }

  /// Wipes the seed and the ML-KEM half; after this the key opens nothing.
  @Override
  public void close() {
    Arrays.fill(seed, (byte) 0);
    expanded.ifPresent(XWing.Expanded::wipe);
    expanded = Optional.empty();
  }

  /// Compares seeds in a time that does not depend on them.
  @Override
  public boolean equals(Object other) {
    return other instanceof PrivateKey that && MessageDigest.isEqual(seed, that.seed);
  }

  @Override
  public int hashCode() {
    return publicKey.hashCode();
  }

  @Override
  public String toString() {
    return "PrivateKey of " + publicKey;
  }
}
