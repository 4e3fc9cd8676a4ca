package watchword.desk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import watchword.core.kind.Kind;
import watchword.core.kind.Kinds;
import watchword.core.place.Place;
import watchword.core.report.Channel;
import watchword.core.report.Figure;
import watchword.core.report.MediaHash;
import watchword.core.report.Report;
import watchword.core.report.ReportId;
import watchword.core.report.SourceKey;
import watchword.core.report.Stance;
import watchword.core.time.Span;
import watchword.seal.FormatException;

/// A report as its sender's device writes it (spec/report.md): one spelling, everything else refused by name.
public final class ReportFormat {

  private static final byte[] FIRST_LINE = "watchword.report/1\n".getBytes(StandardCharsets.US_ASCII);
  private static final List<String> KEYS = List.of("kind", "stance", "place", "when", "text", "figures", "photos", "mailbox");
  private static final int MAX_TEXT_BYTES = 6_000;
  private static final int MAX_FIGURES = 8;
  private static final long MAX_FIGURE = 1_000_000;
  private static final int MAX_PHOTOS = 4;
  private static final int MAX_UNCERTAINTY = 2_000_000;
  private static final int PLACE_DECIMALS = 5;
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'").withZone(ZoneOffset.UTC);

  private static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(JSON)
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Kinds kinds;

  public ReportFormat(Kinds kinds) {
    this.kinds = kinds;
  }

  /// Where a reply goes: a public key and a tag, in the words of the file.
  public record Mailbox(String key, String tag) {
    /// As the journal keeps it.
    public String spelling() {
      return tag + " " + key;
    }
  }

  /// A report and its mailbox.
  public record Opened(Report report, Mailbox mailbox) {}

  /// The id of a report: the SHA-256 of its content.
  public static ReportId id(byte[] content) {
    try {
      return new ReportId(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public byte[] write(Report report, Mailbox mailbox) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("kind", report.kind().id());
      json.writeStringField("stance", spell(report.stance()));
      writePlace(json, report.place());
      json.writeObjectFieldStart("when");
      json.writeStringField("earliest", MINUTE.format(report.when().earliest()));
      json.writeStringField("latest", MINUTE.format(report.when().latest()));
      json.writeEndObject();
      json.writeStringField("text", report.text());
      json.writeArrayFieldStart("figures");
      for (Figure figure : report.figures()) {
        json.writeStartObject();
        json.writeStringField("name", figure.name());
        json.writeNumberField("value", figure.value());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("photos");
      for (MediaHash photo : report.media()) {
        json.writeString(photo.value());
      }
      json.writeEndArray();
      json.writeObjectFieldStart("mailbox");
      json.writeStringField("key", mailbox.key());
      json.writeStringField("tag", mailbox.tag());
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] body = out.toString().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(FIRST_LINE.length + body.length).put(FIRST_LINE).put(body).array();
  }

  private static void writePlace(JsonGenerator json, Optional<Place> place) throws IOException {
    if (place.isEmpty()) {
      json.writeNullField("place");
      return;
    }
    json.writeObjectFieldStart("place");
    json.writeNumberField("latitude", decimal(place.get().latitude()));
    json.writeNumberField("longitude", decimal(place.get().longitude()));
    json.writeNumberField("uncertaintyMetres", Math.max(1, Math.min(MAX_UNCERTAINTY, Math.round(place.get().uncertaintyMetres()))));
    json.writeStringField("name", place.get().name());
    json.writeEndObject();
  }

  private static BigDecimal decimal(double degrees) {
    return BigDecimal.valueOf(degrees).setScale(PLACE_DECIMALS, RoundingMode.HALF_EVEN);
  }

  /// Reads the content of a sealed report.
  public Opened read(byte[] content) throws FormatException {
    if (content.length < FIRST_LINE.length || !MessageDigest.isEqual(FIRST_LINE, java.util.Arrays.copyOf(content, FIRST_LINE.length))) {
      throw new FormatException("the first line is not watchword.report/1");
    }
    JsonNode node = json(content);
    keys(node, "report", KEYS);
    String text = text(node.get("text"));
    Mailbox mailbox = mailbox(node.get("mailbox"));
    Report report = new Report(
        id(content),
        Channel.SEALED,
        new SourceKey(mailbox.tag()),
        kind(node.get("kind")),
        stance(node.get("stance")),
        place(node.get("place")),
        span(node.get("when")),
        text,
        figures(node.get("figures")),
        photos(node.get("photos")));
    return new Opened(report, mailbox);
  }

  private static JsonNode json(byte[] content) throws FormatException {
    try {
      String body = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content, FIRST_LINE.length, content.length - FIRST_LINE.length)).toString();
      return MAPPER.readTree(body);
    } catch (CharacterCodingException e) {
      throw new FormatException("the report is not UTF-8");
    } catch (JsonProcessingException e) {
      throw new FormatException("the report is not one JSON object without doubled keys");
    }
  }

