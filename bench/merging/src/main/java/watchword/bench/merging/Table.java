package watchword.bench.merging;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// Rows of a CSV file by column, in the order of the file.
public record Table(List<Map<String, String>> rows) {

  public Table {
    rows = List.copyOf(rows);
  }

  public static Table read(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        Reader text = new InputStreamReader(plain, StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
      csv.forEach(line -> rows.add(new LinkedHashMap<>(line.getFieldsAsMap())));
    }
    return new Table(rows);
  }

  /// Writes some rows with some columns; the others are not in the file at all.
  public static Path write(Path file, List<String> columns, List<Map<String, String>> rows) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      csv.writeRecord(columns);
      rows.forEach(row -> csv.writeRecord(columns.stream().map(column -> cell(row, column)).toList()));
    }
    return file;
  }

  /// One column by another, such as each report's incident.
  public Map<String, String> column(String key, String value) {
    Map<String, String> column = new LinkedHashMap<>();
    rows.forEach(row -> column.put(cell(row, key), cell(row, value)));
    return column;
  }

  public static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
