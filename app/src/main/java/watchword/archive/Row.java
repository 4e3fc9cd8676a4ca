package watchword.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One row of an archive: read into columns, or not readable.
///
/// Rows are numbered from 1; a header and blank lines do not count, but in JSON Lines a row is named by its line.
sealed interface Row {

  /// So much of a row is kept to be shown again.
  int MAX_RAW_CHARS = 1 << 16;

  long number();

  /// The row as it stands in the file, to its first 65,536 characters.
  String raw();

  /// A row in its columns.
  ///
  /// @param cells by column; a blank cell is left out
  record Read(long number, String raw, Map<String, String> cells) implements Row {

    public Read {
      raw = bounded(raw);
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
  record Unreadable(long number, String raw, String reason) implements Row {

    public Unreadable {
      raw = bounded(raw);
    }
  }

  private static String bounded(String raw) {
    return raw.length() <= MAX_RAW_CHARS ? raw : raw.substring(0, MAX_RAW_CHARS);
  }
}