  /// Exactly these keys in this order.
  private static void keys(JsonNode node, String what, List<String> keys) throws FormatException {
    List<String> found = new ArrayList<>();
    if (node != null && node.isObject()) {
      node.fieldNames().forEachRemaining(found::add);
    }
    if (!found.equals(keys)) {
      throw new FormatException(what + " does not have exactly the keys " + String.join(", ", keys) + " in this order");
    }
  }

  private static String string(JsonNode node, String what) throws FormatException {
    if (!node.isTextual()) {
      throw new FormatException(what + " is not a string");
    }
    return node.textValue();
  }

  private static String text(JsonNode node) throws FormatException {
    String text = string(node, "text");
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT_BYTES) {
      throw new FormatException("text is longer than 6000 bytes");
    }
    if (!Normalizer2.getNFCInstance().isNormalized(text)) {
      throw new FormatException("text is not in normal form C");
    }
    return text;
  }

  private Kind kind(JsonNode node) throws FormatException {
    return kinds.find(string(node, "kind")).orElseThrow(() -> new FormatException("kind is not in the catalogue"));
  }

  static String spell(Stance stance) {
    return switch (stance) {
      case SIGHTING -> "sighting";
      case DENIAL -> "denial";
      case HEARSAY -> "hearsay";
      case QUESTION -> "question";
    };
  }

  private static Stance stance(JsonNode node) throws FormatException {
    String spelling = string(node, "stance");
    for (Stance stance : Stance.values()) {
      if (spell(stance).equals(spelling)) {
        return stance;
      }
    }
    throw new FormatException("stance is not sighting, denial, hearsay or question");
  }

  private static Optional<Place> place(JsonNode node) throws FormatException {
    if (node.isNull()) {
      return Optional.empty();
    }
    keys(node, "place", List.of("latitude", "longitude", "uncertaintyMetres", "name"));
    double latitude = degrees(node.get("latitude"), "latitude", 90);
    double longitude = degrees(node.get("longitude"), "longitude", 180);
    long uncertainty = whole(node.get("uncertaintyMetres"), "uncertaintyMetres", 1, MAX_UNCERTAINTY);
    return Optional.of(new Place(latitude, longitude, (double) uncertainty, string(node.get("name"), "place name")));
  }

  private static double degrees(JsonNode node, String what, int limit) throws FormatException {
    if (!node.isNumber() || node.decimalValue().scale() > PLACE_DECIMALS) {
      throw new FormatException(what + " is not a number of at most 5 decimals");
    }
    double degrees = node.doubleValue();
    if (Math.abs(degrees) > limit) {
      throw new FormatException("%s is not between −%d and %d".formatted(what, limit, limit));
    }
    return degrees;
  }

  private static long whole(JsonNode node, String what, long least, long most) throws FormatException {
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < least || node.longValue() > most) {
      throw new FormatException("%s is not a whole number from %d to %d".formatted(what, least, most));
    }
    return node.longValue();
  }

  private static Span span(JsonNode node) throws FormatException {
    keys(node, "when", List.of("earliest", "latest"));
    Instant earliest = minute(node.get("earliest"), "earliest");
    Instant latest = minute(node.get("latest"), "latest");
    if (latest.isBefore(earliest)) {
      throw new FormatException("when ends before it starts");
    }
    return new Span(earliest, latest);
  }

  private static Instant minute(JsonNode node, String what) throws FormatException {
    try {
      return MINUTE.parse(string(node, what), Instant::from);
    } catch (DateTimeParseException e) {
      throw new FormatException(what + " is not a UTC minute like 2026-11-22T10:00Z");
    }
  }

  private static List<Figure> figures(JsonNode node) throws FormatException {
    if (!node.isArray() || node.size() > MAX_FIGURES) {
      throw new FormatException("figures is not a list of at most 8");
    }
    List<Figure> figures = new ArrayList<>();
    for (JsonNode figure : node) {
      keys(figure, "figure", List.of("name", "value"));
      figures.add(new Figure(string(figure.get("name"), "figure name"), whole(figure.get("value"), "figure value", 0, MAX_FIGURE)));
    }
    return figures;
  }

  private static List<MediaHash> photos(JsonNode node) throws FormatException {
    if (!node.isArray() || node.size() > MAX_PHOTOS) {
      throw new FormatException("photos is not a list of at most 4");
    }
    List<MediaHash> photos = new ArrayList<>();
    for (JsonNode photo : node) {
      String hash = string(photo, "photo");
      if (!hash.matches("[0-9a-f]{64}")) {
        throw new FormatException("a photo is not named by 64 lower-case hex digits");
      }
      photos.add(new MediaHash(hash));
    }
    return photos;
  }

  private static Mailbox mailbox(JsonNode node) throws FormatException {
    keys(node, "mailbox", List.of("key", "tag"));
    String key = string(node.get("key"), "mailbox key");
    String tag = string(node.get("tag"), "mailbox tag");
    if (!key.matches("[A-Za-z0-9_-]{1622}")) {
      throw new FormatException("mailbox key is not 1216 bytes of base64url");
    }
    if (!tag.matches("[0-9a-f]{32}")) {
      throw new FormatException("mailbox tag is not 32 lower-case hex digits");
    }
    return new Mailbox(key, tag);
  }
}
