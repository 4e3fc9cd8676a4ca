package watchword.archive;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// The rows of one file, one at a time and never all at once, so that a file may be larger than memory.
interface Rows extends Closeable {

  /// The columns that rows may have, in the order of the file.
  Set<String> columns();

  /// The next row, or nothing at the end. A row that cannot be read is returned as such, and the rows after it still follow.
  Optional<Row> next() throws IOException;

  /// What was passed over on purpose so far, in a few words; nothing where every row counts.
  default Optional<String> leftOut() {
    return Optional.empty();
  }
}
