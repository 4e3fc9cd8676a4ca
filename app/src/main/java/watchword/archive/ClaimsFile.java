package watchword.archive;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import watchword.core.claim.Claim;
import watchword.core.claim.Estimate;

/// Reads who says what of which item, and what is known to be right, from the files that archives come in.
///
/// @param rejects rows that say nothing, by number and reason
public record ClaimsFile(List<Claim> claims, List<Reject> rejects) {

  private static final List<String> ITEM = List.of("item", "task", "question", "object", "id");
  private static final List<String> SOURCE = List.of("source", "worker", "user", "annotator");
  private static final List<String> VALUE = List.of("value", "label", "answer", "claim");

  /// Reads claims.
  ///
  /// @throws ArchiveException in one sentence, where the file has no such columns or cannot be read
  public static ClaimsFile read(Path file, Columns named) throws IOException {
    List<Claim> claims = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    try (Rows rows = ArchiveFile.open(file, name(file), read -> {})) {
      String item = column(rows.columns(), named.item(), ITEM, file, "an item");
      String source = column(rows.columns(), named.source(), SOURCE, file, "a source");
      String value = column(rows.columns(), named.value(), VALUE, file, "a value");
      each(rows, name(file), rejects::add, row -> claims.add(new Claim(cell(row, item), cell(row, source), cell(row, value))));
    }
    return new ClaimsFile(List.copyOf(claims), List.copyOf(rejects));
  }

  /// Reads the right value of items: verdicts, or the truth to score against. Of an item with two the first holds.
  ///
  /// @param rejects told of rows that say nothing, or something else of an item
  public static Map<String, String> values(Path file, Columns named, Consumer<Reject> rejects) throws IOException {
    Map<String, String> values = new HashMap<>();
    try (Rows rows = ArchiveFile.open(file, name(file), read -> {})) {
      String item = column(rows.columns(), named.item(), ITEM, file, "an item");
      String value = column(rows.columns(), named.value(), VALUE, file, "a value");
      each(rows, name(file), rejects, row -> {
        String told = cell(row, value);
        if (!told.equals(Optional.ofNullable(values.putIfAbsent(cell(row, item), told)).orElse(told))) {
          throw new RowFault("an earlier row says something else of its " + item);
        }
      });
    }
    return values;
  }

  /// `item,value,probability,low,high`.
  public static void write(Path file, List<Estimate> estimates) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      write(out, estimates);
    }
  }

  /// The same to where the caller says; it stays open.
  public static void write(Writer out, List<Estimate> estimates) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord("item", "value", "probability", "low", "high");
    for (Estimate estimate : estimates) {
      csv.writeRecord(
          estimate.item(), estimate.value(), share(estimate.probability()), share(estimate.interval().low()), share(estimate.interval().high()));
    }
    csv.flush();
  }

  private static String share(double probability) {
    return String.format(Locale.ROOT, "%.4f", probability);
  }

  /// What the columns are called, where that is not usual.
  public record Columns(Optional<String> item, Optional<String> source, Optional<String> value) {}

  private interface Reading {
    void of(Row.Read row) throws RowFault;
  }

  private static void each(Rows rows, String file, Consumer<Reject> rejects, Reading reading) throws IOException {
    for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
      switch (next.get()) {
        case Row.Unreadable row -> rejects.accept(new Reject(file, row.number(), row.reason(), row.raw()));
        case Row.Read row -> {
          try {
            reading.of(row);
          } catch (RowFault e) {
            rejects.accept(new Reject(file, row.number(), e.reason(), row.raw()));
          }
        }
      }
    }
  }

  private static String cell(Row.Read row, String column) throws RowFault {
    return row.cell(column).orElseThrow(() -> new RowFault("the " + column + " is missing"));
  }

  private static String column(Set<String> columns, Optional<String> named, List<String> usual, Path file, String what) {
    if (named.isPresent() && !columns.contains(named.get())) {
      throw ArchiveException.misuse(name(file) + " has no column " + named.get() + "; it has " + String.join(", ", columns));
    }
    return named.or(() -> usual.stream().filter(columns::contains).findFirst()).orElseThrow(() -> ArchiveException.unusable(
        name(file) + " has no column for " + what + " (" + String.join(", ", usual) + "); name it by an option: it has " + String.join(", ", columns)));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
