package watchword.journal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import watchword.journal.BrokenJournalException.Fault;
import watchword.member.Head;
import watchword.seal.Bytes;
import watchword.seal.Epoch;
import watchword.seal.SigningKey;
import watchword.seal.VerifyKey;

/// An entry's bytes (spec/journal.md, "Entry"): signed by its author, sealed under its epoch's key, chained by hash.
///
/// ```
/// place   = prev hash 32 | u64 sequence | u32 epoch number | u32 epoch day
/// content = 0x01 | author 32 | i64 seconds | u8 length | type | u32 length | payload
/// signed  = "watchword.entry/1\n" | place | content
/// sealed  = Sealing of content | signature 64 | zeros, to a multiple of 512; its context is the place
/// hash    = SHA-256("watchword.chain/1\n" | place | sealed)
/// ```
final class EntryForm {
  static final byte VERSION = 1;
  private static final byte[] SIGNED = "watchword.entry/1\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CHAINED = "watchword.chain/1\n".getBytes(StandardCharsets.US_ASCII);
  static final String PURPOSE = "watchword.entry/1";

  /// Lengths tell a reader of the disk less in steps of half a kilobyte: most acts fill one.
  private static final int STEP = 512;

  private EntryForm() {}

  static StoredEntry write(Head before, StoredEpoch epoch, byte[] epochKey, SigningKey author, Draft draft) {
    long sequence = before.sequence() + 1;
    byte[] place = place(before.hash(), sequence, epoch);
    byte[] content = content(author.verifyKey(), draft);
    byte[] signature = Signatures.sign(author, signed(place, content));
    int length = content.length + signature.length;
    byte[] message = Arrays.copyOf(content, Math.ceilDiv(length, STEP) * STEP);
    System.arraycopy(signature, 0, message, content.length, signature.length);
    byte[] sealed = Sealing.seal(epochKey, PURPOSE, place, message);
    return new StoredEntry(sequence, epoch.number(), sealed, chainHash(place, sealed));
  }

  /// Returns whether the entry follows from the one before.
  static boolean follows(Bytes before, StoredEpoch epoch, StoredEntry entry) {
    return chainHash(place(before, entry.sequence(), epoch), entry.sealed()).equals(entry.hash());
  }

  static Entry read(Bytes before, StoredEpoch epoch, byte[] epochKey, StoredEntry entry) {
    byte[] place = place(before, entry.sequence(), epoch);
    Optional<byte[]> message = Sealing.open(epochKey, PURPOSE, place, entry.sealed());
    if (message.isEmpty()) {
      throw new BrokenJournalException(Fault.SEAL, entry.sequence());
    }
    return parse(message.get(), place, epoch.day(), entry.sequence());
  }

  private static Entry parse(byte[] message, byte[] place, Epoch day, long sequence) {
    ByteBuffer in = ByteBuffer.wrap(message);
    try {
      if (in.get() != VERSION) {
        throw new BrokenJournalException(Fault.FORM, sequence);
      }
      VerifyKey author = new VerifyKey(Bytes.of(take(in, VerifyKey.LENGTH)));
      Instant time = Instant.ofEpochSecond(in.getLong());
      String type = new String(take(in, in.get() & 0xff), StandardCharsets.US_ASCII);
      byte[] payload = take(in, payloadLength(in));
      byte[] content = Arrays.copyOf(message, in.position());
      byte[] signature = take(in, VerifyKey.SIGNATURE_LENGTH);
      if (!Signatures.verify(author, signed(place, content), signature)) {
        throw new BrokenJournalException(Fault.SIGNATURE, sequence);
      }
      Draft draft = new Draft(type, time, payload);
      if (!isZero(in) || !Arrays.equals(content(author, draft), content)) {
        throw new BrokenJournalException(Fault.FORM, sequence);
      }
      return new Entry(sequence, day, author, type, time, payload);
    } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException e) {
      throw new BrokenJournalException(Fault.FORM, sequence);
    }
  }

  private static int payloadLength(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return length;
  }

  private static boolean isZero(ByteBuffer padding) {
    while (padding.hasRemaining()) {
      if (padding.get() != 0) {
        return false;
      }
    }
    return true;
  }

  private static byte[] content(VerifyKey author, Draft draft) {
    byte[] type = draft.type().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(1 + VerifyKey.LENGTH + Long.BYTES + 1 + type.length + Integer.BYTES + draft.payload().length)
        .put(VERSION)
        .put(author.raw().toArray())
        .putLong(draft.time().getEpochSecond())
        .put((byte) type.length)
        .put(type)
        .putInt(draft.payload().length)
        .put(draft.payload())
        .array();
  }

  static byte[] place(Bytes before, long sequence, StoredEpoch epoch) {
    return ByteBuffer.allocate(32 + Long.BYTES + 2 * Integer.BYTES)
        .put(before.toArray())
        .putLong(sequence)
        .putInt(epoch.number())
        .putInt(epoch.day().day())
        .array();
  }

  private static byte[] signed(byte[] place, byte[] content) {
    return ByteBuffer.allocate(SIGNED.length + place.length + content.length)
        .put(SIGNED).put(place).put(content).array();
  }

  static Bytes chainHash(byte[] place, byte[] sealed) {
    return Bytes.of(Sealing.sha256(CHAINED, place, sealed));
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] taken = new byte[length];
    in.get(taken);
    return taken;
  }
}
