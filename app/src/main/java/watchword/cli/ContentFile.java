package watchword.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import watchword.desk.ReportFormat;
import watchword.seal.FormatException;
import watchword.seal.Mailbox;

/// A report or photo in a file, as spec/report.md has it or as a person writes its JSON by hand.
record ContentFile(CommandFile file, ReportFormat format) {
  private static final byte[] REPORT = "watchword.report/1\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PHOTO = "watchword.photo/1\n".getBytes(StandardCharsets.US_ASCII);
  private static final List<String> KEYS = List.of("kind", "stance", "place", "when", "text", "figures", "photos", "mailbox");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Returns the content to seal; a report is read first, so that none goes out that the desk would refuse.
  byte[] content() throws IOException {
    byte[] given = file.bytes();
    if (startsWith(given, PHOTO)) {
      return given;
    }
    byte[] content = startsWith(given, REPORT) ? given : completed(given);
    try {
      ReportFormat.Opened _ = format.read(content);
      return content;
    } catch (FormatException e) {
      throw file.fault(e);
    }
  }

  static boolean isReport(byte[] content) {
    return startsWith(content, REPORT);
  }

  private static boolean startsWith(byte[] content, byte[] line) {
    return content.length >= line.length && Arrays.equals(content, 0, line.length, line, 0, line.length);
  }

  /// Puts the keys in order and fills in those that may be left out.
  private byte[] completed(byte[] given) throws IOException {
    JsonNode told;
    try {
      told = JSON.readTree(given);
    } catch (JsonProcessingException e) {
      throw CommandFailure.failed(file.path() + " is neither a report nor JSON: see spec/report.md");
    }
    TreeSet<String> unknown = new TreeSet<>();
    told.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(KEYS);
    if (!told.isObject() || !unknown.isEmpty()) {
      throw CommandFailure.failed(file.path() + " is no report: it should be one JSON object with the keys " + String.join(", ", KEYS));
    }
    ObjectNode report = JSON.createObjectNode();
    for (String key : KEYS) {
      Optional.ofNullable(told.get(key)).or(() -> whenLeftOut(key)).ifPresent(value -> report.set(key, value));
    }
    byte[] object = JSON.writeValueAsBytes(report);
    byte[] content = Arrays.copyOf(REPORT, REPORT.length + object.length);
    System.arraycopy(object, 0, content, REPORT.length, object.length);
    return content;
  }

  private static Optional<JsonNode> whenLeftOut(String key) {
    return switch (key) {
      case "place" -> Optional.of(JSON.nullNode());
      case "text" -> Optional.of(TextNode.valueOf(""));
      case "figures", "photos" -> Optional.of(new ArrayNode(JSON.getNodeFactory()));
      case "mailbox" -> Optional.of(mailbox());
      default -> Optional.empty();
    };
  }

  /// A mailbox whose secret is kept by nobody: answers to it are never read.
  private static JsonNode mailbox() {
    byte[] secret = Mailbox.newSecret(new SecureRandom());
    try (Mailbox mailbox = Mailbox.of(secret)) {
      return JSON.createObjectNode()
          .put("key", Base64.getUrlEncoder().withoutPadding().encodeToString(mailbox.key().publicKey().raw()))
          .put("tag", mailbox.tag().toString());
    } catch (FormatException e) {
      throw new IllegalStateException("a new secret is not one", e);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
