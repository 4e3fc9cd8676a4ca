package watchword.archive;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import watchword.archive.Lines.Line;

/// Rows of JSON Lines: one object a line, numbered as an editor numbers lines.
///
/// A key inside an object is the column `outer.inner`; a list of values is read as one text. A line that is a message of
/// Telegram is read as in its exports: who wrote it stands nowhere, also not in the raw form of a rejected one.
final class JsonLinesRows implements Rows {

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .readerFor(JsonNode.class);

  /// What every message of an export has, and rows of our own kind have not.
  private static final List<String> MESSAGE = List.of(JsonDocument.MESSAGE, "\"type\"");

  private final Lines lines;
  private final ArrayDeque<Line> again = new ArrayDeque<>();
  private final Ahead rows;
  private long service;

  /// @param first the lines read so far
  JsonLinesRows(List<Line> first, Lines lines) throws IOException {
    this.lines = lines;
    again.addAll(first);
    this.rows = new Ahead(new Ahead.Source() {
      @Override
      public Optional<Row> read() throws IOException {
        return object();
      }

      @Override
      public void close() throws IOException {
        lines.close();
      }
    });
  }

  @Override
  public Set<String> columns() {
    return rows.columns();
  }

  @Override
  public Optional<Row> next() throws IOException {
    return rows.next();
  }

  private Optional<Row> object() throws IOException {
    for (Optional<Line> line = line(); line.isPresent(); line = line()) {
      boolean message = MESSAGE.stream().allMatch(line.get().text()::contains);
      if (!line.get().isBlank()) {
        Optional<Row> row = message ? message(line.get()) : Optional.of(row(line.get()));
        if (row.isPresent()) {
          return row;
        }
      }
    }
    return Optional.empty();
  }

  /// A message of Telegram; empty where it is one of the messenger itself.
  private Optional<Row> message(Line line) throws IOException {
    if (line.fault().isPresent()) {
      return Optional.of(new Row.Unreadable(line.number(), "", line.fault().get()));
    }
    try (JsonParser json = JsonDocument.parser(new StringReader(line.text()))) {
      json.nextToken();
      Optional<Map<String, String>> cells = TelegramRows.cells(json);
      service += cells.isEmpty() ? 1 : 0;
      return cells.map(known -> new Row.Read(line.number(), JsonDocument.raw(known), known));
    } catch (JacksonException e) {
      return Optional.of(new Row.Unreadable(line.number(), "", notJson(e)));
    }
  }

  @Override
  public Optional<String> leftOut() {
    return TelegramRows.leftOut(service);
  }

  private Optional<Line> line() throws IOException {
    return again.isEmpty() ? lines.next() : Optional.of(again.removeFirst());
  }

  private Row row(Line line) {
    long number = line.number();
    if (line.fault().isPresent()) {
      return new Row.Unreadable(number, line.text(), line.fault().get());
    }
    try {
      JsonNode object = JSON.readTree(line.text());
      if (!object.isObject()) {
        return new Row.Unreadable(number, line.text(), "not a JSON object");
      }
      Map<String, String> cells = new LinkedHashMap<>();
      flatten("", object, cells);
      return new Row.Read(number, line.text(), cells);
    } catch (JacksonException e) {
      return new Row.Unreadable(number, line.text(), notJson(e));
    }
  }

  /// The parser's own message quotes the line.
  private static String notJson(JacksonException e) {
    return "not JSON" + (e.getLocation() == null ? "" : " (character " + e.getLocation().getColumnNr() + ")");
  }

  /// Puts every value of an object under its column.
  static void flatten(String prefix, JsonNode object, Map<String, String> cells) {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String column = prefix + entry.getKey();
      JsonNode value = entry.getValue();
      if (value.isObject()) {
        flatten(column + ".", value, cells);
      } else {
        String cell = text(value).strip();
        if (!cell.isEmpty()) {
          cells.put(column, cell);
        }
      }
    }
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      return value.valueStream().filter(JsonNode::isValueNode).map(JsonLinesRows::text).collect(Collectors.joining(" "));
    }
    if (value.isBigDecimal()) {
      return value.decimalValue().toPlainString();
    }
    return value.isNull() ? "" : value.asText();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
