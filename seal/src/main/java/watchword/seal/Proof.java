package watchword.seal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// Proof of work on one sealed file and one hour: a brake on floods that asks nobody who they are.
///
/// `SHA-256(SHA-256(file) || u32 hours since 1970 || u64 nonce)` begins with the bundle's `work bits` of zero bits. Nonce
/// zero says that no work was done (a slow device): such a report is taken while there is room.
public final class Proof {
  /// The nonce of a file without work.
  public static final long NONE = 0;

  private static final Pattern SPELLING = Pattern.compile("[0-9a-f]{16}");
  private static final int HASH = 32;
  private static final int SECONDS_PER_HOUR = 3600;

  private Proof() {}

  /// Does the work: about 2^bits hashes, under a microsecond each.
  public static long make(byte[] file, Instant now, int bits) {
    return make(Hashes.sha256(file), now, bits);
  }

  /// Does the work for a file of this SHA-256.
  public static long make(Bytes fileHash, Instant now, int bits) {
    ByteBuffer block = block(fileHash, hour(now));
    MessageDigest digest = Hashes.newSha256();
    long nonce = NONE + 1;
    while (!holds(digest, block, nonce, bits)) {
      nonce++;
    }
    return nonce;
  }

  /// Says whether the work was done for this file within the hour, the one before or the one after.
  ///
  /// A slow device may pass the turn of an hour and clocks differ; [#NONE] never counts as work.
  public static boolean holds(Bytes fileHash, Instant now, long nonce, int bits) {
    if (nonce == NONE) {
      return false;
    }
    MessageDigest digest = Hashes.newSha256();
    for (int hour = hour(now) - 1; hour <= hour(now) + 1; hour++) {
      if (holds(digest, block(fileHash, hour), nonce, bits)) {
        return true;
      }
    }
    return false;
  }

  /// Returns the sixteen digits of `POST /report/…`.
  public static String spell(long nonce) {
    return HexFormat.of().toHexDigits(nonce);
  }

  /// Reads sixteen lower-case hexadecimal digits; anything else is empty.
  public static Optional<Long> parse(String digits) {
    return SPELLING.matcher(digits).matches() ? Optional.of(Long.parseUnsignedLong(digits, 16)) : Optional.empty();
  }

  private static boolean holds(MessageDigest digest, ByteBuffer block, long nonce, int bits) {
    block.putLong(HASH + Integer.BYTES, nonce);
    digest.update(block.rewind());
    byte[] hash = digest.digest();
    return Long.numberOfLeadingZeros(ByteBuffer.wrap(hash).getLong()) >= bits;
  }

  private static ByteBuffer block(Bytes fileHash, int hour) {
    return ByteBuffer.allocate(HASH + Integer.BYTES + Long.BYTES)
        .put(fileHash.requireLength(HASH, "file hash").toArray())
        .putInt(hour);
  }

  private static int hour(Instant now) {
    return Math.toIntExact(Math.floorDiv(now.getEpochSecond(), SECONDS_PER_HOUR));
  }
}
