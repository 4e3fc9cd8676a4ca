package watchword.board;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Names for readers' programs: they stay for ever, and name no address.
///
/// A board is the same bytes on every mirror, so its names cannot hold a domain as `tag:` names do.
final class Urn {

  private static final int WORD = 2 * Long.BYTES;

  private Urn() {}

  /// A UUID of version 8 (RFC 9562): the first 122 free bits of the SHA-256 of the parts, one a line.
  static String of(String... parts) {
    String hash = Manifest.hash(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    long high = (Long.parseUnsignedLong(hash, 0, WORD, 16) & ~0xf000L) | 0x8000L;
    long low = (Long.parseUnsignedLong(hash, WORD, 2 * WORD, 16) & ~(3L << 62)) | (1L << 63);
    return "urn:uuid:" + new UUID(high, low);
  }
}
