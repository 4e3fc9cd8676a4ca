package watchword.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import watchword.core.kind.Cap;
import watchword.core.kind.Kind;
import watchword.core.kind.Language;
import watchword.core.kind.Rule;
import watchword.core.kind.Shape;

/// The names and headlines of spec/kinds.json: all that the board reads of a kind.
final class CatalogueForTests {

  private CatalogueForTests() {}

  static Kind kind(String id) {
    for (JsonNode kind : read().required("kinds")) {
      if (kind.required("id").asText().equals(id)) {
        return new Kind(
            id,
            Shape.EVENT,
            "",
            "",
            names(kind.required("names")),
            names(kind.required("headlines")),
            List.of(),
            Map.of(),
            1,
            1,
            0,
            Optional.empty(),
            new Cap("Security", "Unknown", "Unknown", "None"),
            new Rule(0, 1, 1, false, 0, false));
      }
    }
    throw new IllegalArgumentException("no kind " + id);
  }

  private static Map<Language, String> names(JsonNode node) {
    Map<Language, String> names = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      names.put(language, node.required(language.code()).asText());
    }
    return names;
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(Path.of("../spec/kinds.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
