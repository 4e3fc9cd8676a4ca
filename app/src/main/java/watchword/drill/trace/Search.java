package watchword.drill.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// All spellings of all marks, ready to be looked for at once.
///
/// At each place of the bytes the next eight are looked up: a bit says whether any spelling may begin so, a table which.
/// So the time hardly depends on how many marks there are: about 300 MB a second on one core.
public final class Search {
  private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  /// One spelling in sixteen bits: six places in a hundred need the second look.
  private static final int BITS_PER_NEEDLE = 16;

  private final List<Mark> marks;
  private final List<Needle> needles = new ArrayList<>();
  private final long[] maybe;
  private final int[] first;
  private final int[] next;
  private final int shift;
  private int longest;

  /// One spelling of one mark.
  private record Needle(int mark, Spelling spelling, Bytes bytes) {}

  /// An array that is never changed.
  private static final class Bytes {
    private final byte[] array;

    Bytes(byte[] array) {
      this.array = array;
    }
  }

  public Search(Collection<Mark> marks) {
    this.marks = List.copyOf(marks);
    for (int i = 0; i < this.marks.size(); i++) {
      spell(i, this.marks.get(i));
    }
    int bits = Math.max(6, 32 - Integer.numberOfLeadingZeros(needles.size() * BITS_PER_NEEDLE));
    maybe = new long[1 << (bits - 6)];
    shift = 64 - bits;
    first = new int[1 << bits];
    next = new int[needles.size()];
    Arrays.fill(first, -1);
    for (int i = 0; i < needles.size(); i++) {
      int slot = slot((long) EIGHT.get(needles.get(i).bytes().array, 0));
      maybe[slot >>> 6] |= 1L << slot;
      next[i] = first[slot];
      first[slot] = i;
    }
  }

  /// Spellings that are the same bytes are one.
  private void spell(int number, Mark mark) {
    List<byte[]> seen = new ArrayList<>();
    for (Spelling spelling : Spelling.values()) {
      spelling.of(mark).filter(bytes -> seen.stream().noneMatch(other -> Arrays.equals(other, bytes))).ifPresent(bytes -> {
        seen.add(bytes);
        needles.add(new Needle(number, spelling, new Bytes(bytes)));
        longest = Math.max(longest, bytes.length);
      });
    }
  }

  private int slot(long eight) {
    return (int) ((eight * 0x9E3779B97F4A7C15L) >>> shift);
  }

  /// Begins to look through one run of bytes, which comes in pieces.
  ///
  /// @param where what the traces will say
  public Scan scan(String where) {
    return new Scan(where);
  }

  /// One run of bytes being looked through.
  public final class Scan {
    private final String where;
    private final Set<Trace> traces = new HashSet<>();
    private byte[] window = new byte[0];
    private int kept;
    private long bytes;

    private Scan(String where) {
      this.where = where;
    }

    /// Takes the next piece: the first `length` bytes. What begins in one piece and ends in a later one is found too.
    public void take(byte[] piece, int length) {
      if (window.length < kept + length) {
        window = Arrays.copyOf(window, kept + length);
      }
      System.arraycopy(piece, 0, window, kept, length);
      int end = kept + length;
      look(end);
      bytes += length;
      int keep = Math.min(end, Math.max(0, longest - 1));
      System.arraycopy(window, end - keep, window, 0, keep);
      kept = keep;
    }

    private void look(int end) {
      for (int at = 0; at <= end - Mark.LEAST_BYTES; at++) {
        long eight = (long) EIGHT.get(window, at);
        if (eight == 0) {
          continue;
        }
        int slot = slot(eight);
        if ((maybe[slot >>> 6] & 1L << slot) != 0) {
          compare(slot, at, end);
        }
      }
    }

    private void compare(int slot, int at, int end) {
      for (int i = first[slot]; i >= 0; i = next[i]) {
        Needle needle = needles.get(i);
        byte[] wanted = needle.bytes().array;
        if (wanted.length <= end - at && Arrays.equals(window, at, at + wanted.length, wanted, 0, wanted.length)) {
          traces.add(new Trace(marks.get(needle.mark()), needle.spelling(), where));
        }
      }
    }

    /// What comes next does not follow on what came.
    public void gap() {
      kept = 0;
    }

    /// Returns what was found so far, each mark once in each spelling.
    public Set<Trace> traces() {
      return Set.copyOf(traces);
    }

    /// Returns how many bytes were looked through.
    public long bytes() {
      return bytes;
    }
  }
}
