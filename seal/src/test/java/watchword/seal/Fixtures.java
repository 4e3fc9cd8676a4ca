package watchword.seal;

import java.security.SecureRandom;
import java.util.Random;

/// Keys and bytes that are the same in every run.
final class Fixtures {
  static final SecureRandom RANDOM = new SecureRandom();

  private Fixtures() {}

  /// Returns the key whose 32 seed bytes are all `fill`.
  static PrivateKey key(int fill) {
    try {
      return PrivateKey.of(bytes(PrivateKey.LENGTH, fill));
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }

  static SigningKey signingKey(int fill) {
    try {
      return SigningKey.of(bytes(SigningKey.LENGTH, fill));
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] bytes(int length, int fill) {
    byte[] bytes = new byte[length];
    java.util.Arrays.fill(bytes, (byte) fill);
    return bytes;
  }

  /// Returns bytes that look random and depend on the seed only.
  static byte[] noise(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
