package watchword.gate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import watchword.seal.Bytes;

/// SHA-256, by which generations are signed for and inner files are named.
final class Hashes {

  private Hashes() {}

  static Bytes sha256(byte[] bytes) {
    return Bytes.of(newSha256().digest(bytes));
  }

  static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
