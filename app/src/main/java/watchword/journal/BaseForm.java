package watchword.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import watchword.seal.Bytes;
import watchword.seal.SigningKey;
import watchword.seal.VerifyKey;

/// A base's bytes (spec/journal.md, "Base"): a state, signed by the desk, sealed under a key of its own.
///
/// ```
/// signed = "watchword.base/1\n" | u64 through | head 32 | state
/// sealed = Sealing of 0x01 | signature 64 | state; its context is u64 through | head 32
/// ```
final class BaseForm {
  private static final byte VERSION = 1;
  private static final byte[] SIGNED = "watchword.base/1\n".getBytes(StandardCharsets.US_ASCII);
  private static final String PURPOSE = "watchword.base/1";
  private static final int PREFIX = 1 + VerifyKey.SIGNATURE_LENGTH;
  private static final int ID_LENGTH = 8;

  private BaseForm() {}

  /// A new base and the key to share.
  @SuppressWarnings("ArrayRecordComponent") // only carried, never compared; an array prints nothing of itself
  record Made(StoredBase base, byte[] key) {
    void wipe() {
      Arrays.fill(key, (byte) 0);
    }
  }

  static Made write(long through, Bytes head, byte[] state, SigningKey desk) {
    byte[] key = Sealing.newSecret();
    byte[] place = place(through, head);
    byte[] message = ByteBuffer.allocate(PREFIX + state.length)
        .put(VERSION).put(desk.sign(signed(place, state))).put(state).array();
    byte[] sealed = Sealing.seal(key, PURPOSE, place, message);
    return new Made(new StoredBase(ShareName.base(Sealing.random(ID_LENGTH)), through, head, sealed), key);
  }

  /// Reads a base, or returns empty when it is not shared with this member.
  static Optional<Base> read(StoredBase base, Keyring keyring, VerifyKey desk) {
    Optional<byte[]> key = keyring.secret(base.name());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    byte[] place = place(base.through(), base.head());
    byte[] message = Sealing.open(key.get(), PURPOSE, place, base.sealed())
        .filter(opened -> opened.length >= PREFIX && opened[0] == VERSION)
        .orElseThrow(() -> new BrokenJournalException(BrokenJournalException.Fault.SEAL, base.through()));
    byte[] state = Arrays.copyOfRange(message, PREFIX, message.length);
    if (!desk.verifies(signed(place, state), Arrays.copyOfRange(message, 1, PREFIX))) {
      throw new BrokenJournalException(BrokenJournalException.Fault.SIGNATURE, base.through());
    }
    return Optional.of(new Base(base.through(), state));
  }

  private static byte[] place(long through, Bytes head) {
    return ByteBuffer.allocate(Long.BYTES + 32).putLong(through).put(head.toArray()).array();
  }

  private static byte[] signed(byte[] place, byte[] state) {
    return ByteBuffer.allocate(SIGNED.length + place.length + state.length).put(SIGNED).put(place).put(state).array();
  }
}
