package watchword.seal;

import java.time.Instant;
import java.util.Base64;

/// The gate's leave to pull the oldest generation: a signature over the minute.
///
/// Whoever repeats one within its few minutes gets sealed bytes and deletes nothing; deleting takes a [Receipt].
public final class Pull {
  private static final String LABEL = "watchword.pull/1\n";

  private Pull() {}

  /// Returns the last part of `GET /generation/…`: base64url without padding.
  public static String token(SigningKey gate, Instant now) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(gate.sign(message(minute(now))));
  }

  /// Says whether the gate signed the token for a minute within two of `now`.
  public static boolean accepts(String token, VerifyKey gate, Instant now) {
    byte[] signature;
    try {
      signature = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (!Base64.getUrlEncoder().withoutPadding().encodeToString(signature).equals(token)) {
      return false; // another spelling of the same bytes
    }
    long skew = Terms.PULL_SKEW.toMinutes();
    for (long minute = minute(now) - skew; minute <= minute(now) + skew; minute++) {
      if (gate.verifies(message(minute), signature)) {
        return true;
      }
    }
    return false;
  }

  private static long minute(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), 60);
  }

  private static byte[] message(long minute) {
    return Hashes.ascii(LABEL + minute);
  }
}
