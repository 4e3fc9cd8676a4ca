package watchword.bench.peers;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads the rows of a file and writes what became of them.
final class RowFile {

  private RowFile() {}

  /// In the order of time, as a desk would have met them.
  static List<Row> read(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord line : csv) {
        rows.add(row(line));
      }
    }
    rows.sort(Comparator.comparingLong(Row::second).thenComparing(Row::id));
    return rows;
  }

  private static Row row(NamedCsvRecord line) {
    String latitude = cell(line, "lat");
    return new Row(
        cell(line, "mention_id", "id"),
        latitude.isEmpty() ? cell(line, "place") : latitude + "," + cell(line, "lon"),
        second(cell(line, "report_date", "time")),
        cell(line, "type_of_violence", "kind"),
        cell(line, "office", "source"),
        cell(line, "headline", "text"));
  }

  private static String cell(NamedCsvRecord line, String... names) {
    for (String name : names) {
      if (line.getHeader().contains(name)) {
        return line.getField(name);
      }
    }
    return "";
  }

  private static long second(String time) {
    return time.length() == 10
        ? LocalDate.parse(time).atStartOfDay(ZoneOffset.UTC).toEpochSecond()
        : Instant.parse(time).getEpochSecond();
  }

  /// `id,incident`, as `merge --clusters` writes it.
  static void write(Path file, List<Row> rows, int[] clusters) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      csv.writeRecord("id", "incident");
      for (int i = 0; i < clusters.length; i++) {
        csv.writeRecord(rows.get(i).id(), rows.get(clusters[i]).id());
      }
    }
  }
}
