package watchword.archive;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Messages of one chat, as Telegram Desktop exports it to `result.json`.
///
/// What is not named here is dropped while reading and stands in no row, also not in the raw form of one that is
/// rejected: who wrote, who forwarded, whom it answers, who reacted. Words that name a person or a number (mentions,
/// phone numbers, addresses) are left out of the text. That a message was forwarded is kept, and not from whom: that may be
/// a person. It keeps its first date however often it was edited.
/// Messages of the messenger itself (someone joined, someone called) are counted and not read.
final class TelegramRows implements Rows {

  private static final String ID = "id";
  private static final String TIME = "time";
  static final String TEXT = "text";
  private static final String CHANNEL = "channel";
  private static final String LATITUDE = "latitude";
  private static final String LONGITUDE = "longitude";

  /// `yes` where somebody else wrote the message.
  static final String FORWARDED = "forwarded";

  /// Code points; the messenger allows as many characters.
  private static final int LONGEST_NAME = 128;

  /// What is read of the chat itself.
  private static final Set<String> HEAD = Set.of("name", "type");

  /// Parts of a text that say who somebody is.
  private static final Set<String> NAMING = Set.of("mention", "mention_name", "phone", "email", "bank_card");

  private final JsonParser json;
  private final Optional<String> channel;
  private final Optional<String> outlet;
  private long number;
  private long service;
  private boolean ended;

  /// @param json before the first token of the export
  TelegramRows(JsonParser json) throws IOException {
    this.json = json;
    Map<String, String> head = new LinkedHashMap<>();
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME && !json.currentName().equals("messages")) {
      String key = json.currentName();
      json.nextToken();
      if (HEAD.contains(key)) {
        head.put(key, JsonDocument.text(json));
      }
      json.skipChildren();
    }
    json.nextToken();
    String type = head.getOrDefault("type", "");
    // A chat of two has the other one's name.
    boolean open = type.contains("channel") || type.contains("group");
    channel = Optional.of(head.getOrDefault("name", "").strip()).filter(given -> open && !given.isEmpty());
    outlet = channel.filter(given -> type.endsWith("_channel")).map(TelegramRows::line);
  }

  /// The channel whose posts these are, on one line; empty for a group, where persons write.
  Optional<String> outlet() {
    return outlet;
  }

  private static String line(String name) {
    String line = name.replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST_NAME ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }

  @Override
  public Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>(List.of(ID, TIME, TEXT, LATITUDE, LONGITUDE, FORWARDED));
    channel.ifPresent(name -> columns.add(CHANNEL));
    return columns;
  }

  @Override
  public Optional<String> leftOut() {
    return leftOut(service);
  }

  static Optional<String> leftOut(long service) {
    String messages = service == 1 ? " message" : " messages";
    return service == 0 ? Optional.empty() : Optional.of(service + messages + " of the messenger itself left out");
  }

  @Override
  public Optional<Row> next() throws IOException {
    while (!ended) {
      number++;
      try {
        JsonToken token = json.nextToken();
        if (token == JsonToken.END_ARRAY) {
          ended = true;
        } else if (token == JsonToken.START_OBJECT) {
          Optional<Row> row = message();
          if (row.isPresent()) {
            return row;
          }
        } else {
          json.skipChildren();
          return Optional.of(new Row.Unreadable(number, "", "not a message"));
        }
      } catch (JacksonException e) {
        ended = true;
        return Optional.of(new Row.Unreadable(number, "", JsonDocument.broken(e)));
      }
    }
    return Optional.empty();
  }

  private Optional<Row> message() throws IOException {
    Optional<Map<String, String>> cells = cells(json);
    if (cells.isEmpty()) {
      service++;
      return Optional.empty();
    }
    channel.ifPresent(name -> cells.get().put(CHANNEL, name));
    return Optional.of(new Row.Read(number, JsonDocument.raw(cells.get()), cells.get()));
  }

  /// Reads one message to its end; empty where it is one of the messenger itself.
  ///
  /// @param json at its first brace
  static Optional<Map<String, String>> cells(JsonParser json) throws IOException {
    Map<String, String> cells = new LinkedHashMap<>();
    String type = "";
    String unixTime = "";
    String entities = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "id" -> cells.put(ID, JsonDocument.text(json));
        case "type" -> type = JsonDocument.text(json);
        case "date" -> cells.put(TIME, JsonDocument.text(json));
        case "date_unixtime" -> unixTime = JsonDocument.text(json);
        case "text" -> cells.put(TEXT, words(json));
        case "text_entities" -> entities = words(json);
        case "forwarded_from", "forwarded_from_id" -> cells.put(FORWARDED, "yes");
        case "location_information" -> pin(json, cells);
        default -> {}
      }
      json.skipChildren();
    }
    if (!type.equals("message")) {
      return Optional.empty();
    }
    instant(unixTime).ifPresent(time -> cells.put(TIME, time.toString()));
    if (cells.getOrDefault(TEXT, "").isEmpty()) {
      cells.put(TEXT, entities);
    }
    cells.values().removeIf(String::isBlank);
    return Optional.of(cells);
  }

  /// A string, or a list of strings and of objects with a `text`.
  private static String words(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      return JsonDocument.text(json);
    }
    StringBuilder words = new StringBuilder();
    for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        words.append(part(json));
      } else if (token == JsonToken.VALUE_STRING) {
        words.append(json.getText());
      } else {
        json.skipChildren();
      }
    }
    return words.toString();
  }

  private static String part(JsonParser json) throws IOException {
    String type = "";
    String text = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      json.nextToken();
      type = key.equals("type") ? JsonDocument.text(json) : type;
      text = key.equals("text") ? JsonDocument.text(json) : text;
      json.skipChildren();
    }
    return NAMING.contains(type) ? "" : text;
  }

  private static void pin(JsonParser json, Map<String, String> cells) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      json.nextToken();
      if (key.equals(LATITUDE) || key.equals(LONGITUDE)) {
        cells.put(key, JsonDocument.text(json));
      }
      json.skipChildren();
    }
  }

  private static Optional<Instant> instant(String seconds) {
    try {
      return seconds.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
