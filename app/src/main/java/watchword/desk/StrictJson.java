package watchword.desk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import watchword.seal.FormatException;

/// One JSON object as programs of this project write it: no white space between tokens, keys in their order, nothing after.
///
/// Refusals begin with a name of spec/report.md and never quote what they refuse.
final class StrictJson {
  private static final ObjectMapper MAPPER = JsonMapper.builder(factory())
      .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES) // a sixth decimal is one too many even when it is zero
      .build();

  private static final Pattern EXPONENT = Pattern.compile("[0-9][eE]");

  private StrictJson() {}

  /// Keeps no buffer for what is read or written next, as Jackson does unless told: a locked desk would refer to the words of its last report.
  static JsonFactory factory() {
    return JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build();
  }

  /// Reads the object that stands from `from` to the end.
  static JsonNode object(byte[] content, int from) throws FormatException {
    String text = utf8(content, from);
    refuseWhiteSpace(text);
    try (JsonParser parser = MAPPER.createParser(text)) {
      JsonNode node = MAPPER.readTree(parser);
      if (node == null || !node.isObject() || parser.nextToken() != null) {
        throw new FormatException("json: not exactly one object");
      }
      return node;
    } catch (MismatchedInputException e) {
      throw new FormatException("keys: one stands twice");
    } catch (JsonProcessingException e) {
      throw new FormatException("json: not JSON");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String utf8(byte[] content, int from) throws FormatException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content, from, content.length - from)).toString();
    } catch (CharacterCodingException e) {
      throw new FormatException("json: not UTF-8");
    }
  }

  private static void refuseWhiteSpace(String text) throws FormatException {
    if (outsideStrings(text).chars().anyMatch(c -> c <= ' ')) {
      throw new FormatException("json: white space between tokens");
    }
  }

  /// Says whether a number anywhere is written with an exponent, which the tree no longer tells.
  static boolean hasExponent(byte[] content, int from) throws FormatException {
    return EXPONENT.matcher(outsideStrings(utf8(content, from))).find();
  }

  /// Returns the text with nothing between its quotation marks.
  private static String outsideStrings(String text) {
    StringBuilder outside = new StringBuilder();
    boolean inString = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inString && c == '\\') {
        i++; // whatever is escaped does not end the string
      } else if (c == '"') {
        inString = !inString;
        outside.append(c);
      } else if (!inString) {
        outside.append(c);
      }
    }
    return outside.toString();
  }

  /// Refuses an object whose keys are not exactly these in this order.
  static void keys(JsonNode node, String what, List<String> keys) throws FormatException {
    List<String> found = new ArrayList<>();
    node.fieldNames().forEachRemaining(found::add);
    if (!found.equals(keys)) {
      throw new FormatException("keys: " + what + " does not have exactly " + String.join(", ", keys) + " in this order");
    }
  }

  /// Returns a string, refusing halves of characters, which UTF-8 cannot carry but an escape can.
  static String string(JsonNode node, String what) throws FormatException {
    if (!node.isTextual()) {
      throw new FormatException(what + ": not a string");
    }
    String text = node.textValue();
    if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new FormatException(what + ": half a character");
    }
    return text;
  }

  /// Returns a whole number written without fraction or exponent.
  static long whole(JsonNode node, String what, long least, long most) throws FormatException {
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < least || node.longValue() > most) {
      throw new FormatException("%s: not a whole number from %d to %d".formatted(what, least, most));
    }
    return node.longValue();
  }
}
