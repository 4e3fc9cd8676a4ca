package watchword.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;
import watchword.hub.Reception.Outcome;
import watchword.seal.Bytes;
import watchword.seal.Proof;
import watchword.seal.SealedSize;

/// From the connection's buffer into a slot, and onto the disk before it says *taken*: `POST /report/⟨16 digits⟩`, and what [Upload] finds in a form.
///
/// A small body is waited for in the buffer, so that only a whole one takes a slot; a larger one streams into its slot.
/// A proof that does not hold is worth none, and no more: a phone whose clock is hours off is taken like one too slow to work.
final class Intake {
  private static final int NONCE_DIGITS = 16;

  private final Generations generations;
  private final InstantSource clock;
  private final WorkLevel work;

  Intake(Generations generations, InstantSource clock, WorkLevel work) {
    this.generations = generations;
    this.clock = clock;
    this.work = work;
  }

  Outcome take(Connection connection, Request request, int head, int prefixLength) throws IOException {
    int digits = request.pathStart() + prefixLength;
    if (request.pathEnd() - digits != NONCE_DIGITS || !areHex(connection.bytes(), digits)) {
      return Outcome.REFUSED;
    }
    Optional<SealedSize> size = SealedSize.ofFile(request.contentLength());
    if (size.isEmpty()) {
      return Outcome.REFUSED;
    }
    long nonce = nonce(connection.bytes(), digits);
    if (size.get() != SealedSize.SMALL) {
      return stream(connection, head, size.get(), nonce, () -> true);
    }
    return connection.whole(head + SealedSize.SMALL.bytes()) ? takeWhole(connection, head, nonce) : Outcome.GONE;
  }

  /// What must hold of the bytes behind a streamed file.
  interface Rest {
    boolean holds() throws IOException;
  }

  /// Takes the small file that lies in the buffer from here on; it comes without a proof of work.
  Outcome takeWhole(Connection connection, int file) throws IOException {
    return takeWhole(connection, file, Proof.NONE);
  }

  /// Takes a larger file that begins here, without a proof of work, and keeps it only if the rest holds.
  Outcome stream(Connection connection, int file, SealedSize size, Rest rest) throws IOException {
    return stream(connection, file, size, Proof.NONE, rest);
  }

  private Outcome takeWhole(Connection connection, int head, long nonce) throws IOException {
    int length = SealedSize.SMALL.bytes();
    Optional<Slot> found = generations.take(SealedSize.SMALL, nonce != Proof.NONE);
    if (found.isEmpty()) {
      return Outcome.FULL;
    }
    Slot slot = found.get();
    try {
      ByteBuffer body = connection.bytes().slice(head, length);
      if (slot.asksForWork() && !holds(sha256(body.duplicate()), nonce) && !slot.waiveWork()) {
        return Outcome.FULL;
      }
      return slot.write(body) && slot.keep() ? Outcome.TAKEN_SMALL : Outcome.FULL;
    } catch (DiskException _) {
      return Outcome.FULL;
    } finally {
      slot.abandon();
    }
  }

  private Outcome stream(Connection connection, int head, SealedSize size, long nonce, Rest rest) throws IOException {
    Optional<Slot> found = generations.take(size, nonce != Proof.NONE);
    if (found.isEmpty()) {
      return Outcome.FULL;
    }
    Slot slot = found.get();
    try {
      MessageDigest hash = StaticFiles.sha256();
      boolean whole = connection.stream(head, size.bytes(), piece -> {
        if (slot.asksForWork()) {
          hash.update(piece.duplicate());
        }
        return slot.write(piece);
      });
      if (!whole) {
        return slot.isOpen() ? Outcome.GONE : Outcome.FULL;
      }
      if (!rest.holds()) {
        return Outcome.REFUSED;
      }
      if (slot.asksForWork() && !holds(Bytes.of(hash.digest()), nonce) && !slot.waiveWork()) {
        return Outcome.FULL;
      }
      return slot.keep() ? Outcome.TAKEN_STREAMED : Outcome.FULL;
    } catch (DiskException _) {
      return Outcome.FULL;
    } finally {
      slot.abandon();
    }
  }

  private boolean holds(Bytes hash, long nonce) {
    return Proof.holds(hash, clock.instant(), nonce, work.bits());
  }

  private static Bytes sha256(ByteBuffer body) {
    MessageDigest hash = StaticFiles.sha256();
    hash.update(body);
    return Bytes.of(hash.digest());
  }

  private static boolean areHex(ByteBuffer bytes, int from) {
    for (int i = from; i < from + NONCE_DIGITS; i++) {
      byte b = bytes.get(i);
      if ((b < '0' || b > '9') && (b < 'a' || b > 'f')) {
        return false;
      }
    }
    return true;
  }

  /// Reads the digits where they lie: a text of them would stay in memory.
  private static long nonce(ByteBuffer bytes, int from) {
    long nonce = 0;
    for (int i = from; i < from + NONCE_DIGITS; i++) {
      nonce = nonce << 4 | Character.digit(bytes.get(i), 16);
    }
    return nonce;
  }
}
