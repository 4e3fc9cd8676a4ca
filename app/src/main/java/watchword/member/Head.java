package watchword.member;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import watchword.seal.Bytes;

/// The end of the journal as someone saw it: how many entries, and the last one's hash.
///
/// @param sequence the last entry's number, 0 before the first
/// @param hash the last entry's chain hash, or the journal's own mark before the first
public record Head(long sequence, Bytes hash) {
  private static final byte[] LABEL = "watchword.head/1\n".getBytes(StandardCharsets.US_ASCII);

  public Head {
    if (sequence < 0) {
      throw new IllegalArgumentException("a journal's head is at " + sequence);
    }
    if (hash.length() != 32) {
      throw new IllegalArgumentException("a journal's hash has " + hash.length() + " bytes, not 32");
    }
  }

  /// Returns what a bundle may carry of this head: nothing can be read from it, and no other head fits it.
  ///
  /// @param salt 32 random bytes, shown only to who may check
  public Bytes commitment(byte[] salt) {
    if (salt.length != 32) {
      throw new IllegalArgumentException("a commitment's salt has " + salt.length + " bytes, not 32");
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(LABEL);
      digest.update(salt);
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
      digest.update(hash.toArray());
      return Bytes.of(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks SHA-256", e);
    }
  }
}
