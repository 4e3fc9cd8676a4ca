package watchword.drill;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Reads a data file of the drill from the class path; a key too many or too few is a fault of the build.
final class DrillFile {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private DrillFile() {}

  static <T> T read(String name, Class<T> type) {
    try (InputStream in = DrillFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program was packed without the drill's " + name);
      }
      return JSON.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("the drill's " + name + " does not read", e);
    }
  }
}
