package watchword.assess;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import watchword.archive.FormatException;
import watchword.core.count.Detector;

/// A file of daily counts: the columns `day` and `count`, days one after another.
///
/// @param first the number of the first day
public record Series(int first, List<Integer> counts) {

  private static final int MOST_DAYS = 10_000;
  private static final int MOST_DAY = 100_000_000;

  public Series {
    counts = List.copyOf(counts);
  }

  /// Reads a file.
  ///
  /// @throws FormatException that names the row
  public static Series read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new FormatException(file + " is not there; name a CSV file with the columns day and count");
    }
    List<Integer> counts = new ArrayList<>();
    int first = 0;
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        if (!Set.copyOf(row.getHeader()).containsAll(Set.of("day", "count"))) {
          throw new FormatException("the first row does not name the columns day and count");
        }
        String where = "row " + (counts.size() + 1);
        int day = whole(row, "day", where, MOST_DAY);
        first = counts.isEmpty() ? day : first;
        if (day != first + counts.size()) {
          throw new FormatException(where + ": day " + day + " does not follow on the day before; write a 0 for a day without counts");
        }
        counts.add(whole(row, "count", where, Detector.MOST_COUNT));
        if (counts.size() > MOST_DAYS) {
          throw new FormatException("more than " + MOST_DAYS + " days");
        }
      }
    } catch (CsvParseException e) {
      throw new FormatException("the file is no CSV; save it as comma-separated text with the columns day and count");
    }
    if (counts.isEmpty()) {
      throw new FormatException("the file has no rows; it needs the columns day and count, and a row a day");
    }
    return new Series(first, counts);
  }

  private static int whole(NamedCsvRecord row, String column, String where, int most) {
    String text = row.findField(column).orElse("").strip();
    try {
      int value = Integer.parseInt(text);
      if (value >= 0 && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, with the row.
    }
    throw new FormatException(where + ": " + column + " is not a whole number from 0 to " + most);
  }

  public int last() {
    return first + counts.size() - 1;
  }

  public int[] array() {
    return counts.stream().mapToInt(Integer::intValue).toArray();
  }
}
