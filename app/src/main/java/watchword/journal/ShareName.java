package watchword.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import watchword.seal.Bytes;
import watchword.seal.PublicKey;

/// How shares are named, and how a holder is written beside the name.
final class ShareName {
  private static final String HOLDER = "watchword.holder/1\n";
  private static final int TAG_LENGTH = 16;

  private ShareName() {}

  static String epoch(int number) {
    return "epoch " + number;
  }

  static String base(byte[] id) {
    return "base " + HexFormat.of().formatHex(id);
  }

  /// Says whether callers may use the name: those of this package are taken.
  static boolean isFree(String name) {
    return !name.startsWith("epoch ") && !name.startsWith("base ");
  }

  /// Returns a holder's tag, which differs by name: who lacks the public key cannot link one holder's shares.
  static Bytes holderTag(String name, PublicKey holder) {
    byte[] hash = Sealing.sha256(
        HOLDER.getBytes(StandardCharsets.US_ASCII), (name + "\n").getBytes(StandardCharsets.US_ASCII), holder.raw());
    return Bytes.of(Arrays.copyOf(hash, TAG_LENGTH));
  }
}
