package watchword.archive;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/// The rows of an archive that are not used, in the order of the files and their rows.
public final class Rejects implements Iterable<Reject>, Closeable {

  private final SortedSpool records;
  private final List<String> files;

  Rejects(Path folder, List<String> files) {
    this.records = new SortedSpool(folder);
    this.files = files;
  }

  void add(Reject reject) {
    Bytes bytes = Bytes.empty().putInt(files.indexOf(reject.file())).putLong(reject.row());
    records.add(bytes.putText(reject.reason()).putText(reject.raw()).toArray());
  }

  public long count() {
    return records.count();
  }

  @Override
  public Iterator<Reject> iterator() {
    Iterator<byte[]> each = records.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return each.hasNext();
      }

      @Override
      public Reject next() {
        Bytes bytes = Bytes.of(each.next());
        return new Reject(files.get(bytes.getInt()), bytes.getLong(), bytes.getText(), bytes.getText());
      }
    };
  }

  @Override
  public void close() {
    records.close();
  }
}
