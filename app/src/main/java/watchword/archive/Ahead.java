package watchword.archive;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Rows whose file has no header: their columns are the keys of the first ones, which are read ahead.
final class Ahead implements Closeable {

  /// A key that no row so early has is not a column of the file.
  private static final int ROWS = 1_000;

  private final Source source;
  private final ArrayDeque<Row> ahead = new ArrayDeque<>();
  private final Set<String> columns = new LinkedHashSet<>();

  /// Where the rows come from.
  interface Source extends Closeable {
    Optional<Row> read() throws IOException;
  }

  Ahead(Source source) throws IOException {
    this.source = source;
    while (ahead.size() < ROWS) {
      Optional<Row> row = source.read();
      if (row.isEmpty()) {
        break;
      }
      ahead.add(row.get());
      if (row.get() instanceof Row.Read read) {
        columns.addAll(read.cells().keySet());
      }
    }
  }

  Set<String> columns() {
    return Collections.unmodifiableSet(columns);
  }

  Optional<Row> next() throws IOException {
    return ahead.isEmpty() ? source.read() : Optional.of(ahead.removeFirst());
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
