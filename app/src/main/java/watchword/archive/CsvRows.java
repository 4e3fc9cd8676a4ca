package watchword.archive;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watchword.archive.Lines.Line;

/// Rows of comma, semicolon or tab separated values under a header.
///
/// A quote that never closes would swallow all rows after it. So the parser is fed line by line and the lines of a row are kept until the row
/// proves whole; where it does not, only its first line is given up and reading goes on with the second.
final class CsvRows implements Rows {

  private static final String SEPARATORS = ",;\t";

  private final Lines lines;
  private final char separator;
  private final List<String> header;
  private final Set<String> columns;
  private final ArrayDeque<Line> again = new ArrayDeque<>();
  private final List<Line> fed = new ArrayList<>();
  private Iterator<CsvRecord> records;
  private long number;

  /// @param first the lines read so far, the last of them the header's first
  CsvRows(List<Line> first, Lines lines) {
    this.lines = lines;
    again.addAll(first);
    separator = separatorOf(first.getLast().text());
    records = parser();
    header = header().stream().map(String::strip).toList();
    Set<String> seen = new HashSet<>();
    Set<String> twice = header.stream().filter(column -> !seen.add(column)).collect(Collectors.toSet());
    // A name that stands twice names no column.
    columns =
        header.stream().filter(column -> !column.isEmpty() && !twice.contains(column)).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public Set<String> columns() {
    return Collections.unmodifiableSet(columns);
  }

  @Override
  public Optional<Row> next() throws IOException {
    fed.clear();
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CsvRecord record = records.next();
      number++;
      dropBlankBefore();
      return Optional.of(row(record.getFields()));
    } catch (CsvParseException e) {
      number++;
      dropBlankBefore();
      return Optional.of(giveUpFirstLine("a quote does not close where its field ends"));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Row row(List<String> fields) {
    if (fields.size() != header.size()) {
      String reason = fields.size() + (fields.size() == 1 ? " field" : " fields") + " where the header has " + header.size();
      return fed.size() > 1 ? giveUpFirstLine(reason) : new Row.Unreadable(number, raw(), fault().orElse(reason));
    }
    if (neverClosed(fields.getLast())) {
      return giveUpFirstLine("a quote is never closed");
    }
    Optional<String> fault = fault();
    if (fault.isPresent()) {
      return new Row.Unreadable(number, raw(), fault.get());
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      String cell = fields.get(i).strip();
      if (!cell.isEmpty() && columns.contains(header.get(i))) {
        cells.put(header.get(i), cell);
      }
    }
    return new Row.Read(number, raw(), cells);
  }

  /// Rejects the first line of a row that is not whole, and reads the others anew.
  private Row giveUpFirstLine(String reason) {
    Line first = fed.getFirst();
    for (int i = fed.size() - 1; i > 0; i--) {
      again.addFirst(fed.get(i));
    }
    records = parser();
    return new Row.Unreadable(number, first.text(), first.fault().orElse(reason));
  }

  /// Whether the last field swallowed the end of the last line: a field that closes can do so only by a quote that stands alone in its line.
  private boolean neverClosed(String lastField) {
    return lastField.endsWith("\n") && !fed.getLast().text().equals("\"");
  }

  private void dropBlankBefore() {
    while (fed.size() > 1 && fed.getFirst().text().isEmpty()) {
      fed.removeFirst();
    }
  }

  private Optional<String> fault() {
    return fed.stream().flatMap(line -> line.fault().stream()).findFirst();
  }

  private String raw() {
    return fed.stream().map(Line::text).collect(Collectors.joining("\n"));
  }

  private List<String> header() {
    try {
      return records.hasNext() ? records.next().getFields() : List.of();
    } catch (CsvParseException e) {
      throw ArchiveException.unusable("a quote in the header does not close");
    }
  }

  private static char separatorOf(String header) {
    return (char) SEPARATORS.chars().boxed()
        .max(Comparator.comparingLong(separator -> header.chars().filter(c -> c == separator).count()))
        .orElse((int) ',').intValue();
  }

  private Iterator<CsvRecord> parser() {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .maxBufferSize(2 * Lines.MAX_CHARS)
        .ofCsvRecord(new Feed())
        .iterator();
  }

  /// Hands the parser one line at a time and remembers it.
  private final class Feed extends Reader {
    private String text = "";
    private int at;

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
      if (at == text.length()) {
        Optional<Line> line = again.isEmpty() ? lines.next() : Optional.of(again.removeFirst());
        if (line.isEmpty()) {
          return -1;
        }
        fed.add(line.get());
        text = line.get().text() + "\n";
        at = 0;
      }
      int count = Math.min(length, text.length() - at);
      text.getChars(at, at + count, into, offset);
      at += count;
      return count;
    }

    @Override
    public void close() {
      // The lines belong to the rows.
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
