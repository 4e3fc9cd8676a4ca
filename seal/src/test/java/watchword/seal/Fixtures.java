package watchword.seal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

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

  /// Returns the root whose 64 seed bytes are all `fill`.
  static Root root(int fill) {
    byte[] secret = bytes(Root.SECRET_LENGTH, fill);
    secret[0] = 1;
    try {
      return Root.parse(secret);
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }

  /// Returns the bundle of a day with two lanes in use: gate is key 1, lanes are keys 11 to 18, second 21.
  static Bundle bundle(Epoch day) {
    return bundle(Term.day(day));
  }

  /// Returns the bundle of a term, with the same keys for every term.
  static Bundle bundle(Term term) {
    List<PublicKey> lanes = IntStream.rangeClosed(11, 18).mapToObj(fill -> key(fill).publicKey()).toList();
    BoardKey board = new BoardKey(signingKey(31).verifyKey(), Bytes.of(bytes(8, 32)));
    return new Bundle(
        2, term.isCourier() ? 0 : 16, term, board, Bytes.of(bytes(32, 33)),
        key(1).publicKey(), lanes, key(21).publicKey());
  }

  static byte[] bytes(int length, int fill) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) fill);
    return bytes;
  }

  /// Returns bytes that look random and depend on the seed only.
  static byte[] noise(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
