package watchword.desk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
import watchword.seal.PublicKey;

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
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern TAG = Pattern.compile("[0-9a-f]{32}");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'")
      .withZone(ZoneOffset.UTC).withResolverStyle(ResolverStyle.STRICT); // 30 February is no day

  private static final JsonFactory JSON = StrictJson.factory();

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

  /// Reads the content of a sealed report; a refusal begins with its name in spec/report.md.
  public Opened read(byte[] content) throws FormatException {
    if (content.length < FIRST_LINE.length || !Arrays.equals(FIRST_LINE, 0, FIRST_LINE.length, content, 0, FIRST_LINE.length)) {
      throw new FormatException("first line: not watchword.report/1");
    }
    JsonNode node = StrictJson.object(content, FIRST_LINE.length);
    StrictJson.keys(node, "report", KEYS);
    Mailbox mailbox = mailbox(node.get("mailbox"));
    List<Figure> figures = figures(node.get("figures"));
    if (StrictJson.hasExponent(content, FIRST_LINE.length)) {
      throw new FormatException("place: a number has an exponent"); // figures have none, and other numbers there are not
    }
    Report report = new Report(
        id(content),
        Channel.SEALED,
        new SourceKey(mailbox.tag()),
        kind(node.get("kind")),
        stance(node.get("stance")),
        place(node.get("place")),
        span(node.get("when")),
        text(node.get("text")),
        figures,
        photos(node.get("photos")));
    return new Opened(report, mailbox);
  }

  static String text(JsonNode node) throws FormatException {
    String text = StrictJson.string(node, "text");
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_TEXT_BYTES) {
      throw new FormatException("text: longer than 6000 bytes");
    }
    if (!Normalizer2.getNFCInstance().isNormalized(text)) {
      throw new FormatException("text: not in normal form C");
    }
    return text;
  }

  private Kind kind(JsonNode node) throws FormatException {
    return kinds.find(StrictJson.string(node, "kind")).orElseThrow(() -> new FormatException("kind: not in the catalogue"));
  }

  static String spell(Stance stance) {
    return switch (stance) {
      case SIGHTING -> "sighting";
      case HEARD -> "heard";
      case DENIAL -> "denial";
      case HEARSAY -> "hearsay";
      case QUESTION -> "question";
    };
  }

  private static Stance stance(JsonNode node) throws FormatException {
    String spelling = StrictJson.string(node, "stance");
    for (Stance stance : Stance.values()) {
      if (spell(stance).equals(spelling)) {
        return stance;
      }
    }
    throw new FormatException("stance: not sighting, heard, denial, hearsay or question");
  }

  private static Optional<Place> place(JsonNode node) throws FormatException {
    if (node.isNull()) {
      return Optional.empty();
    }
    StrictJson.keys(node, "place", List.of("latitude", "longitude", "uncertaintyMetres", "name"));
    double latitude = degrees(node.get("latitude"), "latitude", 90);
    double longitude = degrees(node.get("longitude"), "longitude", 180);
    long uncertainty = StrictJson.whole(node.get("uncertaintyMetres"), "place: uncertaintyMetres", 1, MAX_UNCERTAINTY);
    return Optional.of(new Place(latitude, longitude, (double) uncertainty, StrictJson.string(node.get("name"), "place")));
  }

  private static double degrees(JsonNode node, String what, int limit) throws FormatException {
    if (!node.isNumber() || node.decimalValue().scale() > PLACE_DECIMALS) {
      throw new FormatException("place: " + what + " is not a number of at most 5 decimals");
    }
    double degrees = node.doubleValue();
    if (Math.abs(degrees) > limit) {
      throw new FormatException("place: %s is not between −%d and %d".formatted(what, limit, limit));
    }
    return degrees;
  }

  private static Span span(JsonNode node) throws FormatException {
    StrictJson.keys(node, "when", List.of("earliest", "latest"));
    Instant earliest = minute(node.get("earliest"), "earliest");
    Instant latest = minute(node.get("latest"), "latest");
    if (latest.isBefore(earliest)) {
      throw new FormatException("when: ends before it starts");
    }
    return new Span(earliest, latest);
  }

  private static Instant minute(JsonNode node, String what) throws FormatException {
    try {
      return MINUTE.parse(StrictJson.string(node, "when"), Instant::from);
    } catch (DateTimeParseException e) {
      throw new FormatException("when: " + what + " is not a UTC minute like 2026-11-22T10:00Z");
    }
  }

  private static List<Figure> figures(JsonNode node) throws FormatException {
    if (!node.isArray() || node.size() > MAX_FIGURES) {
      throw new FormatException("figures: not a list of at most 8");
    }
    List<Figure> figures = new ArrayList<>();
    for (JsonNode figure : node) {
      StrictJson.keys(figure, "figure", List.of("name", "value"));
      figures.add(new Figure(
          StrictJson.string(figure.get("name"), "figures"), StrictJson.whole(figure.get("value"), "figures", 0, MAX_FIGURE)));
    }
    return figures;
  }

  private static List<MediaHash> photos(JsonNode node) throws FormatException {
    if (!node.isArray() || node.size() > MAX_PHOTOS) {
      throw new FormatException("photos: not a list of at most 4");
    }
    List<MediaHash> photos = new ArrayList<>();
    for (JsonNode photo : node) {
      String hash = StrictJson.string(photo, "photos");
      if (!HASH.matcher(hash).matches()) {
        throw new FormatException("photos: one is not named by 64 lower-case hex digits");
      }
      photos.add(new MediaHash(hash));
    }
    return photos;
  }

  static Mailbox mailbox(JsonNode node) throws FormatException {
    StrictJson.keys(node, "mailbox", List.of("key", "tag"));
    String key = StrictJson.string(node.get("key"), "mailbox");
    String tag = StrictJson.string(node.get("tag"), "mailbox");
    if (!TAG.matcher(tag).matches()) {
      throw new FormatException("mailbox: the tag is not 32 lower-case hex digits");
    }
    checkKey(key);
    return new Mailbox(key, tag);
  }

  /// Refuses a key in another spelling, and one that no answer could be sealed to.
  private static void checkKey(String spelling) throws FormatException {
    try {
      byte[] raw = Base64.getUrlDecoder().decode(spelling);
      if (raw.length == PublicKey.LENGTH && Base64.getUrlEncoder().withoutPadding().encodeToString(raw).equals(spelling)) {
        PublicKey _ = PublicKey.of(raw);
        return;
      }
    } catch (IllegalArgumentException | FormatException _) {
      // Refused below, like every other spelling.
    }
    throw new FormatException("mailbox: the key is not a public key of 1216 bytes in base64url without padding");
  }
}
