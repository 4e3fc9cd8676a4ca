package watchword.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import watchword.seal.Dummy;
import watchword.seal.SealedSize;

/// A place for one report, while it is being written.
///
/// It holds a dummy before and, unless the report was kept, a dummy afterwards. When its generation is frozen in the middle,
/// the freezing thread restores it; what the sender still sends then goes nowhere.
final class Slot {
  private enum State { OPEN, FORCING, ENDED }

  private final Generation generation;
  private final SealedSize size;
  /// Changes under the generation's lock alone, by the thread that writes here.
  private volatile FreeSlots.Taken taken;
  private final long offset;
  private State state = State.OPEN;
  private int written;

  Slot(Generation generation, SealedSize size, FreeSlots.Taken taken, long offset) {
    this.generation = generation;
    this.size = size;
    this.taken = taken;
    this.offset = offset;
  }

  SealedSize size() {
    return size;
  }

  FreeSlots.Taken taken() {
    return taken;
  }

  /// Whether the report must have cost its sender work.
  boolean asksForWork() {
    return taken.terms() == FreeSlots.Terms.FOR_WORK;
  }

  /// Lets a report whose work does not hold stay where slots without work are left; otherwise false.
  boolean waiveWork() {
    return generation.waiveWork(this);
  }

  void retake(FreeSlots.Taken other) {
    taken = other;
  }

  /// Appends a piece; false when the generation was frozen meanwhile.
  synchronized boolean write(ByteBuffer piece) throws IOException {
    if (state != State.OPEN) {
      return false;
    }
    if (piece.remaining() > size.bytes() - written) {
      throw new IllegalStateException("a piece goes beyond its slot");
    }
    generation.write(piece, offset + written);
    written += piece.limit();
    return true;
  }

  /// Forces the whole report to the disk; false when the generation was frozen meanwhile.
  boolean keep() throws IOException {
    synchronized (this) {
      if (state != State.OPEN) {
        return false;
      }
      if (written != size.bytes()) {
        throw new IllegalStateException("a report is shorter than its slot");
      }
      state = State.FORCING;
    }
    try {
      generation.force();
      return true;
    } finally {
      end(false);
    }
  }

  /// Makes the slot a dummy again and then free; nothing to do when it has ended.
  void abandon() throws IOException {
    synchronized (this) {
      if (state != State.OPEN) {
        return;
      }
      state = State.FORCING;
    }
    boolean restored = false;
    try {
      restore();
      restored = true;
    } finally {
      end(restored);
    }
  }

  /// Whether more may be written.
  synchronized boolean isOpen() {
    return state == State.OPEN;
  }

  private void restore() throws IOException {
    if (written > 0) {
      generation.write(ByteBuffer.wrap(Dummy.envelope(size)), offset);
    }
  }

  private void end(boolean free) {
    synchronized (this) {
      state = State.ENDED;
    }
    generation.ended(this, free);
  }
}
