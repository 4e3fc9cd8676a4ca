package watchword.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One row of an archive: read into columns, or not readable.
///
/// Rows are numbered from 1; a header and blank lines do not count.
sealed interface Row {

  long number();

  /// The row as it stands in the file.
  String raw();

  /// A row in its columns.
  ///
  /// @param cells by column; a blank cell is left out
  record Read(long number, String raw, Map<String, String> cells) implements Row {

    public Read {
      cells = new LinkedHashMap<>(cells);
    }

    Optional<String> cell(String column) {
      return Optional.ofNullable(cells.get(column));
    }

    Optional<String> cell(Optional<String> column) {
      return column.flatMap(this::cell);
    }
  }

  /// A row that is no row, and why.
  record Unreadable(long number, String raw, String reason) implements Row {}
}
