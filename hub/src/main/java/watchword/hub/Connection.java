package watchword.hub;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.function.Predicate;
import watchword.seal.SealedSize;

/// One worker's place at the door: an off-heap buffer for what comes in, a small one for what goes out.
///
/// `in` is filled from 0 on and is zero behind its high-water mark; after each request everything it held is overwritten.
final class Connection {
  /// Off the heap, so that no garbage collector leaves copies behind.
  static final int BUFFER_BYTES = 64 * 1024;
  /// The head's share: the rest holds a whole small body, so that a slow small sender never holds a slot.
  static final int MAX_HEAD_BYTES = 16 * 1024;
  private static final int OUT_BYTES = 4 * 1024;
  /// One step of a file; a reader at the least speed takes it before it counts as standing still.
  private static final int FILE_STEP_BYTES = 64 * 1024;
  /// What a refused sender may still send before the connection is cut: the largest body, or its answer would be lost.
  private static final long LINGER_BYTES = SealedSize.LARGEST.bytes();

  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final ByteBuffer out = ByteBuffer.allocateDirect(OUT_BYTES);
  private final Pace pace = new Pace();
  private volatile Optional<SocketChannel> channel = Optional.empty();
  private int filled;
  private int high;

  void open(SocketChannel accepted) {
    pace.enter(Pace.Phase.HEAD);
    channel = Optional.of(accepted);
  }

  /// Overwrites everything the last request left, and gives the place back.
  void close() {
    pace.enter(Pace.Phase.FREE);
    shut(channel);
    channel = Optional.empty();
    zero(in, 0, high);
    zero(out, 0, OUT_BYTES);
    filled = 0;
    high = 0;
  }

  /// Closes the socket from outside if the pace is such; the worker's read or write ends with an exception.
  void cutIf(Predicate<Pace> condition) {
    Optional<SocketChannel> seen = channel; // before the pace: a later connection on this place must not pay for an earlier one
    if (condition.test(pace)) {
      shut(seen);
    }
  }

  private static void shut(Optional<SocketChannel> channel) {
    channel.ifPresent(socket -> {
      try {
        socket.close();
      } catch (IOException _) {
        // Gone already, which is what was wanted.
      }
    });
  }

  Pace pace() {
    return pace;
  }

  /// Returns the bytes as they came; the head begins at 0.
  ByteBuffer bytes() {
    return in;
  }

  /// Reads until an empty line; returns the end of the head, −1 when the other side is gone, 0 when the head is too long.
  int head() throws IOException {
    int looked = 0;
    if (filled > 0) {
      pace.enter(Pace.Phase.HEAD);
    }
    while (true) {
      int end = emptyLine(Math.max(3, looked), Math.min(filled, MAX_HEAD_BYTES));
      if (end > 0) {
        return end;
      }
      looked = filled;
      if (filled >= MAX_HEAD_BYTES) {
        return 0;
      }
      boolean first = filled == 0;
      if (!read(filled, MAX_HEAD_BYTES)) {
        return -1;
      }
      if (first) {
        pace.enter(Pace.Phase.HEAD);
      }
    }
  }

  /// Reads until an empty line ends the head of a form's part, which begins at `from`; returns its end.
  ///
  /// Returns −1 when the other side is gone, 0 when the head is longer than `most`.
  int part(int from, int most) throws IOException {
    pace.enter(Pace.Phase.BODY);
    int looked = from;
    while (true) {
      int end = emptyLine(Math.max(from + 3, looked), Math.min(filled, from + most));
      if (end > 0) {
        return end;
      }
      looked = filled;
      if (filled >= from + most) {
        return 0;
      }
      if (!read(filled, from + most)) {
        return -1;
      }
    }
  }

  /// Returns the end of the first empty line whose last byte lies in `[from, to)`, 0 when there is none.
  private int emptyLine(int from, int to) {
    for (int i = from; i < to; i++) {
      if (in.get(i) == '\n' && in.get(i - 1) == '\r' && in.get(i - 2) == '\n' && in.get(i - 3) == '\r') {
        return i + 1;
      }
    }
    return 0;
  }

  /// Reads until `[0, end)` is whole; false when the other side is gone.
  boolean whole(int end) throws IOException {
    pace.enter(Pace.Phase.BODY);
    while (filled < end) {
      if (!read(filled, end)) {
        return false;
      }
    }
    return true;
  }

  /// Hands on the body behind a head that ends at `head`, in pieces, straight from the buffer.
  ///
  /// Returns false when the other side was gone or the taker had enough before all of it came.
  boolean stream(int head, long length, Taker taker) throws IOException {
    pace.enter(Pace.Phase.BODY);
    long left = length;
    while (left > 0) {
      int room = (int) Math.min(left, BUFFER_BYTES - head);
      if (filled == head && !read(head, head + room)) {
        return false;
      }
      int piece = Math.min(filled - head, room);
      if (!taker.take(in.slice(head, piece))) {
        return false;
      }
      left -= piece;
      drop(head, head + piece);
    }
    return true;
  }

  /// Takes pieces of a body; answers whether it wants more.
  interface Taker {
    boolean take(ByteBuffer piece) throws IOException;
  }

  /// Forgets the request in `[0, end)`; what a reader sent ahead moves to the front.
  void forget(int end) {
    drop(0, Math.min(end, filled));
    zero(in, filled, high);
    high = filled;
    zero(out, 0, OUT_BYTES);
    pace.enter(filled > 0 ? Pace.Phase.HEAD : Pace.Phase.IDLE);
  }

  /// Sends constant bytes.
  void send(byte[] answer) throws IOException {
    pace.enter(Pace.Phase.ANSWER);
    int at = 0;
    while (at < answer.length) {
      int step = Math.min(OUT_BYTES, answer.length - at);
      out.clear().put(answer, at, step).flip();
      at += step;
      while (out.hasRemaining()) {
        pace.moved(socket().write(out));
      }
    }
  }

  /// Sends `length` bytes of a file by the kernel alone; throws when the file is shorter.
  void send(FileChannel file, long length) throws IOException {
    long at = 0;
    while (at < length) {
      long step = file.transferTo(at, Math.min(FILE_STEP_BYTES, length - at), socket());
      if (step <= 0 && at >= file.size()) {
        throw new IOException("file became shorter");
      }
      at += step;
      pace.moved(step);
    }
  }

  /// Takes in what a refused sender still sends, so that the answer reaches it, then lets go.
  void linger() throws IOException {
    socket().shutdownOutput();
    pace.enter(Pace.Phase.BODY);
    long left = LINGER_BYTES;
    while (left > 0) {
      filled = 0;
      if (!read(0, BUFFER_BYTES)) {
        return;
      }
      left -= filled;
    }
  }

  private boolean read(int from, int limit) throws IOException {
    int count = socket().read(in.limit(limit).position(from));
    in.clear();
    if (count < 0) {
      return false;
    }
    filled = from + count;
    high = Math.max(high, filled);
    pace.moved(count);
    return true;
  }

  /// Takes `[from, to)` out of the buffer; what stands behind moves forward.
  private void drop(int from, int to) {
    int rest = filled - to;
    if (rest > 0) {
      in.put(from, in, to, rest);
    }
    filled = from + Math.max(0, rest);
  }

  private SocketChannel socket() throws IOException {
    return channel.orElseThrow(() -> new IOException("no connection"));
  }

  private static void zero(ByteBuffer bytes, int from, int to) {
    MemorySegment.ofBuffer(bytes.duplicate().clear()).asSlice(from, Math.max(0, to - from)).fill((byte) 0);
  }
}
