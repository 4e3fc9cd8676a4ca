package watchword.archive;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// Records put down one after the other and read again from the first, as often as wanted, once all are down.
final class Spool implements Iterable<byte[]>, Closeable {

  /// An archive of some ten thousand rows stays in memory.
  private static final int IN_MEMORY = 16 << 20;

  private static final int LENGTH = Integer.BYTES;

  private final Scratch scratch;
  private final byte[] length = new byte[LENGTH];
  private long count;

  Spool(Path folder) {
    this(new Scratch(folder, IN_MEMORY));
  }

  Spool(Scratch scratch) {
    this.scratch = scratch;
  }

  void add(byte[] record) {
    Bytes.putInt(length, 0, record.length);
    scratch.append(length);
    scratch.append(record);
    count++;
  }

  /// How many records.
  long count() {
    return count;
  }

  /// How many bytes; a run of records ends here.
  long size() {
    return scratch.size();
  }

  @Override
  public Iterator<byte[]> iterator() {
    return run(0, size());
  }

  /// The records between two sizes.
  Iterator<byte[]> run(long from, long to) {
    return new Run(from, to);
  }

  @Override
  public void close() {
    scratch.close();
  }

  private final class Run implements Iterator<byte[]> {

    private static final int AHEAD = 1 << 17;

    private final long to;
    private long next;
    private byte[] buffer = new byte[AHEAD];
    private int at;
    private int end;

    Run(long from, long to) {
      this.next = from;
      this.to = to;
    }

    @Override
    public boolean hasNext() {
      return at < end || next < to;
    }

    @Override
    public byte[] next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int size = Bytes.getInt(take(LENGTH), 0);
      return take(size);
    }

    private byte[] take(int size) {
      byte[] taken = new byte[size];
      int done = 0;
      while (done < size) {
        if (at == end) {
          fill();
        }
        int part = Math.min(size - done, end - at);
        System.arraycopy(buffer, at, taken, done, part);
        at += part;
        done += part;
      }
      return taken;
    }

    private void fill() {
      if (buffer.length > to - next) {
        buffer = new byte[(int) (to - next)];
      }
      end = scratch.read(next, buffer);
      at = 0;
      next += end;
      if (end == 0) {
        throw new IllegalStateException("a record is cut off");
      }
    }
  }
}
