package watchword.archive;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/// Records that are read again in the order of their bytes, as often as wanted, once all are down.
///
/// What fits into memory is sorted there. More is put down in sorted runs, which are merged while they are read.
final class SortedSpool implements Iterable<byte[]>, Closeable {

  /// A run of this size takes 64 MB of heap or a little more.
  static final int RUN_BYTES = 48 << 20;

  /// What an array costs beside its bytes.
  private static final int OVERHEAD = 24;

  private final int runBytes;
  private final Spool runs;
  private final List<Long> ends = new ArrayList<>();
  private final List<byte[]> inMemory = new ArrayList<>();
  private int bytes;
  private boolean sorted = true;

  SortedSpool(Path folder) {
    this(folder, RUN_BYTES);
  }

  SortedSpool(Path folder, int runBytes) {
    this.runBytes = runBytes;
    this.runs = new Spool(new Scratch(folder, 0));
  }

  void add(byte[] record) {
    sorted = sorted && (inMemory.isEmpty() || Arrays.compareUnsigned(inMemory.getLast(), record) <= 0);
    inMemory.add(record);
    bytes += record.length + OVERHEAD;
    if (bytes > runBytes) {
      sort();
      inMemory.forEach(runs::add);
      ends.add(runs.size());
      inMemory.clear();
      bytes = 0;
      sorted = true;
    }
  }

  /// How many records.
  long count() {
    return runs.count() + inMemory.size();
  }

  @Override
  public Iterator<byte[]> iterator() {
    sort();
    List<Iterator<byte[]>> all = new ArrayList<>();
    long from = 0;
    for (long end : ends) {
      all.add(runs.run(from, end));
      from = end;
    }
    all.add(inMemory.iterator());
    return all.size() == 1 ? all.getFirst() : new Merge(all);
  }

  private void sort() {
    if (!sorted) {
      inMemory.sort(Arrays::compareUnsigned);
      sorted = true;
    }
  }

  @Override
  public void close() {
    inMemory.clear();
    runs.close();
  }

  private static final class Merge implements Iterator<byte[]> {

    /// A run and the record it stands at.
    private static final class Head {
      private final byte[] record;
      private final Iterator<byte[]> rest;

      Head(Iterator<byte[]> run) {
        record = run.next();
        rest = run;
      }
    }

    private final PriorityQueue<Head> heads = new PriorityQueue<>((a, b) -> Arrays.compareUnsigned(a.record, b.record));

    Merge(List<Iterator<byte[]>> runs) {
      runs.forEach(this::offer);
    }

    private void offer(Iterator<byte[]> run) {
      if (run.hasNext()) {
        heads.add(new Head(run));
      }
    }

    @Override
    public boolean hasNext() {
      return !heads.isEmpty();
    }

    @Override
    public byte[] next() {
      Head head = heads.poll();
      if (head == null) {
        throw new NoSuchElementException();
      }
      offer(head.rest);
      return head.record;
    }
  }
}
