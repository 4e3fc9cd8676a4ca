package watchword.archive;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import watchword.core.merging.SeenTwice;
import watchword.core.report.Report;

/// The reports of several files in their order, each id once.
///
/// An id that stands twice keeps the row that comes first by content, so that the order of rows decides nothing.
final class Reports implements Closeable {

  private final ReportRecords tables;
  private final Spool records;
  private final Path folder;
  private final SeenTwice ids = new SeenTwice();
  private final BitSet dropped = new BitSet();

  Reports(Path folder, List<String> files) {
    this.folder = folder;
    this.tables = new ReportRecords(files);
    this.records = new Spool(folder);
  }

  void add(ArchivedReport one) {
    records.add(tables.bytes(one));
    ids.add(hash(one.report().id().value()));
  }

  /// All reports are there: those whose id another one has are dropped and told.
  void eachIdOnce(Consumer<Reject> rejects) {
    if (!ids.any()) {
      return;
    }
    try (SortedSpool twice = new SortedSpool(folder)) {
      int number = 0;
      for (byte[] record : records) {
        if (ids.contains(hash(ReportRecords.id(record)))) {
          twice.add(byContent(tables.report(record), number));
        }
        number++;
      }
      String kept = "";
      long keptRow = 0;
      for (byte[] record : twice) {
        Bytes bytes = Bytes.of(record);
        String id = bytes.getText();
        bytes.getInstant();
        String raw = bytes.getText();
        int at = bytes.getInt();
        String file = tables.file(bytes.getInt());
        long row = bytes.getLong();
        if (id.equals(kept)) {
          dropped.set(at);
          rejects.accept(new Reject(file, row, "its id is that of row " + keptRow + " too", raw));
        } else {
          kept = id;
          keptRow = row;
        }
      }
    }
  }

  private byte[] byContent(ArchivedReport one, int number) {
    Report report = one.report();
    return Bytes.empty()
        .putText(report.id().value()).putInstant(report.when().earliest()).putText(one.raw()).putInt(number)
        .putInt(tables.fileNumber(one.file())).putLong(one.row()).toArray();
  }

  long count() {
    return records.count() - dropped.cardinality();
  }

  ReportRecords tables() {
    return tables;
  }

  /// Their records, in the order of the files.
  Iterable<byte[]> records() {
    return () -> new Iterator<>() {
      private final Iterator<byte[]> each = records.iterator();
      private int number;
      private byte[] next = new byte[0];
      private boolean ready;

      @Override
      public boolean hasNext() {
        while (!ready && each.hasNext()) {
          next = each.next();
          ready = !dropped.get(number++);
        }
        return ready;
      }

      @Override
      public byte[] next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        ready = false;
        return next;
      }
    };
  }

  /// Odd, and nearly always another one for another id.
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    return (hash ^ (hash >>> 32)) | 1;
  }

  @Override
  public void close() {
    records.close();
  }
}
