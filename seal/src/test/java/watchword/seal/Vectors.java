package watchword.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/// The files of spec/vectors, which Java and TypeScript both run.
final class Vectors {
  static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final Path FOLDER = Path.of("..", "spec", "vectors");

  private Vectors() {}

  static JsonNode read(String name) {
    try {
      return JSON.readTree(Files.readAllBytes(FOLDER.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(String name, JsonNode vectors) {
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(FOLDER.resolve(name), JSON.writeValueAsString(vectors) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  static byte[] base64(JsonNode text) {
    return Base64.getDecoder().decode(text.textValue());
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /// Returns the file of an invalid vector: given whole, or as one byte set in a valid file.
  static byte[] changed(JsonNode vector, byte[] valid) {
    if (vector.has("file")) {
      return base64(vector.get("file"));
    }
    byte[] file = valid.clone();
    file[vector.get("at").intValue()] = (byte) vector.get("set").intValue();
    return file;
  }
}
