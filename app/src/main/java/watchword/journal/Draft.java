package watchword.journal;

import java.time.Instant;

/// What is to be appended.
///
/// @param type 1 to 32 of a-z, 0-9, dot and hyphen; the desk's own word
/// @param time as coarse as the caller wants it kept; fractions of a second are dropped
/// @param payload at most 1 MiB; words and photos belong in [Bodies]
@SuppressWarnings("ArrayRecordComponent") // only carried, never compared; an array prints nothing of itself
public record Draft(String type, Instant time, byte[] payload) {
  static final int MAX_PAYLOAD = 1 << 20;

  public Draft {
    if (!type.matches("[a-z0-9.-]{1,32}")) {
      throw new IllegalArgumentException("an entry's type is 1 to 32 of a-z, 0-9, dot and hyphen");
    }
    if (payload.length > MAX_PAYLOAD) {
      throw new IllegalArgumentException("an entry's payload has " + payload.length + " bytes, over " + MAX_PAYLOAD);
    }
    payload = payload.clone();
  }
}
