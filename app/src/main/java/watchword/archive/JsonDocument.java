package watchword.archive;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A file that is one JSON object with its rows in a list, read token by token: GeoJSON, or a chat that Telegram
/// Desktop exported.
final class JsonDocument {

  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /// What stands before the list in every such file we know takes a few hundred bytes.
  private static final int SAMPLE = 1 << 16;

  private static final Pattern FEATURE = Pattern.compile("\"type\"\\s*:\\s*\"Feature");

  /// Only messages of that messenger have such a key.
  static final String MESSAGE = "\"date_unixtime\"";

  private enum Format {
    GEOJSON,
    TELEGRAM,
    /// Everything an account holds, with its owner's contacts.
    TELEGRAM_ACCOUNT,
    OTHER
  }

  private JsonDocument() {}

  /// Opens a document as rows; empty where the bytes are something else, and then none of them is taken.
  ///
  /// @throws ArchiveException if it is a document with more in it than its reports
  static Optional<Rows> open(InputStream bytes, String name) throws IOException {
    bytes.mark(SAMPLE);
    byte[] sample = bytes.readNBytes(SAMPLE);
    bytes.reset();
    return switch (format(sample)) {
      case GEOJSON -> Optional.of(new GeoJsonRows(parser(bytes)));
      case TELEGRAM -> Optional.of(new TelegramRows(parser(bytes)));
      case TELEGRAM_ACCOUNT ->
          throw ArchiveException.unusable(
              name + " is the export of a whole account; export the one chat that holds the reports");
      case OTHER -> Optional.empty();
    };
  }

  private static JsonParser parser(InputStream bytes) throws IOException {
    return parser(new InputStreamReader(bytes, StandardCharsets.UTF_8));
  }

  static JsonParser parser(Reader text) throws IOException {
    return JSON.createParser(new EscapeRepair(text));
  }

  private static Format format(byte[] sample) throws IOException {
    String start = new String(sample, StandardCharsets.UTF_8);
    Set<String> before = new HashSet<>();
    String type = "";
    try (JsonParser json = parser(new ByteArrayInputStream(sample))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Format.OTHER;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String key = json.currentName();
        JsonToken value = json.nextToken();
        if (value == JsonToken.START_ARRAY && key.equals("features")) {
          // The type may stand after the list; then its first feature tells.
          boolean features = type.equals("FeatureCollection") || FEATURE.matcher(start).find();
          return features ? Format.GEOJSON : Format.OTHER;
        }
        if (value == JsonToken.START_ARRAY && key.equals("messages")
            && (before.contains("type") || start.contains(MESSAGE))) {
          return Format.TELEGRAM;
        }
        if (value == JsonToken.START_OBJECT && (key.equals("personal_information") || key.equals("chats"))) {
          return Format.TELEGRAM_ACCOUNT;
        }
        type = key.equals("type") ? text(json) : type;
        before.add(key);
        json.skipChildren();
      }
    } catch (JacksonException e) {
      // Cut off in the sample or no JSON at all: whoever reads lines will say which.
      return Format.OTHER;
    }
    return Format.OTHER;
  }

  /// The present value as a text; empty where it is none.
  static String text(JsonParser json) throws IOException {
    return Optional.ofNullable(json.getValueAsString()).orElse("");
  }

  /// What to say where the text stops being JSON. The parser's own message quotes it.
  static String broken(JacksonException e) {
    JsonLocation at = e.getLocation();
    String where = at == null ? "" : " (line " + at.getLineNr() + ", character " + at.getColumnNr() + ")";
    return "not JSON" + where + "; nothing after it can be read";
  }

  /// Rows of a document have no line of their own: this is what was taken of one.
  static String raw(Map<String, String> cells) {
    try {
      return JSON.writeValueAsString(cells);
    } catch (JacksonException e) {
      throw new IllegalStateException("a row of texts is no JSON", e);
    }
  }
}
